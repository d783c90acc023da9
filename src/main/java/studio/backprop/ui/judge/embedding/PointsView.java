package studio.backprop.ui.judge.embedding;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import studio.backprop.evaluate.embed.NearestNeighbours;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/** Interactive scatter plot of the layout: pan, zoom, rotation, hover, selection and lasso. */
final class PointsView extends StackPane {
  private static final double NEAR = 12;
  private static final double ZOOM = 1.25;
  private static final double WHEEL = 0.002;
  private static final double TURN = 0.01;
  private static final double KEY_TURN = Math.PI / 24;
  private static final double KEY_PAN = 40;
  /** Share of the distance by which a view that the user has not moved follows the points per frame. */
  private static final double FOLLOW = 0.12;
  private static final double CLICK = 4;

  private final EmbeddingModel model;
  private final Lang lang;
  private final ThemeModel theme;
  private final EmbeddingTexts words;
  private final PointsCamera camera = new PointsCamera();
  private final PointsPainter painter = new PointsPainter();
  /** Rings around neighbours, painted below the points. */
  private final Painting under = new Painting(this::paintUnder);
  private final Painting points = new Painting(this::paint);
  private final Painting marks = new Painting(this::paintMarks);
  private final HoverCard card;
  private final PointAxes axes;
  private final BooleanProperty lassoing = new SimpleBooleanProperty(this, "lassoing");
  private Consumer<List<Integer>> encircled = some -> {};
  private Optional<Integer> hovered = Optional.empty();
  private Lasso lasso;
  private double pressedX;
  private double pressedY;
  private double lastX;
  private double lastY;
  private EmbeddedPoints shown;

  PointsView(EmbeddingModel model, Lang lang, ThemeModel theme, EmbeddingTexts words) {
    this.model = model;
    this.lang = lang;
    this.theme = theme;
    this.words = words;
    this.card = new HoverCard(lang, theme, words);
    this.axes = new PointAxes(lang);
    getStyleClass().addAll("points-view", "focusable");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setMinSize(0, 0);
    for (Painting painting : List.of(under, points, marks)) {
      painting.setMouseTransparent(true);
    }
    getChildren().addAll(under, points, marks, card);
    setOnMousePressed(this::press);
    setOnMouseDragged(this::drag);
    setOnMouseReleased(this::release);
    setOnMouseMoved(event -> point(event.getX(), event.getY()));
    setOnMouseExited(event -> leave());
    addEventHandler(ScrollEvent.SCROLL, this::wheel);
    addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    model.pointsProperty().subscribe((before, now) -> show(now));
    model.colourProperty().subscribe(this::repaint);
    model.exampleProperty().subscribe(this::mark);
    theme.paletteProperty().subscribe(this::repaint);
    lang.whenWrittenAnew(this::repaint);
    lassoing.subscribe(now -> setCursor(now ? Cursor.CROSSHAIR : Cursor.DEFAULT));
  }

  /** Listens to the points inside a drawn lasso. */
  void onEncircled(Consumer<List<Integer>> listener) {
    encircled = listener;
  }

  /** Whether dragging draws a lasso, as it does with Shift. */
  BooleanProperty lassoingProperty() {
    return lassoing;
  }

  private void show(EmbeddedPoints now) {
    boolean another = shown == null || now == null || !shown.choice().equals(now.choice());
    boolean growing = now != null && !now.goesOn() && now.choice().method() == EmbeddingChoice.Method.TSNE && !now.isComplete();
    shown = now;
    hovered = hovered.filter(at -> now != null && at < now.size());
    if (now == null) {
      card.hide();
    } else if (another) {
      camera.fit(now.layout());
    } else if (!camera.isMoved()) {
      camera.follow(now.layout(), growing || now.isComplete() ? 1 : FOLLOW); // at the end all points are visible
    }
    repaint();
  }

  private void repaint() {
    if (shown != null) {
      painter.colour(shown, model.colourProperty().get(), theme.palette());
      setAccessibleText(lang.say("embedding.said", shown.size(), shown.misclassified()));
    }
    under.repaint();
    points.repaint();
    marks.repaint();
  }

  private void mark() {
    under.repaint();
    marks.repaint();
    setAccessibleHelp(chosen().map(at -> words.sentence(shown, at)).orElse(""));
  }

  private Optional<Integer> chosen() {
    return shown == null ? Optional.empty() : shown.indexOf(model.exampleProperty().get());
  }

  PointsPainter painter() {
    return painter;
  }

  // --- painting

  private void paintUnder(GraphicsContext g, double width, double height) {
    if (shown == null) {
      return;
    }
    axes.paint(g, theme.palette(), shown, camera, width, height);
    double radius = PointsPainter.radius(shown.size());
    chosen().ifPresent(at -> {
      for (int near : NearestNeighbours.of(shown.layout(), at, NeighboursPane.COUNT)) {
        PointsCamera.Place place = camera.place(shown.layout()[near], width, height);
        painter.ring(g, place, ringed(near, radius), theme.palette().color(Token.ACCENT), 2);
      }
    });
  }

  private void paint(GraphicsContext g, double width, double height) {
    if (shown != null) {
      painter.points(g, shown, camera, width, height, PointsPainter.radius(shown.size()), true);
      new PointNames(shown, painter.by(), camera, width, height)
          .paint(g, theme.palette(), shown.hasLabels() ? words.classes(shown) : List.of());
    }
  }

  /** Radius of a second ring, around that of a misclassified point. */
  private double ringed(int at, double radius) {
    return shown.misclassified(at) ? radius + PointsPainter.RING + 3 : radius + PointsPainter.RING;
  }

  private void paintMarks(GraphicsContext g, double width, double height) {
    if (shown == null) {
      return;
    }
    double radius = PointsPainter.radius(shown.size());
    chosen().ifPresent(at -> painter.ring(
        g, camera.place(shown.layout()[at], width, height), ringed(at, radius) + 1.5, theme.palette().color(Token.ACCENT), 3));
    hovered.ifPresent(at -> painter.ring(
        g, camera.place(shown.layout()[at], width, height), radius + 1, theme.palette().color(Token.FG), 1.5));
    if (lasso != null) {
      g.setFill(theme.palette().color(Token.ACCENT).deriveColor(0, 1, 1, 0.12));
      g.fillPolygon(lasso.xs(), lasso.ys(), lasso.xs().length);
      g.setStroke(theme.palette().color(Token.ACCENT));
      g.setLineWidth(1.5);
      g.strokePolygon(lasso.xs(), lasso.ys(), lasso.xs().length);
    }
  }

  // --- the mouse

  private Optional<Integer> nearest(double x, double y) {
    if (shown == null) {
      return Optional.empty();
    }
    int best = -1;
    double least = NEAR;
    for (int i = 0; i < shown.size(); i++) {
      PointsCamera.Place place = camera.place(shown.layout()[i], getWidth(), getHeight());
      double away = Math.hypot(place.x() - x, place.y() - y);
      if (away < least) {
        least = away;
        best = i;
      }
    }
    return best < 0 ? Optional.empty() : Optional.of(best);
  }

  private void point(double x, double y) {
    Optional<Integer> now = nearest(x, y);
    if (now.equals(hovered)) {
      return;
    }
    hovered = now;
    marks.repaint();
    now.ifPresentOrElse(at -> card.show(shown, at, x, y, getWidth(), getHeight()), card::hide);
    setCursor(lassoing.get() ? Cursor.CROSSHAIR : now.isPresent() ? Cursor.HAND : Cursor.DEFAULT);
  }

  private void leave() {
    hovered = Optional.empty();
    card.hide();
    marks.repaint();
  }

  private void press(MouseEvent event) {
    requestFocus();
    pressedX = event.getX();
    pressedY = event.getY();
    lastX = pressedX;
    lastY = pressedY;
    if (event.getButton() == MouseButton.PRIMARY && (event.isShiftDown() || lassoing.get())) {
      lasso = new Lasso();
      lasso.to(pressedX, pressedY);
    }
  }

  private void drag(MouseEvent event) {
    if (lasso != null) {
      lasso.to(event.getX(), event.getY());
      marks.repaint();
      return;
    }
    double dx = event.getX() - lastX;
    double dy = event.getY() - lastY;
    lastX = event.getX();
    lastY = event.getY();
    leave();
    if (camera.isSolid() && event.getButton() == MouseButton.PRIMARY) {
      turn(dx * TURN, dy * TURN);
    } else {
      camera.pan(dx, dy);
    }
    repaint();
  }

  private void release(MouseEvent event) {
    if (lasso != null) {
      Lasso drawn = lasso;
      lasso = null;
      marks.repaint();
      List<Integer> inside = shown == null ? List.of() : IntStream.range(0, shown.size()).filter(i -> {
        PointsCamera.Place place = camera.place(shown.layout()[i], getWidth(), getHeight());
        return drawn.holds(place.x(), place.y());
      }).boxed().toList();
      if (!inside.isEmpty()) {
        encircled.accept(inside);
        return;
      }
    }
    if (Math.hypot(event.getX() - pressedX, event.getY() - pressedY) < CLICK) {
      nearest(event.getX(), event.getY()).ifPresent(model::choose);
    }
  }

  private void wheel(ScrollEvent event) {
    if (shown != null && event.getDeltaY() != 0) {
      leave();
      camera.zoom(Math.exp(event.getDeltaY() * WHEEL), event.getX(), event.getY(), getWidth(), getHeight());
      repaint();
      event.consume();
    }
  }

  // --- the keys, and the buttons that do the same

  void zoom(boolean in) {
    camera.zoom(in ? ZOOM : 1 / ZOOM, getWidth() / 2, getHeight() / 2, getWidth(), getHeight());
    repaint();
  }

  void fit() {
    if (shown != null) {
      camera.fit(shown.layout());
      repaint();
    }
  }

  private void press(KeyEvent key) {
    if (key.isShortcutDown() || key.isAltDown() || shown == null) {
      return;
    }
    switch (key.getCode()) {
      case LEFT -> move(-1, 0);
      case RIGHT -> move(1, 0);
      case UP -> move(0, -1);
      case DOWN -> move(0, 1);
      case PLUS, ADD, EQUALS -> zoom(true);
      case MINUS, SUBTRACT -> zoom(false);
      case DIGIT0, NUMPAD0, HOME -> fit();
      case COMMA -> walk(-1);
      case PERIOD -> walk(1);
      default -> {
        return;
      }
    }
    key.consume();
  }

  private void move(int across, int down) {
    if (camera.isSolid()) {
      turn(across * KEY_TURN, down * KEY_TURN);
    } else {
      camera.pan(-across * KEY_PAN, -down * KEY_PAN);
    }
    repaint();
  }

  private void turn(double across, double up) {
    camera.turn(across, up);
    if (shown != null) {
      camera.keepInSight(shown.layout());
    }
  }

  /** Selects the example this many places further. */
  private void walk(int places) {
    int from = chosen().orElse(places > 0 ? -1 : 0);
    model.choose(Math.floorMod(from + places, shown.size()));
  }
}
