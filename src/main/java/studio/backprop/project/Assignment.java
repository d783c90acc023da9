package studio.backprop.project;

import java.util.Optional;
import studio.backprop.data.DataSettings;
import studio.backprop.data.TableData;
import studio.backprop.data.Task;
import studio.backprop.environment.Environment;
import studio.backprop.network.Network;
import studio.backprop.optim.Optimizer;
import studio.backprop.project.agent.ValueMethod;

/** What a network learns from, and the kind of training: supervised, adversarial, or reinforcement learning. */
public sealed interface Assignment permits Supervised, Adversarial, Agent {
  /** The examples: with their labels, or those that generated ones are told apart from. */
  DataSettings data();

  /** The person's own table, if {@link #data} says so. */
  Optional<TableData> table();

  /** What the loss judges: the task of the data, unless examples are told apart by where they come from. */
  Task task(Task ofData);

  /** How many networks learn, each by a loss of its own. */
  int learners();

  /** Whether the trained network predicts something for an example of the data. */
  boolean predicts();

  /** Whether each example has a target that its prediction is compared with; else rewards, or a rival, say how good an output is. */
  boolean hasTargets();

  /** Whether two networks learn against each other: a step is a round of both, and each has a loss of its own. */
  boolean isAdversarial();

  /** Whether an agent learns from rewards: there are episodes and returns, and no accuracy. */
  boolean acts();

  /** The environment in which an agent acts; empty for supervised learning. */
  default Optional<Environment> actsIn() {
    return Optional.empty();
  }

  /** The value-based method and its exploration; empty for policy gradients and without an agent. */
  default Optional<ValueMethod> values() {
    return Optional.empty();
  }

  /** Whether the weights of the best evaluation are kept. */
  default boolean keepsBest() {
    return false;
  }

  Assignment withData(DataSettings changed);

  Assignment withTable(TableData own);

  /** The same with all that can change while a training goes on, such as who learns, as another of its kind has it. */
  default Assignment withLive(Assignment other) {
    return this;
  }

  /** What moves the parameters of a node. @param usual that of the training settings */
  default Optimizer optimizer(Network network, int node, Optimizer usual) {
    return usual;
  }
}
