package studio.backprop.ui.judge.evaluate;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.StackPane;
import javafx.scene.text.TextAlignment;
import studio.backprop.evaluate.metric.RegressionReport;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Ticks;
import studio.backprop.ui.kit.Token;

/** Histogram of the residuals (true − predicted), with the normal distribution of the same mean and deviation as a line. */
final class ResidualHistogram extends StackPane {
  private static final int BINS = 30;
  private static final double SIDE = 16;
  private static final double TOP = 10;
  private static final double BOTTOM = 38;
  private static final double LINE = 1.5;
  private static final double PALE = 0.55;
  private static final int MARKS = 5;

  private final Lang lang;
  private final ThemeModel theme;
  private final Painting painting = new Painting(this::paint);
  private double[] residuals = {};
  private double mean;
  private double deviation;

  ResidualHistogram(Lang lang, ThemeModel theme) {
    this.lang = lang;
    this.theme = theme;
    getStyleClass().add("curve-plot");
    getChildren().add(painting);
    painting.accessibleTextProperty().bind(lang.bind("metrics.residual_histogram"));
    theme.paletteProperty().subscribe(now -> painting.repaint());
  }

  void show(RegressionReport report) {
    residuals = report.residuals();
    mean = -report.meanError();
    deviation = report.residualDeviation();
    painting.repaint();
  }

  private void paint(GraphicsContext g, double width, double height) {
    if (residuals.length == 0 || width < 4 * SIDE || height < 2 * (TOP + BOTTOM)) {
      return;
    }
    double reach = 0;
    for (double residual : residuals) {
      reach = Math.max(reach, Math.abs(residual));
    }
    reach = reach == 0 ? 1 : reach;
    double[] counts = new double[BINS];
    double most = 1;
    for (double residual : residuals) {
      int bin = (int) Math.min(BINS - 1, (residual + reach) / (2 * reach) * BINS);
      most = Math.max(most, ++counts[bin]);
    }
    Palette palette = theme.palette();
    double wide = (width - 2 * SIDE) / BINS;
    double bottom = height - BOTTOM;
    double unit = (bottom - TOP) / (most * 1.1);
    g.setFill(palette.color(Token.ACCENT).deriveColor(0, 1, 1, PALE));
    for (int bin = 0; bin < BINS; bin++) {
      g.fillRect(SIDE + bin * wide + 0.5, bottom - counts[bin] * unit, Math.max(1, wide - 1), counts[bin] * unit);
    }
    paintNormal(g, palette, reach, unit, width, bottom);
    paintAxis(g, palette, reach, width, height);
  }

  private void paintNormal(GraphicsContext g, Palette palette, double reach, double unit, double width, double bottom) {
    if (!(deviation > 0)) {
      return;
    }
    double binWidth = 2 * reach / BINS;
    g.setStroke(palette.color(Token.FG));
    g.setLineWidth(LINE);
    g.beginPath();
    for (double x = SIDE; x <= width - SIDE; x += 2) {
      double residual = ((x - SIDE) / (width - 2 * SIDE) * 2 - 1) * reach;
      double z = (residual - mean) / deviation;
      double expected = residuals.length * binWidth / (deviation * Math.sqrt(2 * Math.PI)) * Math.exp(-z * z / 2);
      g.lineTo(x, Math.max(TOP, bottom - expected * unit));
    }
    g.stroke();
    g.setLineWidth(1);
  }

  private void paintAxis(GraphicsContext g, Palette palette, double reach, double width, double height) {
    double bottom = Math.floor(height - BOTTOM) + 0.5;
    g.setStroke(palette.color(Token.BORDER));
    g.strokeLine(SIDE, bottom, width - SIDE, bottom);
    g.setTextBaseline(VPos.CENTER);
    g.setTextAlign(TextAlignment.CENTER);
    g.setFill(palette.color(Token.SUBT));
    for (double mark : Ticks.linear(-reach, reach, MARKS)) {
      Painting.write(g, lang.numbers().mark(mark, reach), SIDE + (mark + reach) / (2 * reach) * (width - 2 * SIDE), bottom + 11);
    }
    g.setTextAlign(TextAlignment.RIGHT);
    g.setFill(palette.color(Token.MUT));
    Painting.write(g, lang.say("metrics.residual"), width - SIDE, height - 8);
  }
}
