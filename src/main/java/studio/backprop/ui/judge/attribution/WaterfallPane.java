package studio.backprop.ui.judge.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import studio.backprop.evaluate.attribution.AttributionMap;
import studio.backprop.evaluate.attribution.AttributionMethod;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Span;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/** Waterfall chart of integrated gradients: from the baseline's score to the example's, one bar per column. */
final class WaterfallPane extends AttributionCard {
  record Bar(String name, double from, double to) {}

  private static final int MOST = 9;
  /** Ratio of the baseline to the total length of all steps beyond which the axis does not begin at zero. */
  private static final double FAR = 3;
  private static final double ROW = 26;
  private static final double MOST_ROW = 44;
  private static final double NAME = 0.34;
  private static final double MOST_NAME = 190;
  private static final double NUMBER = 62;

  private final Lang lang;
  private final ThemeModel theme;
  private final AttributionTexts words;
  private final Painting plot = new Painting(this::paint);
  private List<Bar> bars = List.of();

  WaterfallPane(Lang lang, ThemeModel theme, AttributionTexts words) {
    super("waterfall");
    this.lang = lang;
    this.theme = theme;
    this.words = words;
    title.textProperty().bind(lang.bind("reason.waterfall"));
    detail.textProperty().bind(lang.bind("reason.waterfall.detail"));
    VBox.setVgrow(plot, Priority.ALWAYS);
    getChildren().add(plot);
    theme.paletteProperty().subscribe(palette -> plot.repaint());
  }

  void show(ExplainedExample now) {
    bars = now.map(AttributionMethod.INTEGRATED_GRADIENTS).map(map -> bars(now, map)).orElse(List.of());
    double high = (bars.size() + 0.5) * ROW;
    plot.setMinHeight(high);
    plot.setPrefHeight(high);
    plot.setAccessibleText(String.join(", ", bars.stream().map(bar -> bar.name + " " + words.signed(bar.to - bar.from)).toList()));
    plot.repaint();
  }

  /** Both ends, and between them the largest attributions and the sum of the rest. */
  private List<Bar> bars(ExplainedExample now, AttributionMap map) {
    double[] parts = map.parts();
    List<Integer> order = IntStream.range(0, parts.length).boxed()
        .sorted((a, b) -> Double.compare(Math.abs(parts[b]), Math.abs(parts[a]))).toList();
    int single = order.size() <= MOST ? order.size() : MOST - 1;
    List<Bar> stair = new ArrayList<>();
    double at = now.baselineScore();
    stair.add(new Bar(lang.say("reason.waterfall.baseline"), 0, at));
    for (int part : order.subList(0, single)) {
      stair.add(new Bar(words.part(now, part, 1), at, at + parts[part]));
      at += parts[part];
    }
    if (single < order.size()) {
      double rest = order.subList(single, order.size()).stream().mapToDouble(part -> parts[part]).sum();
      stair.add(new Bar(lang.say("reason.waterfall.rest", order.size() - single), at, at + rest));
      at += rest;
    }
    stair.add(new Bar(lang.say("reason.waterfall.score"), 0, now.score()));
    return stair;
  }

  private void paint(GraphicsContext g, double width, double height) {
    if (bars.isEmpty()) {
      return;
    }
    Palette palette = theme.palette();
    Span reach = new Span();
    for (Bar bar : bars.subList(1, bars.size() - 1)) {
      reach.add(bar.from);
      reach.add(bar.to);
    }
    Arrays.asList(bars.get(0), bars.get(bars.size() - 1)).forEach(end -> reach.add(end.to));
    double steps = reach.high() - reach.low();
    boolean fromZero = Math.max(-reach.high(), reach.low()) < FAR * steps;
    if (fromZero) {
      reach.add(0);
    }
    double row = Math.min(MOST_ROW, height / (bars.size() + 0.5));
    double largest = bars.stream().mapToDouble(bar -> Math.max(Math.abs(bar.to), Math.abs(bar.from))).max().orElse(0);
    double left = Math.min(MOST_NAME, width * NAME);
    double room = width - left - NUMBER;
    g.setTextBaseline(VPos.CENTER);
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      boolean end = i == 0 || i == bars.size() - 1;
      double y = i * row;
      double to = left + reach.shareOf(bar.to) * room;
      double from = end && !fromZero ? to : left + reach.shareOf(bar.from) * room;
      g.setFill(palette.color(end ? Token.FG : Token.MUT));
      g.setTextAlign(TextAlignment.LEFT);
      Painting.write(g, bar.name, 0, y + row / 2, left - 10);
      g.setFill(end ? palette.color(Token.WIRE) : palette.signed().color(bar.to >= bar.from ? 0.7 : -0.7));
      g.fillRect(Math.min(from, to), y + 4, Math.max(end ? 3 : 1, Math.abs(to - from)), row - 8);
      if (i < bars.size() - 1) {
        g.setStroke(palette.color(Token.SUBT));
        g.strokeLine(Math.floor(to) + 0.5, y + row - 4, Math.floor(to) + 0.5, y + row + 4);
      }
      g.setFill(palette.color(Token.FG));
      g.setTextAlign(TextAlignment.RIGHT);
      String number = end ? words.sumInColumn(bar.to, largest) : words.stepInColumn(bar.to - bar.from, largest);
      Painting.write(g, number, width - 2, y + row / 2, NUMBER - 4);
    }
  }
}
