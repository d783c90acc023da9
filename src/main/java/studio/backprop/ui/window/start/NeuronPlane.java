package studio.backprop.ui.window.start;

import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Scale;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/** Input plane of the neuron, shaded by its output, with the training points; misclassified ones are ringed. */
final class NeuronPlane extends Pane {
  private static final int CELLS = 40;
  private static final double DOT = 8;
  private static final double RIM = 11;
  private static final double RING = 16;
  private static final double LINE = 2;
  private static final double RING_LINE = 1.5;
  private static final double RING_STRENGTH = 0.6;
  private static final double ROUND = 16;
  /** Position on the scale of a certain output: the points must stand out from it. */
  private static final double SHADE = 0.6;
  /** Margin around the outermost point, as a factor. */
  private static final double MARGIN = 1.08;

  private final NeuronModel model;
  private final ThemeModel theme;
  private final Canvas canvas = new Canvas();
  private final WritableImage shades = new WritableImage(CELLS, CELLS);
  private final float[] places = new float[CELLS * CELLS * 2];
  private final float[] points;
  private final double reach;

  NeuronPlane(NeuronModel model, ThemeModel theme) {
    this.model = model;
    this.theme = theme;
    this.points = pointsOf(model);
    this.reach = reachOf(points);
    for (int cell = 0; cell < CELLS * CELLS; cell++) {
      places[2 * cell] = (float) (((cell % CELLS + 0.5) / CELLS * 2 - 1) * reach);
      places[2 * cell + 1] = (float) ((1 - (cell / CELLS + 0.5) / CELLS * 2) * reach);
    }
    setFocusTraversable(true);
    setOnMousePressed(event -> requestFocus());
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    getStyleClass().add("neuron-plane");
    getChildren().add(canvas);
    model.changesProperty().subscribe(change -> paint());
    theme.paletteProperty().subscribe(palette -> paint());
  }

  private static float[] pointsOf(NeuronModel model) {
    float[] points = new float[model.points() * 2];
    float[] point = new float[2];
    for (int i = 0; i < model.points(); i++) {
      model.copyPoint(i, point);
      System.arraycopy(point, 0, points, 2 * i, 2);
    }
    return points;
  }

  private static double reachOf(float[] points) {
    double farthest = 0;
    for (float coordinate : points) {
      farthest = Math.max(farthest, Math.abs(coordinate));
    }
    return farthest * MARGIN;
  }

  @Override
  protected void layoutChildren() {
    Rectangle rounded = new Rectangle(getWidth(), getHeight());
    rounded.setArcWidth(ROUND);
    rounded.setArcHeight(ROUND);
    canvas.setClip(rounded);
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    paint();
  }

  private void paint() {
    if (canvas.getWidth() == 0) {
      return;
    }
    GraphicsContext g = canvas.getGraphicsContext2D();
    shade();
    g.drawImage(shades, 0, 0, canvas.getWidth(), canvas.getHeight());
    paintLine(g);
    // rings below all points: none is hidden
    for (int i = 0; i < model.points(); i++) {
      paintRing(g, i);
    }
    for (int i = 0; i < model.points(); i++) {
      paintPoint(g, i);
    }
  }

  private void shade() {
    Scale scale = theme.palette().signed();
    float[] answers = model.answers(places);
    for (int cell = 0; cell < answers.length; cell++) {
      shades.getPixelWriter().setArgb(cell % CELLS, cell / CELLS, scale.argb((2 * answers[cell] - 1) * SHADE));
    }
  }

  /** Decision boundary w₁·x₁ + w₂·x₂ + b = 0, extended from its point nearest to the centre. */
  private void paintLine(GraphicsContext g) {
    double w1 = model.value(Weight.W1).get();
    double w2 = model.value(Weight.W2).get();
    double length = Math.hypot(w1, w2);
    if (length == 0) {
      return;
    }
    double nearX = -model.value(Weight.BIAS).get() * w1 / (length * length);
    double nearY = -model.value(Weight.BIAS).get() * w2 / (length * length);
    double alongX = -w2 / length * reach * 3;
    double alongY = w1 / length * reach * 3;
    g.setStroke(theme.palette().color(Token.FG));
    g.setLineWidth(LINE);
    g.strokeLine(x(nearX - alongX), y(nearY - alongY), x(nearX + alongX), y(nearY + alongY));
  }

  private void paintPoint(GraphicsContext g, int point) {
    Palette palette = theme.palette();
    double x = x(points[2 * point]);
    double y = y(points[2 * point + 1]);
    circle(g, x, y, RIM, palette.color(Token.BG));
    circle(g, x, y, DOT, palette.color(model.second(point) ? Token.GROUP_BASIC : Token.GROUP_SEQUENCE));
  }

  private void paintRing(GraphicsContext g, int point) {
    if (model.wrong(point)) {
      g.setGlobalAlpha(RING_STRENGTH);
      g.setStroke(theme.palette().color(Token.FG));
      g.setLineWidth(RING_LINE);
      g.strokeOval(x(points[2 * point]) - RING / 2, y(points[2 * point + 1]) - RING / 2, RING, RING);
      g.setGlobalAlpha(1);
    }
  }

  private static void circle(GraphicsContext g, double x, double y, double across, Color color) {
    g.setFill(color);
    g.fillOval(x - across / 2, y - across / 2, across, across);
  }

  private double x(double value) {
    return (value / reach + 1) / 2 * canvas.getWidth();
  }

  private double y(double value) {
    return (1 - value / reach) / 2 * canvas.getHeight();
  }
}
