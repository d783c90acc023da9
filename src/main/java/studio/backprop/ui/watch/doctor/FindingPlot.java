package studio.backprop.ui.watch.doctor;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Health;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;

/**
 * Draws the chart of a finding at the top of its card. A few bars are labelled with value and name; otherwise the extremes are labelled at
 * the left, the first and the last place below.
 */
final class FindingPlot extends VBox {
  private static final double HEIGHT = 60;
  private static final double LEFT = 52;
  private static final double BELOW = 18;
  private static final double TOP = 8;
  /** Height of the number of a bar. */
  private static final double NUMBER = 14;
  private static final double WIDEST = 28;
  private static final double SHARE = 0.7;
  /** Minimum height of a visible bar. */
  private static final double STUMP = 2;
  private static final double LEAST_POWER = -40;

  private final FindingChart chart;
  private final Lang lang;
  private final Palette palette;
  private final double left;
  private final double top;

  FindingPlot(FindingChart chart, Lang lang, Palette palette) {
    this.chart = chart;
    this.lang = lang;
    this.palette = palette;
    this.left = chart.named() ? 0 : LEFT;
    this.top = chart.named() ? NUMBER + 2 : TOP;
    getStyleClass().add("finding-plot");
    Label title = new Label(lang.say(chart.title()));
    title.getStyleClass().addAll("note", "mut");
    Painting painting = new Painting(this::paint);
    painting.setMinSize(0, HEIGHT + top - TOP);
    painting.setPrefHeight(HEIGHT + top - TOP);
    painting.setAccessibleText(title.getText());
    getChildren().addAll(title, painting);
  }

  private void paint(GraphicsContext g, double width, double height) {
    double[] all = chart.rows().stream().flatMapToDouble(Arrays::stream).filter(Double::isFinite).map(this::place).toArray();
    double most = Arrays.stream(all).max().orElse(1);
    double least = chart.log() ? Arrays.stream(all).min().orElse(0) : Math.min(0, Arrays.stream(all).min().orElse(0));
    double foot = height - BELOW;
    axis(g, width, foot, least, most);
    for (int row = 0; row < chart.rows().size(); row++) {
      double[] numbers = chart.rows().get(row);
      double[] heights = Arrays.stream(numbers).map(number -> Double.isFinite(number)
          ? (place(number) - least) / Math.max(1e-9, most - least) * (foot - top) : Double.NaN).toArray();
      if (chart.bars()) {
        bars(g, numbers, heights, width, foot);
      } else {
        line(g, heights, width, foot, palette.color(chart.rows().size() > 1 && row == 0 ? Token.MUT : Token.ACCENT));
      }
    }
  }

  private double place(double number) {
    return !chart.log() ? number : number <= 0 ? LEAST_POWER : Math.max(LEAST_POWER, Math.log10(number));
  }

  private void axis(GraphicsContext g, double width, double foot, double least, double most) {
    g.setStroke(palette.color(Token.BORDER));
    g.setLineWidth(1);
    g.strokeLine(left, foot + 0.5, width, foot + 0.5);
    g.setFill(palette.color(Token.MUT));
    g.setTextBaseline(VPos.CENTER);
    if (chart.named()) {
      return;
    }
    g.setTextAlign(TextAlignment.RIGHT);
    Painting.write(g, said(most), LEFT - 6, TOP + 2, LEFT - 8);
    Painting.write(g, said(least), LEFT - 6, foot - 2, LEFT - 8);
    double room = (width - LEFT) / 2 - 6;
    g.setTextAlign(TextAlignment.LEFT);
    Painting.write(g, written(chart.names().get(0)), LEFT, foot + BELOW / 2 + 1, room);
    g.setTextAlign(TextAlignment.RIGHT);
    Painting.write(g, written(chart.names().get(1)), width, foot + BELOW / 2 + 1, room);
  }

  private String said(double place) {
    return lang.numbers().compact(chart.log() ? Math.pow(10, place) : place);
  }

  private String written(Object end) {
    return end instanceof Message message ? lang.say(message) : String.valueOf(end);
  }

  private void bars(GraphicsContext g, double[] numbers, double[] heights, double width, double foot) {
    double pitch = (width - left) / numbers.length;
    g.setTextAlign(TextAlignment.CENTER);
    double wide = Math.max(1, Math.min(WIDEST, pitch * SHARE));
    for (int i = 0; i < numbers.length; i++) {
      if (Double.isFinite(heights[i])) {
        double high = Math.max(STUMP, heights[i]);
        g.setFill(palette.color(chart.gradients() ? Health.of(numbers[i]).token() : Token.ACCENT));
        double middle = left + (i + 0.5) * pitch;
        g.fillRect(middle - wide / 2, foot - high, wide, high);
        if (chart.named()) {
          g.setFill(palette.color(Token.FG));
          Painting.write(g, lang.numbers().compact(numbers[i]), middle, foot - high - NUMBER / 2, pitch - 4);
          g.setFill(palette.color(Token.MUT));
          Painting.write(g, written(chart.names().get(i)), middle, foot + BELOW / 2 + 1, pitch - 4);
        }
      }
    }
  }

  private void line(GraphicsContext g, double[] heights, double width, double foot, Color colour) {
    int last = Math.max(1, heights.length - 1);
    List<Integer> known = IntStream.range(0, heights.length).filter(i -> Double.isFinite(heights[i])).boxed().toList();
    double[] xs = known.stream().mapToDouble(i -> left + (width - left) * i / last).toArray();
    double[] ys = known.stream().mapToDouble(i -> foot - heights[i]).toArray();
    g.setStroke(colour);
    g.setLineWidth(1.5);
    g.strokePolyline(xs, ys, xs.length);
  }
}
