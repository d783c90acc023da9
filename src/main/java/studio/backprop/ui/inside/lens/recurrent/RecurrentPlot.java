package studio.backprop.ui.inside.lens.recurrent;

import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import studio.backprop.ui.inside.lens.sheet.DenseTexts;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Token;

/**
 * Painter of the gradient norms at each step as curves, below their columns.
 *
 * @param twin a Simple RNN, whose curve is dashed; null for none
 * @param reached number of steps that the animated gradient has passed
 */
record RecurrentPlot(LensDesk desk, RecurrentNumbers numbers, RecurrentNumbers twin, RecurrentPlaces places, double reached) {
  private static final double NOTE = 11;
  private static final double DOT = 7;
  private static final double TICK = 14;
  private static final double KEY = 16;
  private static final double GAP = 18;

  void paint(GraphicsContext g) {
    double[] norms = DoubleStream.concat(DoubleStream.concat(all(numbers::stateNorm), all(numbers::cellNorm)), all(this::twinNorm))
        .filter(RecurrentPlot::known).toArray();
    g.setTextBaseline(VPos.CENTER);
    g.setFont(Font.font(Fonts.FAMILY, NOTE));
    if (norms.length == 0) {
      text(g, desk.lang().say("lens.no_gradient"), Token.MUT, TextAlignment.LEFT, RecurrentPlaces.LEFT, places.curveTop() + 10);
      return;
    }
    double low = Math.floor(Math.log10(DoubleStream.of(norms).min().orElse(1)));
    double high = Math.max(low + 1, Math.ceil(Math.log10(DoubleStream.of(norms).max().orElse(1))));
    axis(g, low, high);
    if (places.twin()) {
      g.setLineDashes(5, 4);
      line(g, this::twinNorm, low, high, Token.MUT);
    }
    if (places.hasCells()) {
      line(g, numbers::cellNorm, low, high, Token.TIME);
    }
    line(g, numbers::stateNorm, low, high, Token.GRADIENT);
    legend(g);
  }

  private double twinNorm(int step) {
    return twin == null ? Double.NaN : twin.stateNorm(step);
  }

  private static boolean known(double norm) {
    return norm > 0 && norm < Double.POSITIVE_INFINITY;
  }

  private Color colour(Token token) {
    return desk.theme().palette().color(token);
  }

  private void text(GraphicsContext g, String text, Token token, TextAlignment side, double x, double y) {
    g.setFill(colour(token));
    g.setTextAlign(side);
    Painting.write(g, text, x, y);
  }

  private void axis(GraphicsContext g, double low, double high) {
    int every = (int) Math.max(1, Math.ceil((high - low) / Math.max(1, (places.plotBottom() - places.curveTop()) / TICK)));
    for (int power = (int) low; power <= high; power += every) {
      double y = y(power, low, high);
      g.setStroke(colour(Token.BORDER_SOFT));
      g.setLineWidth(1);
      g.strokeLine(RecurrentPlaces.LEFT, y, places.left(places.first() + places.shown()), y);
      text(g, desk.lang().numbers().compact(Math.pow(10, power)), Token.MUT, TextAlignment.RIGHT, RecurrentPlaces.LEFT - 6, y);
    }
  }

  /** Legend, right-aligned. */
  private void legend(GraphicsContext g) {
    double right = places.left(places.first() + places.shown()) - GAP / 2;
    if (places.twin()) {
      right = key(g, desk.lang().say("lens.recurrent.twin"), Token.MUT, right);
    }
    right = key(g, desk.lang().say("lens.recurrent.state"), Token.GRADIENT, right);
    if (places.hasCells()) {
      key(g, desk.lang().say("lens.recurrent.cell"), Token.TIME, right);
    }
  }

  /** @return x of its left end */
  private double key(GraphicsContext g, String name, Token token, double right) {
    double y = places.plotTop() - 2;
    text(g, name, Token.MUT, TextAlignment.RIGHT, right, y);
    double x = right - DenseTexts.width(name) - 6;
    g.setStroke(colour(token));
    g.setLineWidth(2);
    g.setLineDashes();
    g.strokeLine(x - KEY, y, x, y);
    return x - KEY - GAP;
  }

  private DoubleStream all(IntToDoubleFunction norm) {
    return IntStream.range(0, numbers.steps()).mapToDouble(norm);
  }

  private double y(double power, double low, double high) {
    return places.plotBottom() - (power - low) / (high - low) * (places.plotBottom() - places.curveTop());
  }

  private void line(GraphicsContext g, IntToDoubleFunction norm, double low, double high, Token token) {
    g.setStroke(colour(token));
    g.setLineWidth(2);
    g.beginPath();
    boolean drawing = false;
    for (int step = places.first(); step < places.first() + places.shown(); step++) {
      boolean drawn = drawn(norm, step);
      if (drawn && drawing) {
        g.lineTo(places.middle(step), y(Math.log10(norm.applyAsDouble(step)), low, high));
      } else if (drawn) {
        g.moveTo(places.middle(step), y(Math.log10(norm.applyAsDouble(step)), low, high));
      }
      drawing = drawn;
    }
    g.stroke();
    g.setLineDashes();
    for (int step = places.first(); step < places.first() + places.shown(); step++) {
      if (drawn(norm, step)) {
        double y = y(Math.log10(norm.applyAsDouble(step)), low, high);
        g.setFill(colour(Token.BG));
        g.fillOval(places.middle(step) - DOT / 2, y - DOT / 2, DOT, DOT);
        g.strokeOval(places.middle(step) - DOT / 2, y - DOT / 2, DOT, DOT);
      }
    }
  }

  /** Whether the gradient is known there and the animation has reached it. */
  private boolean drawn(IntToDoubleFunction norm, int step) {
    return known(norm.applyAsDouble(step)) && numbers.back(step) <= reached;
  }
}
