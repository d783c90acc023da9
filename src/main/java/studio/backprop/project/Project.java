package studio.backprop.project;

import java.util.Optional;
import java.util.function.UnaryOperator;
import studio.backprop.data.DataSettings;
import studio.backprop.data.TableData;
import studio.backprop.network.Network;

/**
 * The document: everything that a person decides, and nothing that is computed. It never changes; undo is an earlier project.
 *
 * @param network what is drawn
 * @param data what it learns from
 * @param table the person's own data, if {@code data} says so
 * @param training how it learns
 */
public record Project(Network network, DataSettings data, Optional<TableData> table, TrainingSettings training) {
  public static final Project EMPTY =
      new Project(Network.EMPTY, DataSettings.of("circles"), Optional.empty(), TrainingSettings.STANDARD);

  public Project withNetwork(UnaryOperator<Network> change) {
    return new Project(change.apply(network), data, table, training);
  }

  public Project withData(DataSettings changed) {
    return new Project(network, changed, table, training);
  }

  public Project withTable(TableData own) {
    return new Project(network, data, Optional.of(own), training);
  }

  public Project withTraining(UnaryOperator<TrainingSettings> change) {
    return new Project(network, data, table, change.apply(training));
  }
}
