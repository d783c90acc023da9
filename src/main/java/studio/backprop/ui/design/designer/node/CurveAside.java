package studio.backprop.ui.design.designer.node;

import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import studio.backprop.network.Node;
import studio.backprop.observe.Activations;
import studio.backprop.observe.SingleLayerRun;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;

/** Curve of an activation function with the pre-activations of the chosen example; at flat places the gradient vanishes. */
final class CurveAside extends StackPane implements OutputAside {
  private static final int SAMPLES = 65;
  private static final int MAX_POINTS = 400;
  private static final float REACH = 4;
  private static final double DOT = 2.4;

  private final CanvasDesk desk;
  private final Node node;
  private final Painting painting = new Painting(this::paint);
  private final float[] ys;
  private float[] given = {};
  private float[] answered = {};
  private float low;
  private float high = 1;

  CurveAside(CanvasDesk desk, Node node) {
    this.desk = desk;
    this.node = node;
    float[] xs = new float[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      xs[i] = x(i);
    }
    ys = SingleLayerRun.of(node.layer(), List.of(Shape.of(SAMPLES))).map(alone -> alone.answer(xs)).orElse(xs);
    for (float y : ys) {
      low = Math.min(low, y);
      high = Math.max(high, y);
    }
    getChildren().add(painting);
  }

  private static float x(int sample) {
    return -REACH + 2 * REACH * sample / (SAMPLES - 1);
  }

  @Override
  public Region view() {
    return this;
  }

  @Override
  public void show(Activations seen) {
    Optional<Node> source = desk.model().network().sources(node.id()).stream().findFirst();
    source.filter(from -> seen.has(from.id())).ifPresent(from -> {
      given = seen.output(from.id());
      answered = seen.output(node.id());
      painting.repaint();
    });
  }

  @Override
  public void redraw() {
    painting.repaint();
  }

  private void paint(GraphicsContext g, double width, double height) {
    Palette palette = desk.theme().palette();
    g.setLineWidth(1);
    g.setStroke(palette.color(Token.BORDER));
    g.strokeLine(0, y(0, height), width, y(0, height));
    g.strokeLine(width / 2, 0, width / 2, height);
    g.setStroke(palette.color(Token.ACCENT));
    g.setLineWidth(1.5);
    g.beginPath();
    for (int i = 0; i < SAMPLES; i++) {
      g.lineTo(width * i / (SAMPLES - 1), y(ys[i], height));
    }
    g.stroke();
    g.setFill(palette.color(Token.GROUP_SEQUENCE));
    int stride = Math.max(1, given.length / MAX_POINTS);
    for (int i = 0; i < Math.min(given.length, answered.length); i += stride) {
      double x = (Math.max(-REACH, Math.min(REACH, given[i])) + REACH) / (2 * REACH) * width;
      g.fillOval(x - DOT / 2, y(Math.max(low, Math.min(high, answered[i])), height) - DOT / 2, DOT, DOT);
    }
  }

  private double y(double value, double height) {
    return height - 3 - (value - low) / (high - low) * (height - 6);
  }
}
