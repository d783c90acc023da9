package studio.backprop.ui.tour;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Polygon;
import javafx.util.Subscription;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Pulse;

/** A card with an arrow at the control that the tour is at, which it follows when the window changes; the control stays usable. */
public final class TourView extends Pane {
  private static final double WIDTH = 320;
  private static final double GAP = 14;
  private static final double EDGE = 12;
  private static final double ARROW = 10;
  /** How far down a tall control the card stands: below the network, which it would cover otherwise. */
  private static final double BESIDE = 0.62;

  private final TourModel model;
  private final Lang lang;
  private final Region ring = new Region();
  private final VBox card = new VBox();
  private final Polygon arrow = new Polygon();
  private Subscription following = Subscription.EMPTY;
  private Bounds place;

  public TourView(TourModel model, Lang lang, Pulse pulse) {
    this.model = model;
    this.lang = lang;
    setPickOnBounds(false);
    ring.getStyleClass().add("tour-ring");
    ring.setMouseTransparent(true);
    arrow.getStyleClass().add("tour-arrow");
    arrow.setMouseTransparent(true);
    fillCard();
    getChildren().addAll(ring, card, arrow);
    model.stopProperty().subscribe(stop -> {
      setVisible(stop.isPresent());
      following.unsubscribe();
      following = stop.isPresent() ? pulse.subscribe(this::follow) : Subscription.EMPTY;
      place = null;
    });
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
    skip.setOnAction(event -> model.end());
    Button next = new Button();
    next.setId("tour-next");
    next.textProperty().bind(Bindings.createStringBinding(
        () -> lang.say(model.stopProperty().get().filter(Stop::last).isPresent() ? "tour.finish" : "tour.next"),
        model.stopProperty(), lang.textsProperty()));
    next.setOnAction(event -> model.next());
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

  private ObservableValue<String> text(Function<Stop, String> key) {
    return Bindings.createStringBinding(
        () -> model.stopProperty().get().map(key).map(lang::say).orElse(""), model.stopProperty(), lang.textsProperty());
  }

  /** Once a frame: where the control is now. */
  private void follow() {
    Optional<Scene> scene = Optional.ofNullable(getScene());
    Optional<Node> control = model.stopProperty().get().flatMap(stop -> scene.flatMap(s -> shown(s, stop)));
    setVisible(control.isPresent());
    control.map(node -> sceneToLocal(node.localToScene(node.getLayoutBounds()))).filter(bounds -> !bounds.equals(place)).ifPresent(this::pointAt);
  }

  private static Optional<Node> shown(Scene scene, Stop stop) {
    return stop.selectors().stream().map(scene::lookup).filter(node -> node != null && node.isVisible()).findFirst();
  }

  private void pointAt(Bounds control) {
    place = control;
    double height = card.prefHeight(WIDTH);
    double width = getScene().getWidth();
    double low = getScene().getHeight();
    ring.resizeRelocate(control.getMinX() - 3, control.getMinY() - 3, control.getWidth() + 6, control.getHeight() + 6);
    double left = clamp(control.getCenterX() - WIDTH / 2, EDGE, width - WIDTH - EDGE);
    double top = clamp(control.getMinY() + control.getHeight() * BESIDE, EDGE, low - height - EDGE);
    Point2D at;
    boolean fitsBelow = control.getMaxY() + GAP + height < low;
    boolean tall = control.getHeight() > low / 3;
    if (tall && control.getWidth() > width / 3 && !fitsBelow) {
      // what fills the window has the card inside, at its lower edge
      at = new Point2D(left, control.getMaxY() - height - GAP);
      arrow.getPoints().clear();
    } else if (tall && control.getWidth() <= width / 3) {
      at = new Point2D(control.getMaxX() + GAP, top);
      point(control.getMaxX() + 4, top + height / 2, 1, 0);
    } else if (fitsBelow) {
      at = new Point2D(left, control.getMaxY() + GAP);
      point(control.getCenterX(), control.getMaxY() + 4, 0, 1);
    } else {
      at = new Point2D(left, control.getMinY() - GAP - height);
      point(control.getCenterX(), control.getMinY() - 4, 0, -1);
    }
    card.resizeRelocate(at.getX(), at.getY(), WIDTH, height);
  }

  /** An arrow with its tip here, whose body lies in the given direction. */
  private void point(double x, double y, double right, double down) {
    arrow.getPoints().setAll(
        x, y,
        x + right * ARROW + down * ARROW, y + down * ARROW + right * ARROW,
        x + right * ARROW - down * ARROW, y + down * ARROW - right * ARROW);
  }

  private static double clamp(double value, double low, double high) {
    return Math.max(low, Math.min(high, value));
  }

  @Override
  protected void layoutChildren() {
    place = null;
  }
}
