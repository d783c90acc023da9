package studio.backprop.ui.debugger;

import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.CubicCurve;
import studio.backprop.text.Latex;
import studio.backprop.train.explain.Curve;
import studio.backprop.train.explain.Factor;
import studio.backprop.train.explain.Subject;
import studio.backprop.ui.formula.Formula;
import studio.backprop.ui.formula.Typesetter;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Motion;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/** Lies over the canvas: the curve of the op that somebody points at, with the tangent whose slope is the factor, and a lead to where it stands. */
public final class TangentCard extends Pane {
  private static final double MARGIN = 16;
  private static final double ROOM = 8;
  private static final double TANGENT = 0.35;
  private static final double DOT = 4;

  private final Desk desk;
  private final ThemeModel theme;
  private final Function<Subject, Optional<Bounds>> places;
  private final CubicCurve lead = new CubicCurve();
  private final Label title = new Label();
  private final Formula x;
  private final Formula y;
  private final Label slope = new Label();
  private final Painting plot = new Painting(this::paint);
  private final HBox card = new HBox();
  private Optional<Factor> shown = Optional.empty();
  private Optional<Subject> place = Optional.empty();

  /** @param places where a number stands in the scene, if it is seen */
  public TangentCard(
      DebuggerModel model, Lang lang, ThemeModel theme, Typesetter typesetter, Motion motion, Function<Subject, Optional<Bounds>> places) {
    desk = new Desk(model, lang, new Hints(lang), typesetter, motion, theme);
    this.theme = theme;
    this.places = places;
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
    model.pointedProperty().subscribe(this::show);
    show(Optional.empty());
  }

  private void show(Optional<Factor> pointed) {
    shown = pointed.filter(factor -> desk.model().knows(factor.known()));
    place = shown.flatMap(desk.model()::placeOf);
    Optional<Curve> curve = shown.flatMap(Factor::curve);
    card.setVisible(curve.isPresent());
    curve.ifPresent(known -> say(shown.get(), known));
    requestLayout();
  }

  private void say(Factor factor, Curve curve) {
    title.setText(desk.lang().say("debugger.plan.op", desk.op(factor.op()), desk.model().name(factor.node())));
    x.latexProperty().set(factor.from().symbol() + " = " + Latex.number(curve.x()));
    y.latexProperty().set(factor.to().symbol() + " = " + Latex.number(curve.y()));
    slope.setText(desk.lang().say("debugger.tangent.slope", desk.number(curve.slope())));
    plot.repaint();
  }

  @Override
  protected void layoutChildren() {
    card.autosize();
    card.relocate(Math.rint(getWidth() - card.getWidth() - MARGIN), Math.rint(getHeight() - card.getHeight() - MARGIN));
    Optional<Bounds> from = place.flatMap(places).map(this::sceneToLocal).filter(bounds -> card.isVisible());
    lead.setVisible(from.isPresent());
    from.ifPresent(bounds -> {
      boolean above = bounds.getMaxY() < card.getLayoutY();
      lead.setStartX(bounds.getCenterX());
      lead.setStartY(bounds.getMaxY());
      lead.setControlX1(bounds.getCenterX());
      lead.setControlY1((bounds.getMaxY() + card.getLayoutY()) / 2);
      lead.setEndX(above ? card.getLayoutX() + card.getWidth() / 2 : card.getLayoutX());
      lead.setEndY(above ? card.getLayoutY() : card.getLayoutY() + card.getHeight() / 2);
      lead.setControlX2(lead.getEndX() - (above ? 0 : MARGIN));
      lead.setControlY2(above ? (bounds.getMaxY() + card.getLayoutY()) / 2 : lead.getEndY());
    });
  }

  private void paint(GraphicsContext g, double width, double height) {
    Optional<Curve> curve = shown.flatMap(Factor::curve);
    if (curve.isPresent()) {
      new Plot(curve.get(), width, height).paint(g, theme.palette());
    }
  }

  /** The curve in a room of some px. */
  private record Plot(Curve curve, double width, double height) {
    void paint(GraphicsContext g, Palette palette) {
      axes(g, palette.color(Token.BORDER));
      g.setStroke(palette.color(Token.MUT));
      g.setLineWidth(1.5);
      g.beginPath();
      for (Curve.Point point : curve.points()) {
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
      return curve.points().stream().mapToDouble(Curve.Point::y).min().orElse(0);
    }

    private double top() {
      double top = curve.points().stream().mapToDouble(Curve.Point::y).max().orElse(1);
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
