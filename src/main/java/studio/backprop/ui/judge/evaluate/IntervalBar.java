package studio.backprop.ui.judge.evaluate;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.StackPane;
import studio.backprop.evaluate.metric.Interval;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/** Figure on a short scale: point, confidence interval, and a mark at the value over all examples. */
final class IntervalBar extends StackPane {
  private static final double HIGH = 22;
  private static final double TRACK = 12;
  private static final double POINT = 8;

  private final ThemeModel theme;
  private final Painting painting = new Painting(this::paint);
  private double value = Double.NaN;
  private Interval interval = Interval.UNDEFINED;
  private double whole = Double.NaN;
  private double low;
  private double high = 1;

  IntervalBar(ThemeModel theme) {
    this.theme = theme;
    getStyleClass().addAll("cell", "bar");
    setMinSize(90, HIGH);
    setPrefSize(120, HIGH);
    getChildren().add(painting);
    theme.paletteProperty().subscribe(now -> painting.repaint());
  }

  /**
   * @param all value over all examples; NaN for no mark
   * @param from left end of the scale
   */
  void show(double now, Interval around, double all, double from, double to) {
    value = now;
    interval = around;
    whole = all;
    low = from;
    high = to;
    painting.repaint();
  }

  private double x(double at, double width) {
    double share = (Math.max(low, Math.min(high, at)) - low) / (high - low);
    return POINT / 2 + share * (width - POINT);
  }

  private void paint(GraphicsContext g, double width, double height) {
    Palette palette = theme.palette();
    double middle = height / 2;
    g.setFill(palette.color(Token.SUB));
    g.fillRoundRect(0, middle - TRACK / 2, width, TRACK, 4, 4);
    if (Double.isNaN(value)) {
      return;
    }
    g.setStroke(palette.color(Token.FG));
    g.setLineWidth(2);
    if (interval.isDefined()) {
      g.strokeLine(x(interval.low(), width), middle, x(interval.high(), width), middle);
    }
    g.setLineWidth(1);
    if (!Double.isNaN(whole)) {
      g.setStroke(palette.color(Token.MUT));
      g.strokeLine(x(whole, width), middle - TRACK / 2, x(whole, width), middle + TRACK / 2);
    }
    g.setFill(palette.color(Token.ACCENT));
    g.fillOval(x(value, width) - POINT / 2, middle - POINT / 2, POINT, POINT);
  }
}
