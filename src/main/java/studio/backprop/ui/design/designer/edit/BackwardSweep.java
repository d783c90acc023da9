package studio.backprop.ui.design.designer.edit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.backprop.network.Network;
import studio.backprop.network.Node;

/**
 * The way of one backward pass over the canvas: from the loss along the wires, node by node, each as soon as all that follow it are done.
 * It is shown where a person takes single steps or trains slowly enough to follow.
 */
public final class BackwardSweep {
  /** The slowest training at which each step is followed. */
  public static final double STEPS_PER_SECOND = 1;

  /** The share of a node's time that belongs to the wire; the rest to the node it leads to. */
  private static final double ON_WIRE = 0.6;
  /** Of the time between two steps, so that a sweep is over before the next begins. */
  private static final double OF_STEP = 0.9;

  private final Map<Integer, Integer> depths = new HashMap<>();
  private final double nodeSeconds;
  private double place = Double.POSITIVE_INFINITY;
  private double perSecond;
  private int last;
  private boolean forward;

  /** @param nodeSeconds how long it takes over one node */
  public BackwardSweep(double nodeSeconds) {
    this.nodeSeconds = nodeSeconds;
  }

  /**
   * Goes with the data to the loss first, then back: at a speed at which single passes cannot be told apart.
   *
   * @param seconds for both ways
   */
  public void beginBoth(Network network, double seconds) {
    begin(network, Double.POSITIVE_INFINITY);
    perSecond = 2 * (last + 1) / seconds;
    place = last + 1;
    forward = true;
  }

  /** Whether the data are on their way to the loss; else the gradient comes back. */
  public boolean forward() {
    return forward;
  }

  /** @param secondsToNext until the next step; infinity if it is taken by hand */
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

  /** A source is as far from the loss as the longest way to it. */
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

  /** How far along a wire into that node the pulse is, 1 at its right end and 0 at its left; NaN while it is elsewhere. */
  public double onWireInto(int node) {
    double way = place - depths.getOrDefault(node, Integer.MAX_VALUE);
    return way >= 0 && way < ON_WIRE ? 1 - way / ON_WIRE : Double.NaN;
  }

  /** Whether the gradient is passing through the node just now. */
  public boolean in(int node) {
    double way = place - depths.getOrDefault(node, Integer.MAX_VALUE) + 1;
    return !forward && way >= ON_WIRE && way < 1;
  }
}
