package studio.backprop.ui.judge.evaluate;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.evaluate.BinaryEvaluation;
import studio.backprop.evaluate.metric.BinaryCounts;
import studio.backprop.project.DecisionThreshold;
import studio.backprop.project.DecisionThreshold.Rule;
import studio.backprop.ui.judge.evaluate.word.MetricsTexts;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.NumberField;
import studio.backprop.ui.kit.NumberModel;
import studio.backprop.ui.kit.NumberRange;
import studio.backprop.ui.kit.Segmented;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.Terms;

/** Controls of the decision threshold of two classes, typed, moved or chosen by a rule, and its effect compared with that of the loss. */
final class ThresholdPane extends VBox {
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
  private static final int COST_DIGITS = 7;
  /** Digits of a chosen threshold, as of the score that it is. */
  private static final int DIGITS = 4;

  private final MetricsModel model;
  private final Lang lang;
  private final MetricsTexts words;
  private final HBox entry = new HBox();
  private final VBox refusals = new VBox();
  private final Label compared = new Label(null, Icon.INFO.view());
  private final VBox costs = new VBox();
  private final Label total = new Label();
  private final Label chosenOn = new Label();
  private final Button again = new Button();
  private final StringProperty usual = new SimpleStringProperty("0.5");
  private NumberModel number;
  private Runnable sayCost = () -> {};

  ThresholdPane(MetricsModel model, Lang lang, Hints hints) {
    this.model = model;
    this.lang = lang;
    this.words = new MetricsTexts(lang);
    getStyleClass().add("threshold-pane");
    Label title = new Label();
    title.getStyleClass().add("panel-title");
    title.textProperty().bind(lang.bind("metrics.threshold"));
    new Terms(lang).explain(title, "threshold");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    entry.getStyleClass().add("entry");
    HBox row = new HBox(title, gap, button(Icon.MINUS, -1, "metrics.less", hints), entry,
        button(Icon.PLUS, 1, "metrics.more", hints));
    row.getStyleClass().add("title-row");
    Label note = new Label();
    note.getStyleClass().addAll("note", "mut");
    note.setWrapText(true);
    note.textProperty().bind(lang.bind("metrics.cut.note"));
    compared.getStyleClass().add("compared");
    compared.setWrapText(true);
    costs.getStyleClass().add("costs");
    cost("metrics.cut.fp_cost", model.threshold().falsePositiveCostProperty());
    cost("metrics.cut.fn_cost", model.threshold().falseNegativeCostProperty());
    total.getStyleClass().addAll("note", "strong");
    total.setId("total-cost");
    costs.getChildren().add(total);
    model.threshold().ruleProperty().subscribe(rule -> Sight.show(costs, rule == Rule.COSTS));
    getChildren().addAll(row, refusals, choice(hints), costs, origin(hints), note);
    model.thresholdProperty().subscribe(now -> {
      if (number != null) {
        number.restore();
        number.valueProperty().set(now.doubleValue());
      }
    });
  }

  private void cost(String key, DoubleProperty kept) {
    NumberModel number = new NumberModel(NumberRange.real(0, DecisionThreshold.MOST_COST, 1), kept.get());
    number.valueProperty().bindBidirectional(kept);
    kept.subscribe((before, now) -> sayCost.run());
    Label name = new Label();
    name.textProperty().bind(lang.bind(key));
    name.getStyleClass().add("note");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    VBox refused = new VBox();
    NumberField field = new NumberField(lang, number, lang.bind(key)).digits(COST_DIGITS).refuseIn(refused);
    HBox line = new HBox(name, gap, field);
    line.getStyleClass().add("title-row");
    costs.getChildren().addAll(line, refused);
  }

  /** Weights on which the threshold was chosen, and a button that chooses it for the current ones. */
  private HBox origin(Hints hints) {
    chosenOn.getStyleClass().add("note");
    chosenOn.setWrapText(true);
    HBox.setHgrow(chosenOn, Priority.ALWAYS);
    again.setId("choose-threshold");
    again.getStyleClass().add("small");
    again.setMinWidth(USE_PREF_SIZE);
    again.textProperty().bind(lang.bind("metrics.cut.again"));
    again.setOnAction(event -> model.threshold().chooseAgain());
    hints.explain(again, "metrics.cut.again.help");
    HBox line = new HBox(chosenOn, again);
    line.getStyleClass().add("title-row");
    chosenOn.textProperty().subscribe(said -> Sight.show(line, !said.isEmpty()));
    return line;
  }

  private void sayOrigin(Evaluation now) {
    DecisionThreshold kept = model.threshold().kept();
    boolean others = model.threshold().isOfOtherWeights();
    boolean possible = now.validation().filter(judged -> judged.curve().positives() > 0).isPresent();
    Sight.show(again, others && possible);
    chosenOn.setText(!possible ? lang.say("metrics.cut.impossible") : !kept.rule().isOfWeights() ? ""
        : lang.say(others ? "metrics.cut.of_others" : "metrics.cut.of_weights", kept.step()));
    chosenOn.pseudoClassStateChanged(STALE, others);
  }

  /** Effect of the threshold, placed under the matrix. */
  Label compared() {
    return compared;
  }

  private Button button(Icon icon, int by, String help, Hints hints) {
    Button button = new Button(null, icon.view());
    button.getStyleClass().addAll("icon-only", "small");
    button.setOnAction(event -> model.threshold().move(by));
    hints.explain(button, help);
    return button;
  }

  private Segmented<Rule> choice(Hints hints) {
    Segmented<Rule> choice = new Segmented<>(lang.bind("metrics.cut"));
    choice.add(Rule.LOSS, usual).add(Rule.MAX_F1, lang.bind("metrics.cut.f1")).add(Rule.COSTS, lang.bind("metrics.cut.costs"))
        .add(Rule.CUSTOM, lang.bind("metrics.cut.custom"));
    choice.explain(Rule.LOSS, hints, "metrics.cut.loss.help").explain(Rule.MAX_F1, hints, "metrics.cut.f1.help")
        .explain(Rule.COSTS, hints, "metrics.cut.costs.help").explain(Rule.CUSTOM, hints, "metrics.cut.custom.help");
    choice.setId("threshold-rule");
    choice.valueProperty().bindBidirectional(model.threshold().ruleProperty());
    return choice;
  }

  /** Another evaluation: its scores may have another range. */
  void begin(Evaluation now) {
    usual.set(words.usual(now.cut()));
    NumberRange range = NumberRange.real(model.threshold().low(), model.threshold().high(), ThresholdModel.STEP);
    if (number == null || !number.range().equals(range)) {
      number = new NumberModel(range, model.thresholdProperty().get());
      NumberModel mine = number;
      number.valueProperty().subscribe((before, typed) -> {
        if (mine == number) {
          model.threshold().set(typed.doubleValue());
        }
      });
      refusals.getChildren().clear();
      entry.getChildren().setAll(
          new NumberField(lang, number, lang.bind("metrics.threshold")).digits(5).rounded(DIGITS).refuseIn(refusals));
    }
  }

  void show(Evaluation now, BinaryEvaluation judged) {
    sayOrigin(now);
    BinaryCounts at = judged.counts();
    BinaryCounts before = judged.at(now.cut()).counts();
    boolean same = judged.threshold() == now.cut();
    Sight.show(compared, !same);
    boolean alike = at.tp() == before.tp() && at.fp() == before.fp();
    compared.setText(alike ? lang.say("metrics.compared.same", words.usual(now.cut()))
        : lang.say("metrics.compared", words.usual(now.cut()), at.tp() - before.tp(), Math.abs(at.tp() - before.tp()),
            at.fp() - before.fp(), Math.abs(at.fp() - before.fp())));
    sayCost = () -> total.setText(same ? lang.say("metrics.cut.total.usual", cost(at))
        : lang.say("metrics.cut.total", cost(at), words.usual(now.cut()), cost(before)));
    sayCost.run();
  }

  /** Total cost of the errors. */
  private String cost(BinaryCounts counts) {
    return lang.numbers().entry(counts.cost(model.threshold().falsePositiveCostProperty().get(),
        model.threshold().falseNegativeCostProperty().get()));
  }
}
