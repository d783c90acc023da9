package studio.backprop.ui.design.designer.edit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.backprop.network.Network;
import studio.backprop.network.Node;

/**
 * Animation of one backward pass along the wires from the loss, each node after all that follow it. Shown for single steps and training
 * slow enough to follow.
 */
public final class BackwardSweep {
  /** Training speed up to which each step is animated. */
  public static final double STEPS_PER_SECOND = 1;

  /** Share of a node's time for its wire; the rest is for the node itself. */
  private static final double ON_WIRE = 0.6;
  /** Share of the time between two steps, so that a sweep ends before the next begins. */
  private static final double OF_STEP = 0.9;

  private final Map<Integer, Integer> depths = new HashMap<>();
  private final double nodeSeconds;
  private double place = Double.POSITIVE_INFINITY;
  private double perSecond;
  private int last;
  private boolean forward;

  /** @param nodeSeconds duration for each node */
  public BackwardSweep(double nodeSeconds) {
    this.nodeSeconds = nodeSeconds;
  }

  /** Animates forward and backward pass, at a speed at which single passes blur. */
  public void beginBoth(Network network, double seconds) {
    begin(network, Double.POSITIVE_INFINITY);
    perSecond = 2 * (last + 1) / seconds;
    place = last + 1;
    forward = true;
  }

  public boolean forward() {
    return forward;
  }

  /** @param secondsToNext until the next step; infinity for single steps */
  public void begin(Network network, double secondsToNext) {
    depths.clear();
    network.outputs().forEach(output -> depths.put(output.id(), 0));
    List<Node> order = network.analyse().order();
    for (int i = order.size() - 1; i >= 0; i--) {
      deepen(network, order.get(i));
    }
    last = depths.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    perSecond = Math.max(1 / nodeSeconds, last / (OF_STEP * secondsToNext));
    place = 0;
    forward = false;
  }

  /** The depth of a source is that of its longest path to the loss. */
  private void deepen(Network network, Node node) {
    Integer depth = depths.get(node.id());
    if (depth != null) {
      network.sources(node.id()).forEach(source -> depths.merge(source.id(), depth + 1, Math::max));
    }
  }

  public void advance(double seconds) {
    if (!forward) {
      place = running() ? place + seconds * perSecond : Double.POSITIVE_INFINITY;
      return;
    }
    place -= seconds * perSecond;
    if (place <= 0) {
      place = -place;
      forward = false;
    }
  }

  public boolean running() {
    return forward || place <= last;
  }

  /** Position of the pulse on a wire into that node, 1 at its right end; NaN while it is elsewhere. */
  public double onWireInto(int node) {
    double way = place - depths.getOrDefault(node, Integer.MAX_VALUE);
    return way >= 0 && way < ON_WIRE ? 1 - way / ON_WIRE : Double.NaN;
  }

  /** Whether the gradient is at the node. */
  public boolean in(int node) {
    double way = place - depths.getOrDefault(node, Integer.MAX_VALUE) + 1;
    return !forward && way >= ON_WIRE && way < 1;
  }
}
