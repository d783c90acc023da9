package studio.backprop.ui.doctor;

import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.StackPane;
import studio.backprop.train.Twin;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;

/** The loss of both trainings of an experiment on one scale, smoothed: A grey, B in the accent's colour. */
final class TwinCurves extends StackPane {
  private static final double SMOOTHING = 0.9;
  private static final double EDGE = 2;

  private final Twin twin;
  private final ObservableValue<Palette> palette;

  TwinCurves(Twin twin, ObservableValue<Palette> palette) {
    this.twin = twin;
    this.palette = palette;
    getStyleClass().add("twin-curves");
    setMouseTransparent(true);
    getChildren().add(new Painting(this::paint));
  }

  private void paint(GraphicsContext g, double width, double height) {
    double[] a = smoothed(twin.a().losses());
    double[] b = smoothed(twin.b().losses());
    double most = Math.max(most(a), most(b));
    double least = Math.min(least(a), least(b));
    draw(g, a, Token.MUT, least, most, width, height);
    draw(g, b, Token.ACCENT, least, most, width, height);
  }

  private static double[] smoothed(float[] losses) {
    double[] smoothed = new double[losses.length];
    for (int i = 0; i < losses.length; i++) {
      smoothed[i] = i == 0 ? losses[0] : SMOOTHING * smoothed[i - 1] + (1 - SMOOTHING) * losses[i];
    }
    return smoothed;
  }

  private static double most(double[] values) {
    double most = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      most = Math.max(most, value);
    }
    return most;
  }

  private static double least(double[] values) {
    double least = Double.POSITIVE_INFINITY;
    for (double value : values) {
      least = Math.min(least, value);
    }
    return least;
  }

  private void draw(GraphicsContext g, double[] values, Token token, double least, double most, double width, double height) {
    double unit = most > least ? (height - 2 * EDGE) / (most - least) : 0;
    double[] xs = new double[values.length];
    double[] ys = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      xs[i] = width * i / Math.max(1, twin.steps() - 1);
      ys[i] = height - EDGE - (values[i] - least) * unit;
    }
    g.setLineWidth(1.5);
    g.setStroke(palette.getValue().color(token));
    g.strokePolyline(xs, ys, values.length);
  }
}
