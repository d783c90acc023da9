package studio.backprop.ui.inside.debugger;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.QuadCurveTo;
import studio.backprop.derivation.Factor;
import studio.backprop.derivation.OpCurve;
import studio.backprop.derivation.Subject;
import studio.backprop.text.Latex;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Motion;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.kit.formula.Formula;
import studio.backprop.ui.kit.formula.Typesetter;

/** Overlay of the canvas with the curve of the pointed op, the tangent whose slope is the factor, and a leader line to its number. */
public final class TangentCard extends Pane {
  private static final double MARGIN = 16;
  private static final double BELOW = 8;
  private static final double BEND = 8;
  private static final double ROOM = 8;
  private static final double TANGENT = 0.35;
  private static final double DOT = 4;

  private final DebuggerDesk desk;
  private final ThemeModel theme;
  private final Function<Subject, Optional<Bounds>> places;
  private final Supplier<List<Bounds>> nodes;
  private final Path lead = new Path();
  private final Label title = new Label();
  private final Formula x;
  private final Formula y;
  private final Label slope = new Label();
  private final Painting plot = new Painting(this::paint);
  private final HBox card = new HBox();
  private Optional<Factor> shown = Optional.empty();
  private Optional<Subject> place = Optional.empty();

  /**
   * @param places bounds of a number in the scene, if visible
   * @param nodes bounds of the nodes in the scene
   */
  public TangentCard(
      DebuggerModel model, Lang lang, ThemeModel theme, Typesetter typesetter, Motion motion, Function<Subject, Optional<Bounds>> places,
      Supplier<List<Bounds>> nodes) {
    desk = new DebuggerDesk(model, lang, new Hints(lang), typesetter, motion, theme);
    this.theme = theme;
    this.places = places;
    this.nodes = nodes;
    setMouseTransparent(true);
    lead.getStyleClass().add("lead");
    lead.setManaged(false);
    card.getStyleClass().add("tangent-card");
    card.setManaged(false);
    title.getStyleClass().addAll("note", "strong");
    slope.getStyleClass().addAll("note", "slope");
    plot.getStyleClass().add("tangent-plot");
    x = desk.formula("");
    y = desk.formula("");
    VBox words = new VBox(title, x, y, slope);
    words.getStyleClass().add("gap-4");
    card.getChildren().addAll(plot, words);
    getChildren().addAll(lead, card);
    model.pointing().factorProperty().subscribe(this::show);
    show(Optional.empty());
  }

  private void show(Optional<Factor> pointed) {
    shown = pointed.filter(factor -> desk.model().knows(factor.known()));
    place = shown.flatMap(desk.model().pointing()::placeOf);
    Optional<OpCurve> curve = shown.flatMap(Factor::curve);
    card.setVisible(curve.isPresent());
    curve.ifPresent(known -> say(shown.get(), known));
    requestLayout();
  }

  private void say(Factor factor, OpCurve curve) {
    title.setText(desk.lang().say("debugger.plan.op", desk.op(factor.op()), desk.model().name(factor.node())));
    x.latexProperty().set(factor.from().symbol() + " = " + Latex.number(curve.x()));
    y.latexProperty().set(factor.to().symbol() + " = " + Latex.number(curve.y()));
    slope.setText(desk.lang().say("debugger.tangent.slope", desk.number(curve.slope())));
    plot.repaint();
  }

  @Override
  protected void layoutChildren() {
    card.autosize();
    List<Bounds> drawn = nodes.get().stream().map(this::sceneToLocal).toList();
    Bounds there = corner(drawn);
    card.relocate(there.getMinX(), there.getMinY());
    Optional<Bounds> from = place.flatMap(places).map(this::sceneToLocal).filter(bounds -> card.isVisible());
    lead.setVisible(from.isPresent());
    from.ifPresent(bounds -> draw(LeadRoute.find(bounds, drawn, there, getHeight()).orElseGet(() -> straight(bounds, there))));
  }

  /** Lower right, or lower left if less of the network lies there. */
  private Bounds corner(List<Bounds> drawn) {
    double y = Math.rint(getHeight() - card.getHeight() - BELOW);
    return Stream.of(getWidth() - card.getWidth() - MARGIN,
        MARGIN).<Bounds>map(x -> new BoundingBox(Math.rint(x), y, card.getWidth(), card.getHeight()))
        .min(Comparator.comparingDouble(box -> drawn.stream().mapToDouble(node -> covered(box, node)).sum())).orElseThrow();
  }

  private static double covered(Bounds a, Bounds b) {
    double width = Math.min(a.getMaxX(), b.getMaxX()) - Math.max(a.getMinX(), b.getMinX());
    double height = Math.min(a.getMaxY(), b.getMaxY()) - Math.max(a.getMinY(), b.getMinY());
    return Math.max(0, width) * Math.max(0, height);
  }

  private static List<Point2D> straight(Bounds from, Bounds to) {
    double x = to.getCenterX() > from.getCenterX() ? to.getMinX() : to.getMaxX();
    return List.of(new Point2D(from.getCenterX(), from.getMaxY()), new Point2D(x, to.getCenterY()));
  }

  /** With rounded corners. */
  private void draw(List<Point2D> corners) {
    lead.getElements().setAll(new MoveTo(corners.get(0).getX(), corners.get(0).getY()));
    for (int i = 1; i + 1 < corners.size(); i++) {
      Point2D corner = corners.get(i);
      Point2D before = near(corner, corners.get(i - 1));
      Point2D after = near(corner, corners.get(i + 1));
      lead.getElements().addAll(new LineTo(before.getX(), before.getY()),
          new QuadCurveTo(corner.getX(), corner.getY(), after.getX(), after.getY()));
    }
    Point2D end = corners.get(corners.size() - 1);
    lead.getElements().add(new LineTo(end.getX(), end.getY()));
  }

  private static Point2D near(Point2D corner, Point2D other) {
    double apart = corner.distance(other);
    return apart <= 2 * BEND ? corner.midpoint(other) : corner.interpolate(other, BEND / apart);
  }

  private void paint(GraphicsContext g, double width, double height) {
    Optional<OpCurve> curve = shown.flatMap(Factor::curve);
    if (curve.isPresent()) {
      new Plot(curve.get(), width, height).paint(g, theme.palette());
    }
  }

  /** Curve in an area of a size in px. */
  private record Plot(OpCurve curve, double width, double height) {
    void paint(GraphicsContext g, Palette palette) {
      axes(g, palette.color(Token.BORDER));
      g.setStroke(palette.color(Token.MUT));
      g.setLineWidth(1.5);
      g.beginPath();
      for (OpCurve.Point point : curve.points()) {
        g.lineTo(px(point.x()), py(point.y()));
      }
      g.stroke();
      tangent(g, palette.color(Token.TERM_RIM));
      g.setFill(palette.color(Token.BG));
      g.fillOval(px(curve.x()) - DOT, py(curve.y()) - DOT, 2 * DOT, 2 * DOT);
      g.setLineWidth(2);
      g.strokeOval(px(curve.x()) - DOT, py(curve.y()) - DOT, 2 * DOT, 2 * DOT);
    }

    private void axes(GraphicsContext g, Color colour) {
      g.setStroke(colour);
      g.setLineWidth(1);
      double zeroX = Math.rint(px(0)) + 0.5;
      double zeroY = Math.rint(py(0)) + 0.5;
      if (zeroX > 0 && zeroX < width) {
        g.strokeLine(zeroX, 0, zeroX, height);
      }
      if (zeroY > 0 && zeroY < height) {
        g.strokeLine(0, zeroY, width, zeroY);
      }
    }

    private void tangent(GraphicsContext g, Color colour) {
      g.setStroke(colour);
      g.setLineWidth(2.5);
      double reach = TANGENT * (right() - left()) / 2;
      double steep = Math.abs(curve.slope()) * reach * (height - 2 * ROOM) / (top() - bottom());
      double shorter = Math.min(1, height * TANGENT / Math.max(1e-9, steep));
      double from = curve.x() - reach * shorter;
      double to = curve.x() + reach * shorter;
      g.strokeLine(px(from), py(curve.tangent(from)), px(to), py(curve.tangent(to)));
    }

    private double left() {
      return curve.points().get(0).x();
    }

    private double right() {
      return curve.points().get(curve.points().size() - 1).x();
    }

    private double bottom() {
      return curve.points().stream().mapToDouble(OpCurve.Point::y).min().orElse(0);
    }

    private double top() {
      double top = curve.points().stream().mapToDouble(OpCurve.Point::y).max().orElse(1);
      return top > bottom() ? top : bottom() + 1;
    }

    private double px(double x) {
      return ROOM + (x - left()) / (right() - left()) * (width - 2 * ROOM);
    }

    private double py(double y) {
      return height - ROOM - (y - bottom()) / (top() - bottom()) * (height - 2 * ROOM);
    }
  }
}
