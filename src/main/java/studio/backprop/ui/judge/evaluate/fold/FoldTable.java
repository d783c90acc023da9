package studio.backprop.ui.judge.evaluate.fold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import studio.backprop.data.Dataset;
import studio.backprop.evaluate.fold.FoldFigure;
import studio.backprop.evaluate.fold.FoldJob;
import studio.backprop.evaluate.fold.FoldResult;
import studio.backprop.evaluate.fold.FoldSummary;
import studio.backprop.evaluate.metric.BinaryCounts;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.kit.TextGrid;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.kit.Veil;
import studio.backprop.ui.workspace.run.DataTexts;

/** Table of the folds: held-out rows, progress and figures of each, and the mean of all finished ones. */
final class FoldTable extends VBox {
  private static final double SWATCH = 9;
  /** Fold size below which figures are flagged as uncertain. */
  private static final int FEW = 10;
  /** Maximum number of classes that are named. */
  private static final int NAMED = 5;
  /** Columns before the figures: name, rows, training rows, held-out rows, epochs. */
  private static final int BEFORE = 5;

  private final Lang lang;
  private final ThemeModel theme;
  private final FoldsTexts words;
  private final Label title = new Label();
  private final Label classes = new Label();
  private final HBox legend = new HBox();
  private final Label faults = new Label();
  private TextGrid grid;
  private FoldExperiment shown;
  private FoldRows rows;
  private List<FoldFigure> figures = List.of();
  private boolean two;
  private double page = Double.MAX_VALUE;
  /** Progress of each row when last written: rewriting all rows at once takes too long. */
  private int[] written = {};
  private double[] largest = {};

  FoldTable(Lang lang, ThemeModel theme) {
    this.lang = lang;
    this.theme = theme;
    this.words = new FoldsTexts(lang);
    getStyleClass().addAll("card", "fold-table");
    title.getStyleClass().add("plot-name");
    title.textProperty().bind(lang.bind("folds.table"));
    title.setMinWidth(Region.USE_PREF_SIZE);
    new Terms(lang).explain(title, "cross-validation", "fold");
    classes.getStyleClass().addAll("note", "mut");
    classes.setMinWidth(0);
    legend.getStyleClass().add("title-row");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(title, classes, gap, legend);
    head.getStyleClass().add("title-row");
    faults.getStyleClass().addAll("note", "warn");
    faults.setWrapText(true);
    faults.managedProperty().bind(faults.textProperty().isNotEmpty());
    getChildren().addAll(head, new Region(), faults);
  }


  void show(FoldExperiment now) {
    if (now != shown) {
      begin(now);
    }
    write();
    fit();
  }

  /**
   * In narrow widths only the rows, the main figure and the loss are shown; in very narrow ones the main figure.
   *
   * @param width of the whole page
   */
  void makeFit(double width) {
    page = width;
    if (shown != null) {
      fit();
    }
  }

  private void fit() {
    boolean narrow = page < (two ? FoldsPage.NARROW_OF_TWO : FoldsPage.NARROW);
    boolean tight = page < FoldsPage.TIGHT;
    int loss = BEFORE + figures.size() - 1;
    for (Node cell : grid.getChildren()) {
      Integer at = GridPane.getColumnIndex(cell);
      int column = at == null ? 0 : at;
      boolean needed = column <= 1 || column == BEFORE || !tight && (column == 3 || column == loss);
      Sight.show(cell, needed || !narrow);
    }
  }

  private void begin(FoldExperiment now) {
    shown = now;
    rows = FoldRows.of(now);
    Dataset data = data();
    figures = FoldFigure.of(data);
    two = figures.contains(FoldFigure.F1);
    grid = new TextGrid(BEFORE + figures.size() + (two ? 2 : 0), 1, true);
    grid.getColumnConstraints().get(0).setHgrow(Priority.NEVER); // the rows take the rest
    List<FoldTrack> tracks = now.tracks(0);
    written = new int[tracks.size()];
    writeAnew();
    for (int i = 0; i < tracks.size(); i++) {
      grid.put(i + 1, 1, new FoldStrip(theme, rows, i));
    }
    getChildren().set(1, grid);
  }

  /** Rewrites all rows at the next update, in another language or theme. */
  void writeAnew() {
    Arrays.fill(written, -1);
  }

  private Dataset data() {
    return shown.jobs().get(0).whole().dataset();
  }


  private void write() {
    head();
    List<FoldTrack> tracks = shown.tracks(0);
    double[] most = figures.stream().mapToDouble(figure -> Arrays.stream(figure.test(shown.results())).filter(Double::isFinite)
        .map(Math::abs).max().orElse(0)).toArray();
    if (!Arrays.equals(most, largest)) {
      largest = most; // sets the decimals of all values of a column
      Arrays.fill(written, -1);
    }
    boolean several = tracks.stream().anyMatch(track -> track.job().repeat() > 0);
    List<String> said = new ArrayList<>();
    for (int i = 0; i < tracks.size(); i++) {
      int now = 2 * tracks.get(i).epoch() + (tracks.get(i).result().isPresent() ? 1 : 0);
      if (now != written[i]) {
        written[i] = now;
        row(i + 1, tracks.get(i), several);
      }
      String name = words.fold(tracks.get(i).job(), several);
      if (tracks.get(i).job().testRows() < FEW) {
        said.add(lang.say("folds.few", name, tracks.get(i).job().testRows()));
      }
      tracks.get(i).result().flatMap(FoldResult::fault).ifPresent(fault -> said.add(lang.say("folds.fault", name, lang.say(fault))));
    }
    means(tracks.size() + 1);
    faults.setText(String.join("\n", said));
  }

  private void head() {
    grid.set(0, 0, "");
    grid.set(0, 1, "");
    grid.set(0, 2, lang.say("folds.train"));
    grid.set(0, 3, lang.say("folds.held"));
    grid.set(0, 4, lang.say("folds.epochs"));
    for (int f = 0; f < figures.size(); f++) {
      grid.set(0, BEFORE + f, words.within(figures.get(f)));
    }
    if (two) {
      grid.set(0, BEFORE + figures.size(), lang.say("folds.false_positives"));
      grid.set(0, BEFORE + figures.size() + 1, lang.say("folds.false_negatives"));
    }
    long[] perClass = rows.perClass();
    List<String> names = new DataTexts(lang).classes(data());
    String counts = perClass.length > NAMED ? summed(perClass) : perClass.length < 2 ? "" : IntStream.range(0, perClass.length)
        .mapToObj(c -> lang.say("folds.class_count", names.get(c), perClass[c])).collect(Collectors.joining(lang.say("folds.and")));
    String at = two ? shown.jobs().get(0).project().cutOfLoss(data()).stream()
        .mapToObj(cut -> lang.say("folds.at", lang.numbers().threshold(cut))).findFirst().orElse("") : "";
    classes.setText(counts.isEmpty() || at.isEmpty() ? counts + at : counts + " · " + at);
    Rectangle pale = new Rectangle(SWATCH, SWATCH, FoldStrip.train(theme.palette()));
    Rectangle full = new Rectangle(SWATCH, SWATCH, theme.palette().color(Token.MUT));
    legend.getChildren().setAll(entry("folds.legend.train", pale), entry("folds.legend.held", full));
  }

  /** Summary of more classes than can be listed. */
  private String summed(long[] perClass) {
    long least = Arrays.stream(perClass).min().orElse(0);
    long most = Arrays.stream(perClass).max().orElse(0);
    return lang.say(least == most ? "folds.class_counts.even" : "folds.class_counts", perClass.length, least, most);
  }

  private Label entry(String key, Rectangle swatch) {
    Label entry = new Label(lang.say(key), swatch);
    entry.getStyleClass().add("note");
    entry.setMinWidth(Region.USE_PREF_SIZE);
    return entry;
  }

  private void row(int row, FoldTrack track, boolean several) {
    FoldJob job = track.job();
    Label name = grid.set(row, 0, words.fold(job, several));
    if (name.getGraphic() == null) {
      name.setGraphic(new Rectangle(SWATCH, SWATCH));
    }
    ((Rectangle) name.getGraphic()).setFill(theme.palette().ofClass(job.fold()));
    grid.set(row, 2, lang.numbers().whole(job.trainRows()));
    grid.set(row, 3, lang.numbers().whole(job.testRows()));
    Optional<FoldResult> result = track.result();
    int epochs = job.project().training().epochs();
    String progress = result.isPresent() ? lang.numbers().whole(track.epoch())
        : track.epoch() == 0 ? "–" : lang.say("folds.epoch", track.epoch(), epochs);
    grid.set(row, 4, progress, result.isPresent() ? new String[0] : new String[] {"mut"});
    for (int f = 0; f < figures.size(); f++) {
      FoldFigure figure = figures.get(f);
      int at = f;
      String value = result.map(now -> words.value(figure, figure.test(now), largest[at])).orElse("");
      grid.set(row, BEFORE + f, value, f == 0 ? new String[] {"strong"} : new String[0]);
    }
    if (two) {
      Optional<BinaryCounts> counts = result.flatMap(FoldResult::counts);
      grid.set(row, BEFORE + figures.size(), counts.map(now -> lang.numbers().whole(now.fp())).orElse(""));
      grid.set(row, BEFORE + figures.size() + 1, counts.map(now -> lang.numbers().whole(now.fn())).orElse(""));
    }
  }

  /** Mean and deviation, from the second fold on. */
  private void means(int row) {
    List<FoldResult> results = shown.results();
    boolean some = results.size() > 1;
    grid.set(row, 0, some ? lang.say("folds.mean") : "", "strong");
    String of = results.size() == shown.all() ? lang.say(isOnce() ? "folds.once" : "folds.all_done")
        : lang.say("folds.of", results.size(), shown.all());
    Label note = grid.set(row, 1, some ? of : "", "mut");
    note.getStyleClass().remove("number");
    FoldSummary main = FoldSummary.of(figures.get(0), results);
    // where a lesson asks for the mean or the deviation, those of a neighbouring figure are nearly the same
    boolean asked = some && (lang.veil().hides(main.mean()) || lang.veil().hides(main.deviation()));
    for (int f = 0; f < figures.size(); f++) {
      FoldFigure figure = figures.get(f);
      String mean = some ? words.meanAndDeviation(figure, FoldSummary.of(figure, results), largest[f]) : "";
      grid.set(row, BEFORE + f, some && asked && f > 0 ? Veil.SIGN : mean,
          f == 0 ? new String[] {"strong"} : new String[0]);
    }
    grid.set(row, 2, "");
    grid.set(row, 4, "");
    grid.set(row, 3, some ? lang.numbers().whole(results.stream().mapToInt(one -> one.job().testRows()).sum()) : "");
    if (two) {
      grid.set(row, BEFORE + figures.size(), some ? lang.numbers().whole(sum(results, false)) : "");
      grid.set(row, BEFORE + figures.size() + 1, some ? lang.numbers().whole(sum(results, true)) : "");
    }
  }

  /** Whether each row is in one fold. */
  private boolean isOnce() {
    return shown.plan().method().shuffles() && shown.plan().repeats() == 1;
  }

  static long sum(List<FoldResult> results, boolean negatives) {
    return results.stream().flatMap(one -> one.counts().stream()).mapToLong(counts -> negatives ? counts.fn() : counts.fp()).sum();
  }
}
