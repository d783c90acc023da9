package studio.backprop.ui.judge.attribution;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import studio.backprop.evaluate.attribution.AttributionMap;
import studio.backprop.evaluate.attribution.AttributionMethod;
import studio.backprop.evaluate.attribution.InputParts;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.TextGrid;
import studio.backprop.ui.kit.ThemeModel;

/** Attributions of the columns of a table, the time steps of a series, or the nodes of a graph, largest first, per method. */
final class InputsPane extends AttributionCard {
  private static final List<AttributionMethod> METHODS = List.of(AttributionMethod.INTEGRATED_GRADIENTS, AttributionMethod.OCCLUSION,
      AttributionMethod.SMOOTH_GRAD, AttributionMethod.SALIENCY);
  private static final int MOST = 40;
  private static final double BAR = 92;
  private static final double NARROW_BAR = 60;

  private final Lang lang;
  private final ThemeModel theme;
  private final AttributionTexts words;
  private TextGrid grid = new TextGrid(2, 0, true);
  private List<AttributionMethod> shown = List.of();
  private boolean withRandom;

  InputsPane(Lang lang, ThemeModel theme, AttributionTexts words) {
    super("inputs");
    this.lang = lang;
    this.theme = theme;
    this.words = words;
    getChildren().add(grid);
  }

  void show(ExplainedExample now) {
    List<AttributionMethod> methods = METHODS.stream().filter(now.methods()::contains).toList();
    if (!methods.equals(shown) || withRandom != now.asked().random()) {
      shown = methods;
      withRandom = now.asked().random();
      getChildren().remove(grid);
      grid = grid(methods.size());
      getChildren().add(grid);
    }
    InputParts.Kind parts = now.data().dataset().series().isPresent() ? InputParts.Kind.STEP : now.parts().kind();
    String kind = parts.name().toLowerCase(Locale.ROOT);
    title.setText(lang.say("reason.inputs." + kind));
    boolean ofWords = now.data().dataset().about().features().stream().anyMatch(feature -> !feature.isNumber());
    detail.setText(lang.say(ofWords ? "reason.inputs.detail" : "reason.inputs.detail.plain"));
    List<Integer> order = order(now);
    List<String> values = words.values(now, order);
    grid.set(0, 0, lang.say("reason.part." + kind));
    grid.set(0, 1, now.parts().kind() == InputParts.Kind.NODE ? "" : lang.say("reason.value"));
    for (int m = 0; m < methods.size(); m++) {
      Label name = grid.set(0, bar(m), lang.say(AttributionTexts.key(methods.get(m))));
      name.setMinWidth(0);
      name.setPrefWidth(1); // a long name would lengthen its bars
      GridPane.setColumnSpan(name, 2);
      if (withRandom) {
        grid.set(0, bar(m) + 2, lang.say("reason.random.head"));
      }
    }
    for (int i = 0; i < order.size(); i++) {
      grid.set(i + 1, 0, words.part(now, order.get(i), 1));
      grid.set(i + 1, 1, values.get(i));
      for (int m = 0; m < methods.size(); m++) {
        cell(now, methods.get(m), i + 1, bar(m), order.get(i));
      }
    }
    grid.limit(order.size() + 1);
  }

  /** Columns of comparable bars have the same width. */
  private TextGrid grid(int methods) {
    TextGrid made = new TextGrid(2 + methods * (withRandom ? 3 : 2), 2, true);
    for (int m = 0; m < methods; m++) {
      ColumnConstraints column = made.getColumnConstraints().get(bar(m));
      column.setMinWidth(withRandom ? NARROW_BAR : BAR);
      column.setPrefWidth(withRandom ? NARROW_BAR : BAR);
      column.setHgrow(Priority.ALWAYS);
    }
    return made;
  }

  /** Grid column of a method's bars; next to it the value and, if requested, that of random weights. */
  private int bar(int method) {
    return 2 + method * (withRandom ? 3 : 2);
  }

  private void cell(ExplainedExample now, AttributionMethod method, int row, int column, int part) {
    AttributionMap map = now.map(method).orElse(null);
    AttributionMap random = now.random(method).orElse(null);
    SignedBar bar = grid.at(row, column) instanceof SignedBar there ? there : grid.put(row, column, new SignedBar(theme));
    boolean size = method == AttributionMethod.SALIENCY;
    bar.show(share(map, part, now.largest(method, true)), size,
        withRandom ? share(random, part, now.largestRandom(method, true)) : Double.NaN);
    grid.set(row, column + 1, number(map, part, size), method == shown.get(0) ? new String[] {"strong"} : new String[0]);
    if (withRandom) {
      grid.set(row, column + 2, number(random, part, size), "mut");
    }
  }

  private static double share(AttributionMap map, int part, double largest) {
    return map == null || largest == 0 ? 0 : map.parts()[part] / largest;
  }

  private String number(AttributionMap map, int part, boolean size) {
    return map == null ? "…" : size ? words.sizeInColumn(map.parts()[part], map.largest())
        : words.inColumn(map.parts()[part], map.largest());
  }

  /** Parts in descending magnitude of the first method. */
  private List<Integer> order(ExplainedExample now) {
    double[] by = now.map(shown.get(0)).map(AttributionMap::parts).orElse(new double[now.parts().count()]);
    double[] sizes = Arrays.stream(by).map(Math::abs).toArray();
    return IntStream.range(0, by.length).boxed().sorted(Comparator.comparingDouble(part -> -sizes[part])).limit(MOST).toList();
  }
}
