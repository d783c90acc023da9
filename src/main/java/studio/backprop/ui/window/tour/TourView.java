package studio.backprop.ui.window.tour;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Polygon;
import javafx.util.Subscription;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Pulse;

/**
 * Card of the guided tour with an arrow to the control, which it follows; the rest is dimmed but usable. Of the keys, only Tab, Enter and
 * Escape act on the card.
 */
public final class TourView extends Pane {
  private static final double WIDTH = 320;
  private static final double ARROW = 10;
  private static final double RIM = 4;
  private static final Set<KeyCode> OWN_KEYS = EnumSet.of(KeyCode.TAB, KeyCode.ENTER, KeyCode.ESCAPE);

  private final TourModel model;
  private final Lang lang;
  private final Region ring = new Region();
  private final VBox card = new VBox();
  private final Polygon arrow = new Polygon();
  private final Line shaft = new Line();
  private final Path shade = new Path();
  private final Consumer<KeyEvent> program;
  private final Button next = new Button();
  private Subscription following = Subscription.EMPTY;
  /** Whether it was opened but not laid out yet. */
  private boolean opens;
  private Bounds place;

  /** @param program receives the keys pressed on the card */
  public TourView(TourModel model, Lang lang, Pulse pulse, Consumer<KeyEvent> program) {
    this.model = model;
    this.program = program;
    this.lang = lang;
    setPickOnBounds(false);
    ring.getStyleClass().add("tour-ring");
    ring.setMouseTransparent(true);
    arrow.getStyleClass().add("tour-arrow");
    arrow.setMouseTransparent(true);
    fillCard();
    shaft.getStyleClass().add("tour-shaft");
    shaft.setMouseTransparent(true);
    shade.getStyleClass().add("tour-shade");
    shade.setFillRule(FillRule.EVEN_ODD);
    shade.setMouseTransparent(true);
    card.addEventFilter(KeyEvent.ANY, this::handOn);
    getChildren().addAll(shade, ring, shaft, arrow, card);
    model.stopProperty().subscribe(stop -> {
      opens = stop.isPresent() && (opens || following == Subscription.EMPTY);
      setVisible(stop.isPresent());
      following.unsubscribe();
      following = stop.isPresent() ? pulse.subscribe(this::follow) : Subscription.EMPTY;
      place = null;
    });
  }

  /** Global shortcuts such as Space and Ctrl+Z are forwarded. */
  private void handOn(KeyEvent key) {
    if (!OWN_KEYS.contains(key.getCode())) {
      key.consume();
      if (key.getEventType() == KeyEvent.KEY_PRESSED) {
        program.accept(key);
      }
    }
  }

  private void fillCard() {
    Label title = new Label();
    title.getStyleClass().add("panel-title");
    title.textProperty().bind(text(Stop::titleKey));
    Label count = new Label();
    count.getStyleClass().addAll("note", "mut");
    ObjectBinding<Integer> number =
        Bindings.createObjectBinding(() -> model.stopProperty().get().map(stop -> stop.ordinal() + 1).orElse(0), model.stopProperty());
    count.textProperty().bind(lang.bind("tour.count", number, Stop.values().length));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(title, gap, count);
    head.getStyleClass().add("tour-head");
    Label sentence = new Label();
    sentence.setId("tour-sentence");
    sentence.setWrapText(true);
    sentence.textProperty().bind(text(Stop::sentenceKey));
    Label done = new Label(null, Icon.OK.view());
    done.getStyleClass().addAll("ok", "strong");
    done.textProperty().bind(lang.bind("tour.done"));
    done.visibleProperty().bind(model.doneProperty());
    card.getStyleClass().addAll("card", "pop", "tour-card");
    card.setAccessibleRole(AccessibleRole.DIALOG);
    card.accessibleTextProperty().bind(sentence.textProperty());
    card.getChildren().addAll(head, sentence, foot(done));
  }

  private HBox foot(Label done) {
    Button skip = new Button();
    skip.setId("tour-skip");
    skip.getStyleClass().add("bare");
    skip.textProperty().bind(lang.bind("tour.skip"));
    skip.visibleProperty().bind(model.stopProperty().map(stop -> stop.filter(Stop::last).isEmpty()));
    act(skip, model::end);
    next.setId("tour-next");
    next.textProperty().bind(Bindings.createStringBinding(
        () -> lang.say(model.stopProperty().get().filter(Stop::last).isPresent() ? "tour.finish" : "tour.next"),
        model.stopProperty(), lang.textsProperty()));
    act(next, model::next);
    model.doneProperty().subscribe(now -> {
      next.getStyleClass().remove("main");
      if (now) {
        next.getStyleClass().add("main");
      }
    });
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox foot = new HBox(done, gap, skip, next);
    foot.getStyleClass().add("tour-foot");
    return foot;
  }

  private static void act(Button button, Runnable action) {
    button.setOnAction(event -> action.run());
    button.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
      if (key.getCode() == KeyCode.ENTER) {
        button.fire();
        key.consume();
      }
    });
  }

  private ObservableValue<String> text(Function<Stop, String> key) {
    return Bindings.createStringBinding(
        () -> model.stopProperty().get().map(key).map(lang::say).orElse(""), model.stopProperty(), lang.textsProperty());
  }

  /** Once a frame: follows the control. */
  private void follow() {
    Optional<Scene> scene = Optional.ofNullable(getScene());
    Optional<Node> control = model.stopProperty().get().flatMap(stop -> scene.flatMap(s -> shown(s, stop)));
    setVisible(control.isPresent());
    if (opens && control.isPresent()) {
      opens = false;
      next.requestFocus(); // Enter means Next
    }
    control.map(this::boundsOf).filter(bounds -> !bounds.equals(place))
        .ifPresent(bounds -> pointAt(bounds, model.stopProperty().get().orElseThrow()));
  }

  private static Optional<Node> shown(Scene scene, Stop stop) {
    return stop.selectors().stream().flatMap(selector -> scene.getRoot().lookupAll(selector).stream()).filter(Node::isVisible).findFirst();
  }

  private void pointAt(Bounds control, Stop stop) {
    place = control;
    Scene scene = getScene();
    Bounds window = new BoundingBox(0, 0, scene.getWidth(), scene.getHeight());
    Bounds lit = Optional.ofNullable(scene.lookup(stop.lit())).filter(Node::isVisible).map(this::boundsOf).orElse(control);
    Bounds whole = grown(union(lit, control));
    List<Bounds> explained = stop.ofNodes() ? scene.getRoot().lookupAll(".designer-node").stream().filter(Node::isVisible)
        .map(this::boundsOf).toList() : List.of();
    double height = card.prefHeight(WIDTH);
    Bounds at = TourPlacement.find(window, control, whole, explained, WIDTH, height);
    ring.resizeRelocate(control.getMinX() - 3, control.getMinY() - 3, control.getWidth() + 6, control.getHeight() + 6);
    card.resizeRelocate(at.getMinX(), at.getMinY(), WIDTH, height);
    dim(window, whole);
    point(TourPlacement.edge(at, control), TourPlacement.edge(grown(control), at));
  }

  private Bounds boundsOf(Node node) {
    return sceneToLocal(node.localToScene(node.getLayoutBounds()));
  }

  private static Bounds union(Bounds a, Bounds b) {
    double x = Math.min(a.getMinX(), b.getMinX());
    double y = Math.min(a.getMinY(), b.getMinY());
    return new BoundingBox(x, y, Math.max(a.getMaxX(), b.getMaxX()) - x, Math.max(a.getMaxY(), b.getMaxY()) - y);
  }

  private static Bounds grown(Bounds bounds) {
    return new BoundingBox(bounds.getMinX() - RIM, bounds.getMinY() - RIM, bounds.getWidth() + 2 * RIM, bounds.getHeight() + 2 * RIM);
  }

  /** Dims the window outside the panel. */
  private void dim(Bounds window, Bounds lit) {
    shade.getElements().setAll(rectangle(window));
    shade.getElements().addAll(rectangle(lit));
  }

  private static List<PathElement> rectangle(Bounds box) {
    return List.of(
        new MoveTo(box.getMinX(), box.getMinY()), new LineTo(box.getMaxX(), box.getMinY()), new LineTo(box.getMaxX(), box.getMaxY()),
        new LineTo(box.getMinX(), box.getMaxY()), new ClosePath());
  }

  private void point(Point2D from, Point2D tip) {
    Point2D way = tip.subtract(from);
    boolean apart = way.magnitude() > 1;
    arrow.setVisible(apart);
    shaft.setVisible(apart);
    if (apart) {
      Point2D along = way.normalize().multiply(ARROW);
      Point2D neck = tip.subtract(along);
      arrow.getPoints().setAll(
          tip.getX(), tip.getY(), neck.getX() - 0.6 * along.getY(), neck.getY() + 0.6 * along.getX(), neck.getX() + 0.6 * along.getY(),
          neck.getY() - 0.6 * along.getX());
      shaft.setStartX(from.getX());
      shaft.setStartY(from.getY());
      shaft.setEndX(neck.getX());
      shaft.setEndY(neck.getY());
    }
  }

  @Override
  protected void layoutChildren() {
    place = null;
  }
}
