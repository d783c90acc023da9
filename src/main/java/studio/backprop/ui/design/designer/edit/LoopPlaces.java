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

/** Where the parts of an agent's loop stand that are no nodes: under the network what it remembers, behind the loss its target network. */
public final class LoopPlaces {
  /** How far from the nodes the action runs back. */
  public static final double AWAY = 40;
  /** Over the nodes stands what wires carry. */
  public static final double OVER = 62;
  private static final double UNDER = 24;
  private static final double LABEL = 14;
  private static final double HEIGHT = 100;
  private static final double HIGH_BESIDE = 220;
  private static final double FROM_TRUNK = 92;
  private static final double LEAST = 320;
  private static final double MOST = 640;
  private static final double BESIDE = 56;
  private static final double TARGET = 156;

  private final CanvasState canvas;
  private final CanvasPlaces places;

  LoopPlaces(CanvasState canvas, CanvasPlaces places) {
    this.canvas = canvas;
    this.places = places;
  }

  /** The agent of the loop; empty without an agent or without a path from an input to a loss. */
  public Optional<Agent> agent() {
    boolean closed = input().isPresent() && acting().isPresent() && acting().get().id() != input().get().id();
    return closed && canvas.document().project().assignment() instanceof Agent agent ? Optional.of(agent) : Optional.empty();
  }

  /** The node that reads the state. */
  public Optional<Node> input() {
    return canvas.network().nodes().stream().filter(node -> node.layer().isInput()).findFirst();
  }

  /** The node that the policy or the values come from. */
  public Optional<Node> acting() {
    Network network = canvas.network();
    return network.outputs().isEmpty() ? Optional.empty() : network.sources(network.objective().output().id()).stream().findFirst();
  }

  /** The way of the action, with its label. */
  private Box way() {
    Box from = places.box(acting().orElseThrow());
    Box to = places.box(input().orElseThrow());
    double line = isOver() ? Math.min(from.y(), to.y()) - OVER : Math.max(from.bottom(), to.bottom()) + AWAY;
    return new Box(Math.min(from.centerX(), to.centerX()), line - LABEL, Math.abs(from.centerX() - to.centerX()), 2 * LABEL);
  }

  /** Whether the action runs back over the nodes, and not under them. */
  public boolean isOver() {
    return places.box(acting().orElseThrow()).centerY() < places.box(input().orElseThrow()).centerY() - AWAY;
  }

  private Optional<AgentMethod> method() {
    return agent().map(Agent::method);
  }

  /** The loss of the policy or of the values, and that of a critic. */
  public List<Node> losses() {
    return canvas.network().outputs();
  }

  /** Where the memory or the rollout stands; empty where each step is learned from and forgotten. */
  public Optional<Box> memory() {
    return method().filter(method -> method instanceof Dqn || method instanceof PolicyMethod).map(method -> {
      if (isBeside()) {
        Box upper = places.box(losses().get(0));
        Box lower = places.box(losses().get(1));
        double middle = (Math.min(upper.y(), lower.y()) + Math.max(upper.bottom(), lower.bottom())) / 2;
        return new Box(trunk() + FROM_TRUNK, middle - HIGH_BESIDE / 2, LEAST, HIGH_BESIDE);
      }
      double bottom = canvas.network().nodes().stream().map(places::box).mapToDouble(Box::bottom).max().orElse(0);
      double left = places.box(input().orElseThrow()).right() + AWAY / 2;
      double right = places.box(acting().orElseThrow()).right();
      double below = isOver() ? UNDER : AWAY + UNDER;
      return new Box(left, bottom + below, Math.max(LEAST, Math.min(MOST, right - left)), HEIGHT);
    });
  }

  /** Whether what is remembered stands at the right of both losses, and not under them: two rows are high enough. */
  public boolean isBeside() {
    return losses().size() > 1 && places.box(losses().get(0)).y() != places.box(losses().get(1)).y();
  }

  /** Where the target network stands; empty where there is none. */
  public Optional<Box> target() {
    return method().filter(Dqn.class::isInstance).map(method -> {
      Box loss = places.box(canvas.network().objective().output());
      return new Box(loss.right() + BESIDE, loss.y(), TARGET, loss.height());
    });
  }

  /** Where what is learned from runs up to the losses. */
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
