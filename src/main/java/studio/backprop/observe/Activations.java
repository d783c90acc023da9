package studio.backprop.observe;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import studio.backprop.network.Node;
import studio.backprop.plan.Plan;
import studio.backprop.tensor.Tensor;
import studio.backprop.train.Session;

/** Activations of every node for one example with the weights after a step, and the gradients of the example's own loss. */
public final class Activations {
  public static final int PLANE_SIDE = PlaneProbe.SIDE;

  private final Map<Integer, float[]> outputs = new TreeMap<>();
  private final Map<Integer, float[]> gradients = new TreeMap<>();
  private final Set<Integer> logits = new HashSet<>();
  private final Map<Integer, float[]> planes;
  private final float[] prediction;
  private final float[] target;
  private Example example = Example.FIRST;
  private double loss;

  Activations(Session session, Probe probe) {
    Plan plan = probe.plan();
    for (Node node : session.project().network().nodes()) {
      probe.output(node.id()).ifPresent(tensor -> outputs.put(node.id(), new float[tensor.rowCount()]));
      plan.gradient(node.id()).filter(Tensor::hasGrad).ifPresent(tensor -> gradients.put(node.id(), new float[tensor.rowCount()]));
      if (plan.gradientAtLogits(node.id())) {
        logits.add(node.id());
      }
    }
    planes = probe.plane().map(plane -> plane.room(session.project().network())).orElse(Map.of());
    prediction = new float[plan.prediction().rowCount()];
    target = new float[plan.target().rowCount()];
  }

  /** On the training thread, after the probe has run. */
  void fill(Probe probe) {
    Plan plan = probe.plan();
    example = probe.example();
    loss = plan.loss().counted() == 0 ? Double.NaN : plan.lossValue();
    outputs.forEach((node, numbers) -> probe.output(node).orElseThrow().copyRow(0, numbers));
    gradients.forEach((node, numbers) -> plan.gradient(node).orElseThrow().copyRowGrad(0, numbers));
    probe.plane().ifPresent(plane -> plane.copyTo(planes));
    plan.prediction().copyRow(0, prediction);
    plan.target().copyRow(0, target);
  }

  public Example example() {
    return example;
  }

  /** The example's loss; NaN without a known target. */
  public double loss() {
    return loss;
  }

  /** Whether the node leads to the loss and so has an output. */
  public boolean has(int node) {
    return outputs.containsKey(node);
  }

  /** The output of a node, row-major; null if it has none. */
  public float[] output(int node) {
    return outputs.get(node);
  }

  /** This example's ∂L/∂output of a node, or of the logits where the loss reads through a softmax or sigmoid; null where none arrives. */
  public float[] gradient(int node) {
    return gradients.get(node);
  }

  /** Whether {@link #gradient} is ∂L/∂z of the logits before the node's softmax or sigmoid, and not that of its output. */
  public boolean gradientAtLogits(int node) {
    return logits.contains(node);
  }

  /**
   * Output of each unit of a node over the plane of two inputs, [units × PLANE_SIDE × PLANE_SIDE], the upper row first; null where the
   * inputs are no plane, or the node or the network is too large for it.
   */
  public float[] plane(int node) {
    return planes.get(node);
  }

  /** The prediction: probabilities, not logits. */
  public float[] prediction() {
    return prediction;
  }

  /** The target, in the form in which the loss compares it. */
  public float[] target() {
    return target;
  }
}
