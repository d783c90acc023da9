package studio.backprop.ui.reason;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.scene.layout.GridPane;
import studio.backprop.evaluate.reason.AttributionMap;
import studio.backprop.evaluate.reason.AttributionMethod;
import studio.backprop.evaluate.reason.InputParts;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.TextGrid;
import studio.backprop.ui.kit.ThemeModel;

/** What each method attributes to the columns of a table, the time steps of a series, or the nodes of a graph; the largest first. */
final class InputsPane extends ReasonCard {
  private static final List<AttributionMethod> METHODS = List.of(AttributionMethod.INTEGRATED_GRADIENTS, AttributionMethod.OCCLUSION,
      AttributionMethod.SMOOTH_GRAD, AttributionMethod.SALIENCY);
  private static final int MOST = 40;

  private final Lang lang;
  private final ThemeModel theme;
  private final ReasonWords words;
  private TextGrid grid = new TextGrid(2, 0, true);
  private List<AttributionMethod> shown = List.of();

  InputsPane(Lang lang, ThemeModel theme, ReasonWords words) {
    super("inputs");
    this.lang = lang;
    this.theme = theme;
    this.words = words;
    getChildren().add(grid);
  }

  void show(ExplainedExample now, boolean random) {
    List<AttributionMethod> methods = METHODS.stream().filter(now.methods()::contains).toList();
    if (!methods.equals(shown)) {
      shown = methods;
      getChildren().remove(grid);
      grid = new TextGrid(2 + 2 * methods.size(), 2, true);
      getChildren().add(grid);
    }
    InputParts.Kind parts = now.data().dataset().series().isPresent() ? InputParts.Kind.STEP : now.parts().kind();
    String kind = parts.name().toLowerCase(Locale.ROOT);
    title.setText(lang.say(random ? "reason.random.of" : "reason.inputs." + kind));
    boolean ofWords = now.data().dataset().about().features().stream().anyMatch(feature -> !feature.isNumber());
    detail.setText(lang.say(random ? "reason.random.detail" : ofWords ? "reason.inputs.detail" : "reason.inputs.detail.plain"));
    List<Integer> order = order(now);
    grid.set(0, 0, lang.say("reason.part." + kind));
    grid.set(0, 1, now.parts().kind() == InputParts.Kind.NODE ? "" : lang.say("reason.value"));
    for (int m = 0; m < methods.size(); m++) {
      GridPane.setColumnSpan(grid.set(0, 2 + 2 * m, lang.say(ReasonWords.key(methods.get(m)))), 2);
    }
    for (int i = 0; i < order.size(); i++) {
      int part = order.get(i);
      grid.set(i + 1, 0, words.part(now, part, 1));
      grid.set(i + 1, 1, words.value(now, part));
      for (int m = 0; m < methods.size(); m++) {
        cell(now, random, methods.get(m), i + 1, 2 + 2 * m, part);
      }
    }
    grid.limit(order.size() + 1);
  }

  private void cell(ExplainedExample now, boolean random, AttributionMethod method, int row, int column, int part) {
    AttributionMap map = (random ? now.random(method) : now.map(method)).orElse(null);
    SignedBar bar = grid.at(row, column) instanceof SignedBar there ? there : grid.put(row, column, new SignedBar(theme));
    double largest = random ? now.largestRandom(method, true) : now.largest(method, true);
    boolean size = method == AttributionMethod.SALIENCY;
    bar.show(map == null || largest == 0 ? 0 : map.parts()[part] / largest, size);
    grid.set(row, column + 1, map == null ? "…" : size ? words.number(map.parts()[part]) : words.signed(map.parts()[part]),
        method == shown.get(0) ? new String[] {"strong"} : new String[0]);
  }

  /** The parts, the largest attribution of the first method first. */
  private List<Integer> order(ExplainedExample now) {
    double[] by = now.map(shown.get(0)).map(AttributionMap::parts).orElse(new double[now.parts().count()]);
    double[] sizes = Arrays.stream(by).map(Math::abs).toArray();
    return IntStream.range(0, by.length).boxed().sorted(Comparator.comparingDouble(part -> -sizes[part])).limit(MOST).toList();
  }
}
