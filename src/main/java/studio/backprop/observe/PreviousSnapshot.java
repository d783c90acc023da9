package studio.backprop.observe;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import studio.backprop.train.Session;

/** Values of a network before the step of a snapshot, for the same example. */
public final class PreviousSnapshot {
  private final float[][] values;
  private final Map<Integer, float[]> outputs = new TreeMap<>();
  private NodeTrace inside;

  PreviousSnapshot(Session session, Probe probe) {
    values = session.parameters().room();
    session.project().network().nodes().forEach(
        node -> probe.output(node.id()).ifPresent(tensor -> outputs.put(node.id(), new float[tensor.count()])));
  }

  /** On the training thread, before the probe runs with the current weights. @param weights before the step */
  void fill(float[][] weights, Session session, Probe probe) {
    for (int p = 0; p < values.length; p++) {
      System.arraycopy(weights[p], 0, values[p], 0, values[p].length);
    }
    probe.run(weights);
    outputs.forEach((node, numbers) -> probe.output(node).orElseThrow().copyRow(0, numbers));
    inside = probe.lookedInto() < 0 ? null : NodeTrace.ofExample(probe.lookedInto(), session, probe);
  }

  /** Values of a parameter, row-major. */
  public float[] values(int parameter) {
    return values[parameter];
  }

  /** Output of a node, row-major; null if none. */
  public float[] output(int node) {
    return outputs.get(node);
  }

  /** Trace of the inspected node, without the step's batch; empty if none. */
  public Optional<NodeTrace> inside() {
    return Optional.ofNullable(inside);
  }
}
