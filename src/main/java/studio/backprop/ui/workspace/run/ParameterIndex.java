package studio.backprop.ui.workspace.run;

import java.util.List;
import java.util.Optional;
import studio.backprop.layer.ParameterSpec;
import studio.backprop.network.Node;
import studio.backprop.observe.Snapshot;
import studio.backprop.plan.Parameter;
import studio.backprop.run.Run;

/**
 * Where to find the weights of a node among all parameters of a run.
 *
 * @param parameter their place in a snapshot
 * @param history their place among the learned ones, −1 if they are frozen
 * @param spec their size
 */
public record ParameterIndex(int parameter, int history, ParameterSpec spec) {
  /** The weights that a node uses: its own, or those it shares. Its first parameter counts; biases are small. */
  public static Optional<ParameterIndex> of(Run run, Snapshot snapshot, Node node) {
    return first(run, snapshot, node, "");
  }

  /** The biases that a node uses, if it has any. */
  public static Optional<ParameterIndex> biasOf(Run run, Snapshot snapshot, Node node) {
    return first(run, snapshot, node, "bias");
  }

  private static Optional<ParameterIndex> first(Run run, Snapshot snapshot, Node node, String name) {
    List<Parameter> all = snapshot.parameters();
    for (int p = 0; p < all.size(); p++) {
      Parameter parameter = all.get(p);
      boolean wanted = name.isEmpty() || name.equals(parameter.name());
      if (wanted && parameter.node() == node.weights() && !parameter.spec().isState()) {
        return Optional.of(new ParameterIndex(p, historyOf(run, parameter), parameter.spec()));
      }
    }
    return Optional.empty();
  }

  private static int historyOf(Run run, Parameter parameter) {
    List<Parameter> learned = run.learned();
    for (int h = 0; h < learned.size(); h++) {
      if (learned.get(h).node() == parameter.node() && learned.get(h).name().equals(parameter.name())) {
        return h;
      }
    }
    return -1;
  }

  public boolean frozen() {
    return history < 0;
  }
}
