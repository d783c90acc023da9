package studio.backprop.ui.design.inspector;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import studio.backprop.project.ClassBalance;
import studio.backprop.setting.Setting;
import studio.backprop.text.Message;
import studio.backprop.ui.design.inspector.BalanceModel.Effect;
import studio.backprop.ui.kit.Labels;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.kit.form.Choice;
import studio.backprop.ui.kit.form.FormGrid;
import studio.backprop.ui.workspace.run.DataTexts;

/** Row of the choice for unbalanced classes; below it the class weights, or why it has no effect. */
final class BalanceRow {
  private static final int MAX_CLASSES = 10;
  private static final int DIGITS = 3;
  private static final String KEY = "training.balance";

  private final BalanceModel model;
  private final Lang lang;
  private final DataTexts words;

  BalanceRow(BalanceModel model, Lang lang) {
    this.model = model;
    this.lang = lang;
    this.words = new DataTexts(lang);
  }

  /** @param applies whether there are examples that could have classes */
  void addTo(FormGrid grid, ObservableValue<Boolean> applies) {
    Choice<ClassBalance> choice = new Choice<>(lang, List.of(ClassBalance.values()), Setting::choiceTitle, lang.bind(KEY));
    choice.keep(model.chosenProperty(), model::choose);
    StringBinding said = Bindings.createStringBinding(
        () -> said(model.effectProperty().get()), model.effectProperty(), lang.textsProperty());
    choice.disableProperty().bind(model.effectProperty().map(effect -> !effect.hasClasses()));
    choice.accessibleHelpProperty().bind(said);
    grid.row(Message.of(KEY), Message.of(KEY + ".help"), choice, applies);
    Label note = Labels.wrapped("", "note", "mut");
    note.setId("class-balance-note");
    note.textProperty().bind(said);
    note.visibleProperty().bind(Bindings.createBooleanBinding(() -> !said.get().isEmpty() && applies.getValue(), said, applies));
    note.managedProperty().bind(note.visibleProperty());
    new Terms(lang).explain(note, "class-weights", "imbalance");
    grid.getChildren().add(note);
  }

  private String said(Effect effect) {
    if (effect.refusal().isPresent()) {
      return lang.say(effect.refusal().get());
    }
    String weights = effect.weights().length == 0 ? "" : lang.say("training.balance.weights", weights(effect));
    String constant = Double.isNaN(effect.constant()) ? "" : lang.say("training.balance.constant",
        lang.numbers().significant(effect.constant(), DIGITS), lang.numbers().significant(effect.plain(), DIGITS));
    return weights.isEmpty() || constant.isEmpty() ? weights + constant : weights + "\n" + constant;
  }

  /** Weights of all of few classes, in order; of many the largest. */
  private String weights(Effect effect) {
    double[] all = effect.weights();
    List<Integer> there = IntStream.range(0, all.length).filter(k -> !Double.isNaN(all[k])).boxed().toList();
    List<Integer> shown = there.size() <= MAX_CLASSES ? there
        : there.stream().sorted(Comparator.comparingDouble(k -> -all[k])).limit(MAX_CLASSES).toList();
    String row = shown.stream().map(k -> lang.say("training.balance.weight", words.ofClass(effect.dataset().orElseThrow(), k),
        lang.numbers().significant(all[k], DIGITS))).collect(Collectors.joining(" · "));
    return there.size() <= MAX_CLASSES ? row : lang.say("training.balance.weights.more", row, there.size() - MAX_CLASSES);
  }
}
