package studio.backprop.project;

import java.util.Optional;
import studio.backprop.data.DataSettings;
import studio.backprop.data.TableData;
import studio.backprop.data.Task;
import studio.backprop.environment.Environment;
import studio.backprop.network.Network;
import studio.backprop.optim.Optimizer;
import studio.backprop.project.agent.ValueMethod;

/** Learning task and its data: supervised, adversarial, or reinforcement learning. Immutable. */
public sealed interface Assignment permits Supervised, Adversarial, Agent {
  /** Labelled or real examples, or sampled states. */
  DataSettings data();

  /** User's table, if {@link #data} refers to it. */
  Optional<TableData> table();

  /** Task of the loss: that of the data, unless real and generated examples are classified. */
  Task task(Task ofData);

  /** Number of networks with a loss of their own. */
  int learners();

  /** Whether the trained network makes predictions for examples of the data. */
  boolean predicts();

  /** Whether each example has a target; false for rewards and adversarial training. */
  boolean hasTargets();

  /** Whether it is a GAN: a step is a round of both networks. */
  boolean isAdversarial();

  /** Whether it is reinforcement learning, with episodes and returns instead of accuracy. */
  boolean acts();

  /** Environment of an agent; empty for other tasks. */
  default Optional<Environment> actsIn() {
    return Optional.empty();
  }

  /** Value-based method with its exploration; empty for policy gradients and other tasks. */
  default Optional<ValueMethod> values() {
    return Optional.empty();
  }

  /** Whether the weights of the best evaluation are kept. */
  default boolean keepsBest() {
    return false;
  }

  Assignment withData(DataSettings changed);

  Assignment withTable(TableData own);

  /** Takes over the settings that can change during training from an assignment of the same kind. */
  default Assignment withLive(Assignment other) {
    return this;
  }

  /** Optimizer of a node's parameters. @param usual that of the training settings */
  default Optimizer optimizer(Network network, int node, Optimizer usual) {
    return usual;
  }
}
