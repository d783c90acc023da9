package studio.backprop.ui.judge.attribution;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import studio.backprop.evaluate.attribution.AttributionMap;
import studio.backprop.evaluate.attribution.AttributionMethod;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.TextGrid;
import studio.backprop.ui.kit.ThemeModel;

/** Pixels or windows of an image with the largest attributions of the chosen method. */
final class LargestPane extends AttributionCard {
  private static final int COLUMNS = 4;
  private static final int BAR = 2;
  private static final int MOST = 8;

  private final Lang lang;
  private final ThemeModel theme;
  private final AttributionTexts words;
  private final TextGrid grid = new TextGrid(COLUMNS, BAR, true);

  LargestPane(Lang lang, ThemeModel theme, AttributionTexts words) {
    super("largest");
    this.lang = lang;
    this.theme = theme;
    this.words = words;
    getChildren().add(grid);
  }

  void show(ExplainedExample now, AttributionMethod method) {
    title.setText(lang.say(AttributionTexts.key(method)));
    boolean windows = method == AttributionMethod.OCCLUSION;
    detail.setText(lang.say(windows ? "reason.largest.windows" : "reason.largest"));
    AttributionMap map = now.map(method).orElse(null);
    double[] parts = map == null ? new double[0] : map.parts();
    List<Integer> order = IntStream.range(0, parts.length).boxed()
        .sorted((a, b) -> Double.compare(Math.abs(parts[b]), Math.abs(parts[a]))).limit(MOST).filter(part -> parts[part] != 0).toList();
    grid.set(0, 0, lang.say(windows ? "reason.window" : "reason.part.pixel"));
    grid.set(0, 1, windows ? "" : lang.say("reason.value"));
    boolean size = method == AttributionMethod.SALIENCY;
    Label axis = grid.set(0, BAR, lang.say(size ? "reason.bar.size" : "reason.bar"));
    axis.getStyleClass().removeAll("centred", "from-left");
    axis.getStyleClass().add(size ? "from-left" : "centred"); // above the zero of the bars
    List<String> values = words.values(now, windows ? List.of() : order);
    grid.set(0, 3, lang.say("reason.attribution"));
    for (int i = 0; i < order.size(); i++) {
      int part = order.get(i);
      grid.set(i + 1, 0, words.part(now, part, map.columns()));
      grid.set(i + 1, 1, windows ? "" : values.get(i));
      SignedBar bar = grid.at(i + 1, BAR) instanceof SignedBar there ? there : grid.put(i + 1, BAR, new SignedBar(theme));
      bar.show(parts[part] / map.largest(), size);
      grid.set(i + 1, 3, size ? words.sizeInColumn(parts[part], map.largest()) : words.inColumn(parts[part], map.largest()), "strong");
    }
    grid.limit(order.size() + 1);
  }
}
