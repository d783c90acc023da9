package studio.backprop.project;

import java.util.Optional;
import studio.backprop.data.DataSettings;
import studio.backprop.data.TableData;
import studio.backprop.data.Task;

/**
 * Supervised learning.
 *
 * @param table user's table, if {@code data} refers to it
 */
public record Supervised(DataSettings data, Optional<TableData> table) implements Assignment {
  @Override
  public Task task(Task ofData) {
    return ofData;
  }

  @Override
  public int learners() {
    return 1;
  }

  @Override
  public boolean predicts() {
    return true;
  }

  @Override
  public boolean hasTargets() {
    return true;
  }

  @Override
  public boolean isAdversarial() {
    return false;
  }

  @Override
  public boolean acts() {
    return false;
  }

  @Override
  public Supervised withData(DataSettings changed) {
    return new Supervised(changed, table);
  }

  @Override
  public Supervised withTable(TableData own) {
    return new Supervised(data, Optional.of(own));
  }
}
