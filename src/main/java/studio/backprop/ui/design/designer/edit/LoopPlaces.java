package studio.backprop.ui.design.designer.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.project.Agent;
import studio.backprop.project.agent.AgentMethod;
import studio.backprop.project.agent.Dqn;
import studio.backprop.project.agent.PolicyMethod;

/** Layout of an agent's loop around the network: replay memory below it, target network after the loss. */
public final class LoopPlaces {
  /** Distance of the action's arrow from the nodes. */
  public static final double AWAY = 40;
  /** Height of the wire labels above the nodes. */
  public static final double OVER = 62;
  private static final double UNDER = 24;
  private static final double LABEL = 14;
  private static final double HEIGHT = 100;
  private static final double HIGH_BESIDE = 220;
  private static final double FROM_TRUNK = 92;
  private static final double MIN_MEMORY_WIDTH = 320;
  private static final double MAX_MEMORY_WIDTH = 640;
  private static final double BESIDE = 56;
  private static final double TARGET = 156;

  private final CanvasState canvas;
  private final CanvasPlaces places;

  LoopPlaces(CanvasState canvas, CanvasPlaces places) {
    this.canvas = canvas;
    this.places = places;
  }

  /** Agent of the loop; empty without an agent or without a path from an input to a loss. */
  public Optional<Agent> agent() {
    boolean closed = input().isPresent() && acting().isPresent() && acting().get().id() != input().get().id();
    return closed && canvas.document().project().assignment() instanceof Agent agent ? Optional.of(agent) : Optional.empty();
  }

  /** Node that takes the observation. */
  public Optional<Node> input() {
    return canvas.network().nodes().stream().filter(node -> node.layer().isInput()).findFirst();
  }

  /** Node that outputs the policy or the values. */
  public Optional<Node> acting() {
    Network network = canvas.network();
    return network.outputs().isEmpty() ? Optional.empty() : network.sources(network.objective().output().id()).stream().findFirst();
  }

  /** Bounds of the action's arrow with its label. */
  private Box way() {
    Box from = places.box(acting().orElseThrow());
    Box to = places.box(input().orElseThrow());
    double line = isOver() ? Math.min(from.y(), to.y()) - OVER : Math.max(from.bottom(), to.bottom()) + AWAY;
    return new Box(Math.min(from.centerX(), to.centerX()), line - LABEL, Math.abs(from.centerX() - to.centerX()), 2 * LABEL);
  }

  /** Whether that arrow runs above the nodes and not below. */
  public boolean isOver() {
    return places.box(acting().orElseThrow()).centerY() < places.box(input().orElseThrow()).centerY() - AWAY;
  }

  private Optional<AgentMethod> method() {
    return agent().map(Agent::method);
  }

  /** Losses of the policy or values, and of a critic. */
  public List<Node> losses() {
    return canvas.network().outputs();
  }

  /** Bounds of the replay memory or rollout; empty for a method that learns from each step only once. */
  public Optional<Box> memory() {
    return method().filter(method -> method instanceof Dqn || method instanceof PolicyMethod).map(method -> {
      if (isBeside()) {
        Box upper = places.box(losses().get(0));
        Box lower = places.box(losses().get(1));
        double middle = (Math.min(upper.y(), lower.y()) + Math.max(upper.bottom(), lower.bottom())) / 2;
        return new Box(trunk() + FROM_TRUNK, middle - HIGH_BESIDE / 2, MIN_MEMORY_WIDTH, HIGH_BESIDE);
      }
      double bottom = canvas.network().nodes().stream().map(places::box).mapToDouble(Box::bottom).max().orElse(0);
      double left = places.box(input().orElseThrow()).right() + AWAY / 2;
      double right = places.box(acting().orElseThrow()).right();
      double below = isOver() ? UNDER : AWAY + UNDER;
      return new Box(left, bottom + below, Math.max(MIN_MEMORY_WIDTH, Math.min(MAX_MEMORY_WIDTH, right - left)), HEIGHT);
    });
  }

  /** Whether the memory stands to the right of both losses rather than below: two rows are high enough. */
  public boolean isBeside() {
    return losses().size() > 1 && places.box(losses().get(0)).y() != places.box(losses().get(1)).y();
  }

  /** Bounds of the target network; empty if there is none. */
  public Optional<Box> target() {
    return method().filter(Dqn.class::isInstance).map(method -> {
      Box loss = places.box(canvas.network().objective().output());
      return new Box(loss.right() + BESIDE, loss.y(), TARGET, loss.height());
    });
  }

  /** X of the vertical line to the losses. */
  public double trunk() {
    return losses().stream().map(places::box).mapToDouble(Box::right).max().orElse(0) + BESIDE / 3;
  }

  List<Box> boxes() {
    List<Box> all = new ArrayList<>();
    if (agent().isPresent()) {
      all.add(way());
    }
    memory().ifPresent(all::add);
    target().ifPresent(all::add);
    if (memory().isPresent() && isBeside()) { // the way of the transitions runs under all
      Box lowest = places.box(losses().get(0)).bottom() > places.box(losses().get(1)).bottom() ? places.box(losses().get(0))
          : places.box(losses().get(1));
      all.add(new Box(lowest.x(), lowest.bottom(), lowest.width(), UNDER));
    }
    return all;
  }
}
