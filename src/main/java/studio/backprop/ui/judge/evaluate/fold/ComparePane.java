package studio.backprop.ui.judge.evaluate.fold;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.compare.Differing;
import studio.backprop.evaluate.fold.FoldComparison;
import studio.backprop.evaluate.fold.FoldFigure;
import studio.backprop.evaluate.fold.FoldResult;
import studio.backprop.evaluate.metric.Statistics;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.NumberField;
import studio.backprop.ui.kit.NumberModel;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.kit.TextGrid;
import studio.backprop.ui.kit.form.Choice;

/** Comparison with a second setting on the same folds: its choice, and whether the difference exceeds the variance between folds. */
final class ComparePane extends VBox {
  private static final int COLUMNS = 6;
  private static final double LEVEL = 0.05;

  /** The second setting. @param setting that is changed; empty for the project as it is now */
  private record Second(Optional<FoldSetting> setting) {
    Message title() {
      return setting.map(FoldSetting::title).orElse(Message.of("folds.compare.project"));
    }
  }

  private final FoldsModel model;
  private final Lang lang;
  private final FoldsTexts words;
  private final Choice<Second> choice;
  private final HBox entry = new HBox();
  private final HBox controls = new HBox();
  private final HBox head = new HBox();
  private final Label spread = new Label();
  private final Label verdict = new Label();
  private final TextGrid grid = new TextGrid(COLUMNS, 0, true);
  private NumberModel number;
  private FoldExperiment shown;

  ComparePane(FoldsModel model, Lang lang, Hints hints) {
    this.model = model;
    this.lang = lang;
    this.words = new FoldsTexts(lang);
    getStyleClass().addAll("card", "fold-compare");
    Label title = new Label();
    title.getStyleClass().add("plot-name");
    title.textProperty().bind(lang.bind("folds.compare"));
    title.setMinWidth(Region.USE_PREF_SIZE);
    new Terms(lang).explain(title, "corrected-t-test");
    List<Second> all = new ArrayList<>(List.of(FoldSetting.values()).stream().map(setting -> new Second(Optional.of(setting))).toList());
    all.add(new Second(Optional.empty()));
    choice = new Choice<>(lang, all, Second::title, lang.bind("folds.compare.setting"));
    choice.setId("second-setting");
    choice.setMaxWidth(Region.USE_PREF_SIZE);
    choice.valueProperty().subscribe((before, now) -> begin(now));
    choice.setValue(all.get(0));
    entry.getStyleClass().add("title-row");
    Button run = new Button(null, Icon.PLAY.view());
    run.setId("compare-folds");
    run.textProperty().bind(lang.bind("folds.compare.run"));
    run.setMinWidth(Region.USE_PREF_SIZE);
    run.setOnAction(event -> run());
    run.disableProperty().bind(Bindings.createBooleanBinding(this::cannot, model.revisionProperty(), model.stateProperty(),
        choice.valueProperty()));
    hints.explain(run, "folds.compare.run.help");
    for (Label label : List.of(spread, verdict)) {
      label.getStyleClass().addAll("note", label == spread ? "mut" : "strong");
      label.setWrapText(true);
      label.setMinHeight(USE_PREF_SIZE);
    }
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    controls.getChildren().addAll(choice, entry, run);
    controls.getStyleClass().add("title-row");
    head.getChildren().addAll(title, gap, controls);
    head.getStyleClass().add("title-row");
    getChildren().addAll(head, spread, grid, verdict);
    Sight.show(grid, false);
    Sight.show(verdict, false);
  }

  /** For narrow widths: the choice is placed below the title. */
  void makeNarrow(boolean wanted) {
    (wanted ? head : this).getChildren().remove(controls);
    if (wanted && !getChildren().contains(controls)) {
      getChildren().add(1, controls);
    } else if (!wanted && !head.getChildren().contains(controls)) {
      head.getChildren().add(controls);
    }
  }

  private boolean cannot() {
    boolean same = choice.getValue() != null && choice.getValue().setting.isEmpty() && model.changes().isEmpty();
    return model.stateProperty().get() == FoldsModel.State.RUNNING || model.results().isEmpty() || same;
  }

  /** Offers a field for the value of another setting. */
  private void begin(Second second) {
    entry.getChildren().clear();
    number = null;
    Optional<FoldSetting> setting = second == null ? Optional.empty() : second.setting;
    setting.ifPresent(now -> {
      number = new NumberModel(now.range(), model.experiment(FoldExperiment.Kind.FOLDS).map(FoldExperiment::project).map(now::of)
          .orElse(Math.max(1, now.range().min())));
      number.more();
      entry.getChildren().setAll(new NumberField(lang, number, lang.bind(now.title().key())));
    });
  }

  private void run() {
    Optional<FoldSetting> setting = choice.getValue().setting;
    if (setting.isPresent()) {
      model.compare(setting.get(), number.value());
    } else {
      model.compareWithProject();
    }
  }

  void show(FoldExperiment folds, FoldFigure main) {
    if (folds != shown) {
      shown = folds;
      begin(choice.getValue()); // with the value of these folds
    }
    spread.setText(said(folds, main));
    Optional<FoldExperiment> other = model.experiment(FoldExperiment.Kind.OTHER);
    Sight.show(grid, other.isPresent());
    Sight.show(verdict, other.isPresent());
    other.ifPresent(second -> {
      write(0, "", lang.say("folds.compare.first"), lang.say("folds.compare.second"), lang.say("folds.compare.difference"),
          lang.say("folds.compare.t"), lang.say("folds.compare.p"));
      List<FoldFigure> figures = model.figures();
      for (int i = 0; i < figures.size(); i++) {
        figure(i + 1, figures.get(i));
      }
      grid.limit(figures.size() + 1);
      verdict.setText(verdict(folds, second, main));
    });
  }

  private String said(FoldExperiment folds, FoldFigure main) {
    List<FoldResult> results = folds.results();
    if (results.size() < 2) {
      return lang.say("folds.compare.empty");
    }
    double[] sorted = Statistics.sorted(main.test(results));
    return lang.say("folds.compare.spread", words.name(main), words.distance(main, sorted[sorted.length - 1] - sorted[0], sorted[0]));
  }

  private void figure(int row, FoldFigure figure) {
    FoldComparison now = model.comparison(figure).orElseThrow();
    boolean some = now.folds() > 1;
    write(row, words.within(figure), some ? words.value(figure, now.first()) : "–", some ? words.value(figure, now.second()) : "–",
        words.difference(figure, now.test().difference(), now.first()), words.statistic(now.test().t()), words.probability(now.test().p()));
  }

  private String verdict(FoldExperiment folds, FoldExperiment second, FoldFigure main) {
    FoldComparison now = model.comparison(main).orElseThrow();
    List<Differing> differing = Differing.between(folds.project(), second.project());
    String what = words.changes(differing);
    if (now.folds() < 2 || differing.isEmpty()) {
      return lang.say("folds.compare.with", what);
    }
    double p = now.test().p();
    String key = Double.isNaN(p) || p >= LEVEL ? "folds.compare.same"
        : now.test().difference() > 0 == main.higherIsBetter() ? "folds.compare.better" : "folds.compare.worse";
    return lang.say("folds.compare.with", what) + " " + lang.say(key, words.name(main), words.probability(p), now.folds());
  }

  private void write(int row, String... cells) {
    for (int column = 0; column < cells.length; column++) {
      grid.set(row, column, cells[column]);
    }
  }
}
