package studio.backprop.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import studio.backprop.plan.Parameter;
import studio.backprop.train.Session;
import studio.backprop.ui.kit.Smoothing;
import studio.backprop.ui.workspace.run.Curve;

/** Downsampled curves over steps: batch loss, and gradient norm of each node's weights. */
final class StepCurves {
  private final Curve loss = new Curve(Smoothing.AUTOMATIC);
  private final Curve measure = new Curve(Smoothing.AUTOMATIC);
  private final Map<String, Curve> gradients = new LinkedHashMap<>();
  private final int[] nodes;
  private final Curve[] curves;

  StepCurves(Session session) {
    nodes = session.parameters().learned().stream().mapToInt(Parameter::node).toArray();
    for (int node : nodes) {
      gradients.computeIfAbsent(session.project().network().node(node).name(), name -> new Curve(Smoothing.AUTOMATIC));
    }
    curves = gradients.values().toArray(Curve[]::new);
  }

  void add(Session session) {
    loss.add(session.steps(), session.loss());
    measure.add(session.steps(), session.measure());
    int curve = 0;
    double squares = 0;
    for (int p = 0; p < nodes.length; p++) {
      squares += session.gradientNorm(p) * session.gradientNorm(p);
      if (p == nodes.length - 1 || nodes[p + 1] != nodes[p]) {
        curves[curve++].add(session.steps(), Math.sqrt(squares));
        squares = 0;
      }
    }
  }

  Curve loss() {
    return loss;
  }

  /** Batch accuracy, or mean absolute error. */
  Curve measure() {
    return measure;
  }

  /** ‖∂L/∂w‖ by the names of the trainable nodes, in their order. */
  Map<String, Curve> gradients() {
    return gradients;
  }
}
