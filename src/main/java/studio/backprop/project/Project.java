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
 * @param assignment what it learns from
 * @param training how it learns
 */
public record Project(Network network, Assignment assignment, TrainingSettings training) {
  public static final Project EMPTY =
      new Project(Network.EMPTY, DataSettings.of("circles"), Optional.empty(), TrainingSettings.STANDARD);

  /** A project of supervised learning. */
  public Project(Network network, DataSettings data, Optional<TableData> table, TrainingSettings training) {
    this(network, new Supervised(data, table), training);
  }

  public DataSettings data() {
    return assignment.data();
  }

  /** The person's own data, if {@link #data} says so. */
  public Optional<TableData> table() {
    return assignment.table();
  }

  public Project withNetwork(UnaryOperator<Network> change) {
    return new Project(change.apply(network), assignment, training);
  }

  public Project withData(DataSettings changed) {
    return new Project(network, assignment.withData(changed), training);
  }

  public Project withTable(TableData own) {
    return new Project(network, assignment.withTable(own), training);
  }

  public Project withTraining(UnaryOperator<TrainingSettings> change) {
    return new Project(network, assignment, change.apply(training));
  }
}
