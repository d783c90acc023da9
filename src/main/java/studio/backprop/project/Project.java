package studio.backprop.project;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import studio.backprop.data.DataSettings;
import studio.backprop.data.Dataset;
import studio.backprop.data.TableData;
import studio.backprop.data.Task;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.network.Node;

/**
 * The document: all user settings, without results. Immutable.
 *
 * @param network computation graph
 * @param threshold decision threshold of binary classification
 */
public record Project(Network network, Assignment assignment, TrainingSettings training, DecisionThreshold threshold) {
  public static final Project EMPTY =
      new Project(Network.EMPTY, DataSettings.of("circles"), Optional.empty(), TrainingSettings.STANDARD);

  /** With the default threshold of the loss. */
  public Project(Network network, Assignment assignment, TrainingSettings training) {
    this(network, assignment, training, DecisionThreshold.OF_LOSS);
  }

  public Project(Network network, DataSettings data, Optional<TableData> table, TrainingSettings training) {
    this(network, new Supervised(data, table), training);
  }

  public DataSettings data() {
    return assignment.data();
  }

  /** User's table, if {@link #data} refers to it. */
  public Optional<TableData> table() {
    return assignment.table();
  }

  /** Resets the threshold if the loss changes, as scores then have another scale. */
  public Project withNetwork(UnaryOperator<Network> change) {
    Network changed = change.apply(network);
    return new Project(changed, assignment, training, cut(changed).equals(cut(network)) ? threshold : DecisionThreshold.OF_LOSS);
  }

  /**
   * The loss's default threshold for binary classification: training, cross-validation and importances use it, whatever {@link #threshold}
   * was chosen.
   */
  public OptionalDouble cutOfLoss(Dataset data) {
    boolean two = data.task() == Task.CLASSES && data.classNames().size() == 2 && !network.outputs().isEmpty();
    return two ? OptionalDouble.of(network.objective().loss().cut()) : OptionalDouble.empty();
  }

  private static List<Double> cut(Network network) {
    return network.outputs().stream().map(Node::layer).filter(Output.class::isInstance).map(layer -> ((Output) layer).loss().cut())
        .toList();
  }

  /** Resets the threshold for other data or columns. */
  public Project withData(DataSettings changed) {
    boolean same = changed.dataset().equals(data().dataset()) && changed.columns().equals(data().columns());
    return new Project(network, assignment.withData(changed), training, same ? threshold : DecisionThreshold.OF_LOSS);
  }

  public Project withTable(TableData own) {
    boolean same = table().filter(own::equals).isPresent();
    return new Project(network, assignment.withTable(own), training, same ? threshold : DecisionThreshold.OF_LOSS);
  }

  public Project withAssignment(UnaryOperator<Assignment> change) {
    return withAssignment(change.apply(assignment));
  }

  public Project withAssignment(Assignment changed) {
    return new Project(network, changed, training, threshold);
  }

  public Project withTraining(UnaryOperator<TrainingSettings> change) {
    return new Project(network, assignment, change.apply(training), threshold);
  }

  public Project withThreshold(UnaryOperator<DecisionThreshold> change) {
    return new Project(network, assignment, training, change.apply(threshold));
  }
}
