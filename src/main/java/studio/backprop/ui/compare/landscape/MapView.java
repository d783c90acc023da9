package studio.backprop.ui.compare.landscape;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.VPos;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.text.TextAlignment;
import studio.backprop.landscape.surface.SurfacePoint;
import studio.backprop.ui.compare.comparison.VariantTexts;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Ticks;
import studio.backprop.ui.kit.Token;

/**
 * Map with axes and colour bar, and the trajectories. The map is painted on change, trajectories in each frame. Press or drag moves the
 * start on a test surface, and evaluates the network at the point on its own landscape. As a surface plot it shows the same data: a drag
 * rotates it, a click acts as on the map.
 */
final class MapView extends StackPane {
  private static final double LEFT = 60;
  private static final double RIGHT = 12;
  private static final double TOP = 26;
  private static final double BOTTOM = 40;
  private static final double BAR = 180;
  private static final double BAR_HEIGHT = 8;
  private static final int BAR_STEPS = 60;
  private static final double APART = 90;
  private static final double APART_UP = 46;
  /** Rotation per px of a drag and per key press, in radians. */
  private static final double DRAG_TURN = 0.01;
  private static final double KEY_TURN = Math.PI / 24;
  /** Maximum movement of a click in px. */
  private static final double CLICK = 4;

  private final LandscapeModel model;
  private final Lang lang;
  private final ThemeModel theme;
  private final MapPicture picture = new MapPicture();
  private final SurfacePlotPicture solid = new SurfacePlotPicture();
  private final BooleanProperty relief = new SimpleBooleanProperty(this, "relief");
  private final Painting ground = new Painting(this::paintGround);
  private final ContourNumbers contours = new ContourNumbers();
  private final Painting numbers = new Painting(this::paintNumbers);
  private final Painting trails = new Painting(this::paintTrails);
  private final Label nothing = new Label();
  private final LandscapeTexts words;
  private DrawnMap drawn;
  private List<DrawnTrail> avoided = List.of();
  private double pressedX;
  private double pressedY;
  private double draggedX;
  private double draggedY;

  MapView(LandscapeModel model, Lang lang, ThemeModel theme) {
    this.model = model;
    this.lang = lang;
    this.theme = theme;
    this.words = new LandscapeTexts(model, lang);
    getStyleClass().add("landscape-map");
    setMinSize(0, 0);
    setFocusTraversable(true);
    trails.setMouseTransparent(true);
    nothing.getStyleClass().add("mut");
    nothing.setWrapText(true);
    nothing.setMouseTransparent(true);
    numbers.setMouseTransparent(true);
    getChildren().addAll(ground, numbers, trails, nothing);
    setOnMousePressed(this::press);
    setOnMouseDragged(this::drag);
    setOnMouseReleased(this::release);
    model.frameProperty().subscribe(this::redraw);
    relief.subscribe(now -> {
      setCursor(now ? Cursor.OPEN_HAND : Cursor.CROSSHAIR);
      repaintAll();
    });
    theme.paletteProperty().subscribe(palette -> repaintAll());
    lang.textsProperty().subscribe(texts -> repaintAll());
  }

  /** Whether it is shown as a surface plot; initially false. */
  BooleanProperty reliefProperty() {
    return relief;
  }

  /** Rotates the surface plot by steps. @return whether there is one */
  boolean turn(int around, int up) {
    if (relief.get()) {
      solid.view().turn(around * KEY_TURN, up * KEY_TURN);
      repaintAll();
    }
    return relief.get();
  }

  /** Resets the rotation. @return whether there is a surface plot */
  boolean turnBack() {
    solid.view().reset();
    repaintAll();
    return relief.get();
  }

  private void repaintAll() {
    ground.repaint();
    numbers.repaint();
    trails.repaint();
    say();
  }

  private void redraw() {
    DrawnMap now = model.map().orElse(null);
    boolean fresh = now != drawn;
    if (fresh) {
      drawn = now;
      ground.repaint();
    }
    if (fresh || model.trails() != avoided) {
      avoided = model.trails();
      if (findNumbers() || fresh) {
        numbers.repaint();
      }
    }
    nothing.setVisible(now == null);
    nothing.setText(words.empty());
    trails.repaint();
    say();
  }

  private void say() {
    StringBuilder said = new StringBuilder(lang.say("landscape.map"));
    for (int variant = 0; variant < model.trails().size(); variant++) {
      DrawnTrail trail = model.trails().get(variant);
      said.append("; ").append(lang.say("landscape.map.lane", VariantTexts.letter(variant),
          lang.numbers().significant(trail.loss(model.step()), 3)));
    }
    setAccessibleText(said.toString());
  }

  private Optional<MapPlacement> place() {
    double width = Math.floor(getWidth() - LEFT - RIGHT);
    double height = Math.floor(getHeight() - TOP - BOTTOM);
    return width < 40 || height < 40 ? Optional.empty() : model.map().map(map -> new MapPlacement(map, LEFT, TOP, width, height));
  }

  private void press(MouseEvent event) {
    requestFocus();
    pressedX = event.getX();
    pressedY = event.getY();
    draggedX = pressedX;
    draggedY = pressedY;
    model.beforeMove();
    if (!relief.get()) {
      drag(event);
    }
  }

  private void release(MouseEvent event) {
    boolean click = Math.hypot(event.getX() - pressedX, event.getY() - pressedY) < CLICK;
    if (relief.get() && click && event.getButton() == MouseButton.PRIMARY) {
      solid.at(event.getX(), event.getY()).ifPresent(place -> model.touch(place.x(), place.y()));
    }
    model.keep();
  }

  private void drag(MouseEvent event) {
    if (relief.get()) {
      solid.view().turn((event.getX() - draggedX) * DRAG_TURN, (event.getY() - draggedY) * DRAG_TURN);
      draggedX = event.getX();
      draggedY = event.getY();
      repaintAll();
    } else if (event.getButton() == MouseButton.PRIMARY) {
      place().filter(place -> place.contains(event.getX(), event.getY()) || event.getEventType() == MouseEvent.MOUSE_DRAGGED)
          .ifPresent(place -> model.touch(place.atX(event.getX()), place.atY(event.getY())));
    }
  }

  private void paintGround(GraphicsContext g, double width, double height) {
    Palette palette = theme.palette();
    Optional<MapPlacement> place = place();
    if (place.isEmpty()) {
      g.setStroke(palette.color(Token.BORDER));
      g.strokeRect(LEFT - 0.5, TOP - 0.5, Math.max(0, width - LEFT - RIGHT), Math.max(0, height - TOP - BOTTOM));
      return;
    }
    if (relief.get()) {
      solid.paint(g, place.get().map(), width, TOP, height, palette, lang.numbers(), List.of(words.axis(0), words.axis(1)));
    } else {
      picture.paint(g, place.get(), palette);
      axes(g, place.get(), palette);
    }
    bar(g, place.get(), palette);
  }

  /** Moves labels away from trajectories. @return whether any has moved */
  private boolean findNumbers() {
    return place().filter(place -> !relief.get()).map(place -> contours.place(place, picture.levels(), model.trails(), model.race()
        .map(race -> race.surface().minima().stream().map(one -> new double[] {place.px(one.x()), place.py(one.y())}).toList())
        .orElse(List.of()))).orElse(false);
  }

  private void paintNumbers(GraphicsContext g, double width, double height) {
    if (!relief.get() && place().isPresent()) {
      findNumbers();
      contours.paint(g, place().get().map(), theme.palette(), lang.numbers());
    }
  }

  private void axes(GraphicsContext g, MapPlacement place, Palette palette) {
    DrawnMap map = place.map();
    double bottom = place.y() + place.height();
    g.setStroke(palette.color(Token.BORDER));
    g.setLineWidth(1);
    g.setFill(palette.color(Token.SUBT));
    g.setTextBaseline(VPos.CENTER);
    g.setTextAlign(TextAlignment.CENTER);
    for (double mark : Ticks.linear(map.left(), map.right(), Math.max(2, (int) (place.width() / APART)))) {
      double x = Math.floor(place.px(mark)) + 0.5;
      g.strokeLine(x, bottom, x, bottom + 4);
      Painting.write(g, lang.numbers().significant(mark, 4), x, bottom + 13);
    }
    g.setTextAlign(TextAlignment.RIGHT);
    for (double mark : Ticks.linear(map.bottom(), map.top(), Math.max(2, (int) (place.height() / APART_UP)))) {
      double y = Math.floor(place.py(mark)) + 0.5;
      g.strokeLine(place.x() - 4, y, place.x(), y);
      Painting.write(g, lang.numbers().significant(mark, 4), place.x() - 8, y);
    }
    g.setTextAlign(TextAlignment.CENTER);
    Painting.write(g, words.axis(0), place.x() + place.width() / 2, bottom + 30, place.width());
    g.save();
    g.translate(12, place.y() + place.height() / 2);
    g.rotate(-90);
    Painting.write(g, words.axis(1), 0, 0, place.height());
    g.restore();
  }

  private void bar(GraphicsContext g, MapPlacement place, Palette palette) {
    String high = lang.numbers().significant(place.map().high(), 2);
    String low = lang.numbers().significant(place.map().low(), 2);
    double right = place.x() + place.width() - 8 * high.length();
    double y = TOP / 2 - BAR_HEIGHT / 2;
    for (int i = 0; i < BAR_STEPS; i++) {
      g.setFill(palette.losses().color(i / (BAR_STEPS - 1.0)));
      g.fillRect(right - BAR + i * BAR / BAR_STEPS, y, BAR / BAR_STEPS + 0.5, BAR_HEIGHT);
    }
    g.setStroke(palette.color(Token.BORDER));
    g.strokeRect(right - BAR - 0.5, y - 0.5, BAR + 1, BAR_HEIGHT + 1);
    g.setFill(palette.color(Token.SUBT));
    g.setTextBaseline(VPos.CENTER);
    g.setTextAlign(TextAlignment.LEFT);
    Painting.write(g, high, right + 6, TOP / 2);
    g.setTextAlign(TextAlignment.RIGHT);
    Painting.write(g, lang.say("landscape.map.bar", low), right - BAR - 6, TOP / 2);
  }

  private void paintTrails(GraphicsContext g, double width, double height) {
    Optional<MapPlacement> place = place();
    List<DrawnTrail> all = model.trails();
    if (place.isEmpty() || all.isEmpty()) {
      return;
    }
    if (relief.get()) {
      paintOnRelief(g, all, width, height);
      return;
    }
    TrailPainter painter = new TrailPainter(g, place.get(), theme.palette(), lang);
    model.race().ifPresent(race -> race.surface().minima().forEach(minimum -> painter.minimum(minimum.x(), minimum.y())));
    for (int variant = 0; variant < all.size(); variant++) {
      painter.draw(all.get(variant), variant, model.step(), TrailPainter.dotsEvery(model.lastStep()));
    }
    painter.sayWhoLeft();
    model.network().point().filter(point -> model.race().isEmpty()).ifPresent(point -> painter.point(point.a(), point.b()));
    painter.letters(all, model.step());
    DrawnTrail first = all.get(0);
    if (oneStart(all) && place.get().contains(place.get().px(first.xs()[0]), place.get().py(first.ys()[0]))) {
      painter.start(first.xs()[0], first.ys()[0], words.start());
    }
  }

  private void paintOnRelief(GraphicsContext g, List<DrawnTrail> all, double width, double height) {
    if (solid.place().filter(seen -> model.map().filter(map -> map == seen.map()).isPresent()).isEmpty()) {
      return; // the ground comes first
    }
    SurfacePlotTrails painter = new SurfacePlotTrails(g, solid, theme.palette(), lang, width, height);
    model.race().ifPresent(race -> race.surface().minima().forEach(minimum -> painter.minimum(minimum.x(), minimum.y())));
    painter.draw(all, model.step(), oneStart(all) ? words.start() : "");
    model.network().point().filter(point -> model.race().isEmpty()).ifPresent(point -> painter.point(point.a(), point.b()));
  }

  private static boolean oneStart(List<DrawnTrail> all) {
    DrawnTrail first = all.get(0);
    return all.stream().allMatch(trail -> trail.xs()[0] == first.xs()[0] && trail.ys()[0] == first.ys()[0]);
  }

  /** Moves the start by shares of the view. */
  void moveStart(double right, double up) {
    model.map().filter(map -> model.surfaceProperty().get().isPresent()).ifPresent(map -> {
      SurfacePoint start = model.startProperty().get();
      model.beforeMove();
      model.startAt(start.x() + right * (map.right() - map.left()), start.y() + up * (map.top() - map.bottom()));
    });
  }
}
