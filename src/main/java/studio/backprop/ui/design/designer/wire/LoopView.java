package studio.backprop.ui.design.designer.wire;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import studio.backprop.environment.Environment;
import studio.backprop.network.Node;
import studio.backprop.observe.Snapshot;
import studio.backprop.project.Agent;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.Detail;
import studio.backprop.ui.design.designer.edit.LoopPlaces;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.workspace.environment.TakenAction;

/**
 * Loop of an agent and its environment: action, next state, memory or rollout, and the batch learned from. Dashed lines carry no values of
 * the network.
 */
public final class LoopView extends Pane {
  private static final double HEAD = 6;
  /** Font size from which there is only room for titles. */
  private static final int SIMPLE = Detail.DEFAULT_LETTERS + 3;

  private final CanvasDesk desk;
  private final Polyline line = line("loop-line");
  private final Polygon head = head("loop-head");
  private final Label label = label("loop-label");
  private final LoopFlows flows;

  public LoopView(CanvasDesk desk) {
    this.desk = desk;
    this.flows = new LoopFlows(desk);
    setManaged(false);
    setPickOnBounds(false);
    getChildren().addAll(flows, line, head, label);
  }

  static Polyline line(String style) {
    Polyline line = new Polyline();
    line.getStyleClass().add(style);
    line.setMouseTransparent(true);
    return line;
  }

  static Polygon head(String style) {
    Polygon head = new Polygon();
    head.getStyleClass().add(style);
    head.setMouseTransparent(true);
    return head;
  }

  static Label label(String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    label.setManaged(false);
    label.setMouseTransparent(true);
    return label;
  }

  private LoopPlaces places() {
    return desk.model().places().loop();
  }

  /** Layout after nodes have moved, or for another network. */
  public void place() {
    LoopPlaces places = places();
    boolean closed = places.agent().isPresent();
    Sight.show(this, closed);
    if (!closed) {
      return;
    }
    Node input = places.input().orElseThrow();
    Box from = desk.model().places().box(places.acting().orElseThrow());
    Box to = desk.model().places().box(input);
    boolean over = places.isOver();
    double startX = from.x() + from.width() / 2;
    double endX = to.x() + to.width() / 2;
    double start = over ? from.y() : from.y() + from.height();
    double end = over ? to.y() : to.y() + to.height();
    double way = over ? Math.min(start, end) - LoopPlaces.OVER : Math.max(start, end) + LoopPlaces.AWAY;
    line.getPoints().setAll(startX, start, startX, way, endX, way, endX, end);
    double back = over ? -HEAD : HEAD;
    head.getPoints().setAll(endX, end, endX - HEAD, end + 1.5 * back, endX + HEAD, end + 1.5 * back);
    applyCss(); // labels are as wide as their letters, which may have another size now
    flows.place(places);
    show();
    label.autosize();
    label.relocate((startX + endX) / 2 - label.getWidth() / 2, way - label.getHeight() / 2);
  }

  /** Keeps the font size on screen constant when zooming out. */
  public void showLetters(int px) {
    setStyle(px == Detail.DEFAULT_LETTERS ? "" : "-fx-font-size: " + px + "px;");
    flows.simplify(px > SIMPLE);
    place();
  }

  /** Shows the greedy action in the current state, and the contents of the memory. */
  public void show() {
    Optional<Agent> agent = places().agent();
    if (!isVisible() || agent.isEmpty()) {
      return;
    }
    flows.show();
    Environment environment = agent.get().environment();
    Optional<float[]> outputs = places().acting()
        .flatMap(node -> desk.run().snapshot().map(Snapshot::activations).map(seen -> seen.output(node.id())))
        .filter(numbers -> numbers.length == environment.actions().size());
    Optional<TakenAction> taken = desk.run().snapshot().filter(seen -> seen.activations().example().learned()).flatMap(Snapshot::agent)
        .filter(sight -> sight.world().id().equals(environment.id())) // what is seen may be of the project before
        .flatMap(TakenAction::of);
    String said = taken.map(action -> desk.lang().say("loop.action_taken", action.said(environment)))
        .or(() -> outputs.map(numbers -> desk.lang().say("loop.action_now", desk.lang().say(environment.action(best(numbers))))))
        .orElse(desk.lang().say("loop.action"));
    if (!said.equals(label.getText())) {
      label.setText(said);
      label.autosize();
    }
  }

  private static int best(float[] numbers) {
    int best = 0;
    for (int i = 1; i < numbers.length; i++) {
      best = numbers[i] > numbers[best] ? i : best;
    }
    return best;
  }
}
