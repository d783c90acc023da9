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
 * @param threshold which score of two classes means the second; of other data it says nothing
 */
public record Project(Network network, Assignment assignment, TrainingSettings training, DecisionThreshold threshold) {
  public static final Project EMPTY =
      new Project(Network.EMPTY, DataSettings.of("circles"), Optional.empty(), TrainingSettings.STANDARD);

  /** A project that predicts at the threshold of its loss. */
  public Project(Network network, Assignment assignment, TrainingSettings training) {
    this(network, assignment, training, DecisionThreshold.OF_LOSS);
  }

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
    return new Project(change.apply(network), assignment, training, threshold);
  }

  /** A threshold was chosen for the scores of a class: other data, or other columns of them, begin with that of the loss. */
  public Project withData(DataSettings changed) {
    boolean same = changed.dataset().equals(data().dataset()) && changed.columns().equals(data().columns());
    return new Project(network, assignment.withData(changed), training, same ? threshold : DecisionThreshold.OF_LOSS);
  }

  public Project withTable(TableData own) {
    return new Project(network, assignment.withTable(own), training, threshold);
  }

  public Project withTraining(UnaryOperator<TrainingSettings> change) {
    return new Project(network, assignment, change.apply(training), threshold);
  }

  public Project withThreshold(UnaryOperator<DecisionThreshold> change) {
    return new Project(network, assignment, training, change.apply(threshold));
  }
}
