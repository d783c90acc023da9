package studio.backprop.project;

import java.util.Optional;
import studio.backprop.data.DataSettings;
import studio.backprop.data.TableData;
import studio.backprop.data.Task;

/**
 * A generator learns to make examples that a discriminator takes for real ones, and the discriminator to tell them apart: each step moves
 * the discriminator, then the generator. The generator's loss is the non-saturating one, −ln D(G(z)). Goodfellow et al. 2014.
 *
 * @param data the real examples; their labels are not used
 * @param table the person's own data, if {@code data} says so
 */
public record Adversarial(DataSettings data, Optional<TableData> table) implements Assignment {
  @Override
  public Task task(Task ofData) {
    return Task.CLASSES;
  }

  @Override
  public int learners() {
    return 2;
  }

  @Override
  public boolean predicts() {
    return false;
  }

  @Override
  public Adversarial withData(DataSettings changed) {
    return new Adversarial(changed, table);
  }

  @Override
  public Adversarial withTable(TableData own) {
    return new Adversarial(data, Optional.of(own));
  }
}
