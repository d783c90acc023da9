package studio.backprop.ui.inside.lens.dense;

import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import studio.backprop.ui.inside.lens.sheet.ActivatedSums;
import studio.backprop.ui.inside.lens.sheet.ActivationCurve;
import studio.backprop.ui.inside.lens.sheet.DensePen;
import studio.backprop.ui.inside.lens.sheet.DensePlaces;
import studio.backprop.ui.kit.Token;

/**
 * Painter of the activation between sums and outputs of a dense layer: its curve with a point for each neuron, in the backward pass its
 * derivative. For an activation over all neurons, such as softmax, only an arrow.
 *
 * @param of the painted pass
 * @param forward the forward pass, with the sums
 */
record DenseCurve(DensePen pen, DensePlaces places, Optional<ActivatedSums> curve, DenseLane of, DenseLane forward, int firstNeuron,
    int neuron) {
  private static final double DOT = 2;
  private static final double POINT = 5;
  private static final double TALLEST = 0.8;

  void paint(int lane) {
    double left = places.curveLeft();
    double middle = places.neuronTop(lane, neuron - firstNeuron) + places.line() / 2;
    GraphicsContext g = pen.g();
    double high = Math.min(places.lane(), places.curve() * TALLEST);
    double top = places.laneTop(lane) + DensePlaces.HEAD + (places.lane() - high) / 2;
    if (curve.isEmpty()) {
      double y = middle;
      pen.ribbon(of.back() ? left + places.curve() - 4 : left + 4, y, of.back() ? left + 4 : left + places.curve() - 4, y, 2,
          pen.colour(ink()), true);
      return;
    }
    g.setFill(pen.colour(Token.BG));
    g.fillRoundRect(left, top, places.curve(), high, 6, 6);
    g.setStroke(pen.colour(Token.BORDER_SOFT));
    g.setLineWidth(1);
    g.strokeRoundRect(left + 0.5, top + 0.5, places.curve() - 1, high - 1, 6, 6);
    new Axes(curve.get(), of.back(), left + 8, top + 8, places.curve() - 16, high - 16).paint();
    flow(middle, top, high);
  }

  private Token ink() {
    return of.back() ? Token.GRADIENT : Token.ACCENT_TEXT;
  }

  /** Lines of the chosen neuron into the curve and out of it. */
  private void flow(double middle, double top, double high) {
    double y = Math.max(top + 4, Math.min(top + high - 4, middle));
    double left = places.curveLeft();
    double right = left + places.curve();
    if (of.back()) {
      pen.ribbon(places.answersLeft(), middle, right + 1, y, 2, pen.colour(ink()), true);
      pen.ribbon(left - 1, y, places.sumsLeft() + places.list(), middle, 2, pen.colour(ink()), true);
    } else {
      pen.ribbon(places.sumsLeft() + places.list(), middle, left - 1, y, 2, pen.colour(ink()), true);
      pen.ribbon(right + 1, y, places.answersLeft(), middle, 2, pen.colour(ink()), true);
    }
  }

  /** Axes of the curve. */
  private final class Axes {
    private final ActivationCurve activation;
    private final float[] slopes;
    private final float[] ys;
    private final double left;
    private final double top;
    private final double width;
    private final double height;
    private final double low;
    private final double high;

    Axes(ActivatedSums sums, boolean slope, double left, double top, double width, double height) {
      this.activation = sums.curve();
      this.slopes = sums.slopes();
      this.ys = slope ? activation.slopes() : activation.values();
      this.left = left;
      this.top = top;
      this.width = width;
      this.height = height;
      double least = 0;
      double most = slope ? 1 : 0;
      for (float y : ys) {
        least = Math.min(least, y);
        most = Math.max(most, y);
      }
      low = least;
      high = Math.max(most, least + 1e-6);
    }

    private double x(double value) {
      double reach = activation.reach();
      return left + (Math.max(-reach, Math.min(reach, value)) + reach) / (2 * reach) * width;
    }

    private double y(double value) {
      return top + height - (Math.max(low, Math.min(high, value)) - low) / (high - low) * height;
    }

    /** Y of a neuron's point. */
    private double at(int place) {
      return of.back() ? slopes[place] : activation.value(forward.sums()[place]);
    }

    void paint() {
      GraphicsContext g = pen.g();
      g.setStroke(pen.colour(Token.BORDER));
      g.setLineWidth(1);
      g.strokeLine(left, Math.rint(y(0)) + 0.5, left + width, Math.rint(y(0)) + 0.5);
      g.strokeLine(Math.rint(x(0)) + 0.5, top, Math.rint(x(0)) + 0.5, top + height);
      g.setStroke(pen.colour(of.back() ? Token.GRADIENT : Token.ACCENT));
      g.setLineWidth(2);
      g.beginPath();
      g.moveTo(x(activation.x(0)), y(ys[0]));
      for (int i = 1; i < ys.length; i++) {
        g.lineTo(x(activation.x(i)), y(ys[i]));
      }
      g.stroke();
      for (int i = 0; i < forward.sums().length; i++) {
        dot(i, DOT, Token.MUT);
      }
      point(forward.sums()[neuron]);
    }

    private void dot(int place, double radius, Token token) {
      pen.g().setFill(pen.colour(token));
      pen.g().fillOval(x(forward.sums()[place]) - radius, y(at(place)) - radius, 2 * radius, 2 * radius);
    }

    /** Point of the chosen neuron, with lines down to its z and across to its a. */
    private void point(float z) {
      GraphicsContext g = pen.g();
      g.setStroke(pen.colour(ink()));
      g.setLineWidth(1);
      g.setLineDashes(3, 3);
      g.strokeLine(x(z), y(at(neuron)), x(z), y(0));
      g.strokeLine(x(z), y(at(neuron)), of.back() ? left : left + width, y(at(neuron)));
      g.setLineDashes();
      g.setFill(pen.colour(Token.BG));
      g.fillOval(x(z) - POINT, y(at(neuron)) - POINT, 2 * POINT, 2 * POINT);
      dot(neuron, POINT - 1.5, ink());
      boolean leftHalf = x(z) < left + width / 2;
      pen.halo(pen.number(of.back() || of.answers() == null ? at(neuron) : of.answers()[neuron]), ink(), leftHalf ? TextAlignment.LEFT
          : TextAlignment.RIGHT,
          x(z) + (leftHalf ? 9 : -9), Math.max(top + 8, Math.min(top + height - 8, y(at(neuron)) - 10)));
    }
  }
}
