package studio.backprop.project;

import java.util.Optional;
import studio.backprop.data.DataSettings;
import studio.backprop.data.TableData;

/**
 * To predict the labels of examples.
 *
 * @param data the examples
 * @param table the person's own data, if {@code data} says so
 */
public record Supervised(DataSettings data, Optional<TableData> table) implements Assignment {
  @Override
  public Supervised withData(DataSettings changed) {
    return new Supervised(changed, table);
  }

  @Override
  public Supervised withTable(TableData own) {
    return new Supervised(data, Optional.of(own));
  }
}
