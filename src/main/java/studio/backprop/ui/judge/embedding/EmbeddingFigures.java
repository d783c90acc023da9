package studio.backprop.ui.judge.embedding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.kit.TextGrid;
import studio.backprop.ui.kit.ThemeModel;

/** Metrics of a layout. */
final class EmbeddingFigures extends VBox {
  private static final int LOADINGS = 6;

  private final EmbeddingModel model;
  private final Lang lang;
  private final EmbeddingTexts words;
  private final TextGrid grid = new TextGrid(2, 0, false);
  private final Label pca = new Label();
  private final Label detail = new Label();
  private final VarianceBars bars;
  private final Label explained = new Label();
  private final Label loadingsTitle = new Label();
  private final TextGrid loadings = new TextGrid(3, 0, true);
  private final Label note = new Label();

  EmbeddingFigures(EmbeddingModel model, Lang lang, Hints hints, ThemeModel theme, EmbeddingTexts words) {
    this.model = model;
    this.lang = lang;
    this.words = words;
    bars = new VarianceBars(lang, theme);
    getStyleClass().add("embedding-figures");
    pca.getStyleClass().add("panel-title");
    pca.textProperty().bind(lang.bind("embedding.variance.title"));
    new Terms(lang).explain(pca, "pca");
    for (Label label : List.of(detail, explained, note)) {
      label.setWrapText(true);
      label.getStyleClass().add("note");
    }
    detail.getStyleClass().add("mut");
    explained.getStyleClass().add("mut");
    loadingsTitle.getStyleClass().add("strong");
    loadingsTitle.textProperty().bind(lang.bind("embedding.loadings"));
    hints.explain(loadingsTitle, "embedding.loadings.help");
    HBox banner = new HBox(Icon.INFO.view(), note);
    banner.getStyleClass().addAll("banner", "hint");
    getChildren().addAll(grid, pca, detail, bars, explained, loadingsTitle, loadings, banner);
    model.pointsProperty().subscribe(this::show);
    model.computingProperty().subscribe(this::show);
    lang.whenWrittenAnew(this::show);
  }

  private void show() {
    EmbeddedPoints now = model.pointsProperty().get();
    getChildren().forEach(child -> Sight.show(child, now != null));
    if (now == null) {
      return;
    }
    note.setText(lang.say("embedding.goes_on." + now.choice().method().name().toLowerCase(Locale.ROOT)));
    int row = 0;
    if (now.of() > 0) {
      row = line(row, "embedding.divergence", "kl-divergence", words.number(now.divergence()).equals(lang.say("examples.missing")) ? "–"
          : lang.numbers().fixed(now.divergence(), 3));
      row = line(row, "embedding.iteration", null, lang.say(now.goesOn() ? "embedding.iteration.more" : "embedding.iteration.of",
          now.iterations(), now.of()));
      row = line(row, "embedding.start", null, now.goesOn() ? lang.say("embedding.start.layout")
          : lang.say("embedding.start.pca", lang.numbers().entry(model.offer().seed())));
    }
    if (now.hasLabels()) {
      row = line(row, "embedding.same", null, words.share(now.same()));
    }
    if (now.hasPredictions()) {
      row = line(row, "embedding.misclassified.title", null, lang.say("embedding.misclassified.of", now.misclassified(), now.size()));
    }
    row = line(row, "embedding.step", null, lang.numbers().whole(now.step()));
    grid.limit(row);
    showComponents(now);
  }

  private int line(int row, String key, String term, String value) {
    Label name = grid.set(row, 0, lang.say(key));
    if (term != null && !name.getStyleClass().contains("explained")) {
      new Terms(lang).explain(name, term);
    }
    grid.set(row, 1, value, "strong");
    return row + 1;
  }

  private void showComponents(EmbeddedPoints now) {
    double[] shares = now.pca().shares();
    int dimensions = Math.min(now.choice().dimensions(), shares.length);
    String node = words.node(model, now.choice().node());
    detail.setText(lang.say("embedding.variance", node));
    double together = Arrays.stream(shares).limit(dimensions).sum();
    explained.setText(lang.say("embedding.explained", dimensions, lang.numbers().percent(together, 1)));
    bars.show(shares, dimensions, lang.say("embedding.explained", dimensions, lang.numbers().percent(together, 1)));
    List<String> names = now.choice().node().isEmpty() ? now.data().dataset().featureNames() : List.of();
    boolean table = names.size() == now.width() && shares.length > 1;
    Sight.show(loadingsTitle, table);
    Sight.show(loadings, table);
    if (table) {
      double[][] parts = now.pca().components();
      List<Integer> order = new ArrayList<>(IntStream.range(0, names.size()).boxed().toList());
      order.sort(Comparator.comparingDouble(c -> -Math.max(Math.abs(parts[0][c]), Math.abs(parts[1][c]))));
      loadings.set(0, 0, "");
      loadings.set(0, 1, lang.numbers().whole(1));
      loadings.set(0, 2, lang.numbers().whole(2));
      int row = 1;
      for (int c : order.subList(0, Math.min(LOADINGS, order.size()))) {
        loadings.set(row, 0, names.get(c));
        loadings.set(row, 1, lang.numbers().fixed(parts[0][c], 2));
        loadings.set(row++, 2, lang.numbers().fixed(parts[1][c], 2));
      }
      loadings.limit(row);
    }
  }
}
