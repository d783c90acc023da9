package studio.backprop.ui.design.inspector;

import atlantafx.base.controls.ToggleSwitch;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.optim.OptimizerCatalog;
import studio.backprop.setting.Setting;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.NumberField;
import studio.backprop.ui.kit.NumberModel;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.form.Choice;
import studio.backprop.ui.kit.form.FormGrid;
import studio.backprop.ui.kit.form.FormModel;
import studio.backprop.ui.kit.form.FormView;
import studio.backprop.ui.kit.form.Kept;
import studio.backprop.ui.kit.form.NamedValues;
import studio.backprop.ui.kit.form.RateField;
import studio.backprop.ui.kit.form.SettingDice;

/** Project page: the network as a whole and its training settings, shown where nothing is selected. */
final class ProjectPage extends VBox {
  private final ProjectModel model;
  private final Lang lang;
  private final Hints hints;
  private final SettingDice dice;
  /** Whether there are examples with targets: an agent has none to shuffle, to balance or for early stopping. */
  private final ObservableValue<Boolean> examples;

  ProjectPage(InspectorModel inspector, Lang lang, Hints hints, ThemeModel theme) {
    this.model = inspector.project();
    this.lang = lang;
    this.hints = hints;
    this.dice = inspector.dice();
    this.examples = model.agent().actsProperty().map(acts -> !acts);
    getStyleClass().add("page");
    getChildren().addAll(
        new ProblemNote(inspector, lang),
        facts(),
        rule(),
        new AdversarialPart(model.adversarial(), lang, hints),
        new AgentPage(model.agent(), lang, hints, theme),
        rate(),
        variants("optimizer", model.optimizer(), form -> OptimizerCatalog.typeOf(form.recordProperty().get()).id()),
        variants("schedule", model.schedule(), form -> "schedule"),
        rule(),
        steps(),
        rule(),
        regularization(),
        new FormView<>(lang, hints, model.regularization()).dice(dice, Setting::name));
  }

  private NamedValues facts() {
    Terms terms = new Terms(lang);
    return new NamedValues()
        .row(lang.bind("inspector.parameters"), said(model.parametersProperty(), n -> lang.numbers().whole(n)))
        .meaning(terms, "parameter")
        .row(lang.bind("inspector.memory"), said(model.memoryProperty(), n -> lang.numbers().bytes(n)),
            lang.bind("inspector.memory.detail"))
        .row(lang.bind("inspector.flops"), said(model.flopsProperty(), n -> lang.numbers().whole(n)), lang.bind("inspector.flops.detail"))
        .meaning(terms, "flops")
        .row(lang.bind("inspector.loss"), said(model.lossProperty(), l -> l.map(lang::say).orElse(lang.say("inspector.no_loss"))))
        .meaning(terms, "loss");
  }

  private Node rate() {
    FormGrid grid = grid();
    grid.wide(
        Message.of("training.rate"),
        Message.of("training.rate.help"),
        new RateField(lang, model.rate(), lang.bind("training.rate"), model::settle));
    grid.die(dice, () -> "rate");
    return grid;
  }

  /**
   * Choice of a kind with the settings of that kind below it.
   *
   * @param id prefix of the settings in a search space
   */
  private <R> Node variants(String name, VariantModel<R> variants, Function<FormModel<R>, String> id) {
    String key = "training." + name;
    FormGrid grid = grid();
    Choice<RecordKind<R>> choice = new Choice<>(lang, variants.variants(), RecordKind::title, lang.bind(key));
    choice.keep(variants.variantProperty(), variants::choose);
    hints.explain(choice, "inspector.variant", lang.bind(key), lang.bind(variants.variantProperty().map(RecordKind::help)));
    grid.row(Message.of(key), Message.of(key + ".help"), choice);
    grid.die(dice, () -> name);
    VBox settings = new VBox();
    variants.formProperty().subscribe(form -> settings.getChildren().setAll(
        new FormView<>(lang, hints, form).dice(dice, setting -> id.apply(form) + "." + setting.name())));
    settings.managedProperty().bind(variants.formProperty().map(form -> !form.settings().isEmpty()));
    VBox box = new VBox(grid, settings);
    box.getStyleClass().add("gap-8");
    return box;
  }

  private Node steps() {
    FormGrid grid = grid();
    number(grid, "training.batch", model.batch());
    grid.die(dice, () -> "batch");
    toggle(grid, "training.shuffle", model.shuffleProperty(), model::shuffle, examples);
    new BalanceRow(model.balance(), lang).addTo(grid, examples);
    number(grid, "training.epochs", model.epochs());
    number(grid, "training.patience", model.patience(), examples);
    number(grid, "training.seed", model.seed());
    return grid;
  }

  private void toggle(
      FormGrid grid, String key, ObservableValue<Boolean> value, Consumer<Boolean> set, ObservableValue<Boolean> applies) {
    ToggleSwitch toggle = new ToggleSwitch();
    toggle.accessibleTextProperty().bind(lang.bind(key));
    Kept.choice(toggle.selectedProperty().asObject(), value, set);
    grid.row(Message.of(key), Message.of(key + ".help"), toggle, applies);
  }

  private void number(FormGrid grid, String key, NumberModel number) {
    grid.row(Message.of(key), Message.of(key + ".help"), new NumberField(lang, number, lang.bind(key)));
  }

  private void number(FormGrid grid, String key, NumberModel number, ObservableValue<Boolean> applies) {
    grid.row(Message.of(key), Message.of(key + ".help"), new NumberField(lang, number, lang.bind(key)), applies);
  }

  private FormGrid grid() {
    return new FormGrid(lang, hints, model::settle);
  }

  private Label regularization() {
    Label heading = new Label();
    heading.getStyleClass().add("strong");
    heading.textProperty().bind(lang.bind("training.regularization"));
    new Terms(lang).explain(heading, "regularization");
    return heading;
  }

  private static Region rule() {
    Region rule = new Region();
    rule.getStyleClass().add("rule");
    return rule;
  }

  private <T> ObservableValue<String> said(ObservableValue<T> value, Function<T, String> say) {
    return Bindings.createStringBinding(() -> say.apply(value.getValue()), value, lang.textsProperty());
  }
}
