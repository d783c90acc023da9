package studio.backprop.ui.workspace.run;

import java.util.List;
import java.util.Optional;
import studio.backprop.layer.ParameterSpec;
import studio.backprop.network.Node;
import studio.backprop.observe.Snapshot;
import studio.backprop.plan.Parameter;
import studio.backprop.run.Run;

/** Index of a node's weights among the parameters of a run: in a snapshot, and among the learned ones (−1 if frozen). */
public record ParameterIndex(int parameter, int history, ParameterSpec spec) {
  /** Weights used by a node, its own or shared: the first parameter, as biases are small. */
  public static Optional<ParameterIndex> of(Run run, Snapshot snapshot, Node node) {
    return first(run, snapshot, node, "");
  }

  /** Biases used by a node, if any. */
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
