package studio.backprop.observe;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import studio.backprop.network.Node;
import studio.backprop.plan.Plan;
import studio.backprop.tensor.Tensor;
import studio.backprop.train.Session;

/** Activations and gradients of every node for one example's own loss, with the weights after a step. */
public final class Activations {
  public static final int PLANE_SIDE = PlaneProbe.GRID_SIDE;

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

  /** Loss of the example; NaN without a known target. */
  public double loss() {
    return loss;
  }

  /** Whether the node is on a path to the loss. */
  public boolean has(int node) {
    return outputs.containsKey(node);
  }

  /** Output of a node, row-major; null if none. */
  public float[] output(int node) {
    return outputs.get(node);
  }

  /** ∂L/∂output of a node, or of the logits if {@link #gradientAtLogits}; null if none. */
  public float[] gradient(int node) {
    return gradients.get(node);
  }

  /** Whether {@link #gradient} is ∂L/∂z of the logits before the node's softmax or sigmoid. */
  public boolean gradientAtLogits(int node) {
    return logits.contains(node);
  }

  /**
   * Output of each unit of a node over the plane of two inputs, [units × PLANE_SIDE × PLANE_SIDE], top row first; null without two inputs,
   * or if node or network are too large.
   */
  public float[] plane(int node) {
    return planes.get(node);
  }

  /** Probabilities, not logits. */
  public float[] prediction() {
    return prediction;
  }

  /** Target in the form of the loss. */
  public float[] target() {
    return target;
  }
}
