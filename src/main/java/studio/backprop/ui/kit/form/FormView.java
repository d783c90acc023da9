package studio.backprop.ui.kit.form;

import atlantafx.base.controls.ToggleSwitch;
import java.util.List;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.backprop.setting.Setting;
import studio.backprop.setting.Size;
import studio.backprop.tensor.Init;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.NumberField;
import studio.backprop.ui.kit.NumberModel;
import studio.backprop.ui.kit.Segmented;

/** Form generated for a record: one row a setting, with a control by type. */
public final class FormView<R> extends FormGrid {
  private static final int DIGITS = 4;
  private static final int FEW = 3;
  private static final int SHORT = 20;

  private final Lang lang;
  private final FormModel<R> model;

  public FormView(Lang lang, Hints hints, FormModel<R> model) {
    super(lang, hints, model::settle);
    this.lang = lang;
    this.model = model;
    for (Setting setting : model.settings()) {
      if (setting.kind() == Setting.Kind.SHAPE) {
        wide(setting.title(), setting.help(), control(setting));
      } else {
        row(setting.title(), setting.help(), control(setting), model.applies(setting));
      }
    }
  }

  /** Adds a dice button to each searchable setting. */
  public FormView<R> dice(SettingDice dice, Function<Setting, String> name) {
    for (int row = 0; row < model.settings().size(); row++) {
      Setting setting = model.settings().get(row);
      die(row, dice, () -> name.apply(setting));
    }
    return this;
  }

  private Node control(Setting setting) {
    ObservableValue<String> name = lang.bind(setting.title().key());
    return switch (setting.kind()) {
      case WHOLE -> new NumberField(lang, model.number(setting), name).digits(DIGITS).withRange();
      case REAL -> styled(new NumberField(lang, model.number(setting), name).digits(DIGITS).withRange(), "real");
      case SWITCH -> toggle(setting, name);
      case CHOICE -> isShort(setting.choices()) ? segments(setting, name) : combo(setting, name);
      case SIZE -> size(setting, name);
      case SHAPE -> new ShapeField(lang, model.value(setting).map(Shape.class::cast), shape -> model.set(setting, shape));
      case INIT -> new InitField(lang, name, model.value(setting).map(Init.class::cast), init -> model.set(setting, init));
    };
  }

  private static Node styled(Node node, String style) {
    node.getStyleClass().add(style);
    return node;
  }

  private Node toggle(Setting setting, ObservableValue<String> name) {
    ToggleSwitch toggle = new ToggleSwitch();
    toggle.accessibleTextProperty().bind(name);
    Kept.choice(toggle.selectedProperty().asObject(), model.value(setting).map(Boolean.class::cast), on -> model.set(setting, on));
    return toggle;
  }

  private Node segments(Setting setting, ObservableValue<String> name) {
    Segmented<Object> segments = new Segmented<>(name);
    setting.choices().forEach(choice -> segments.add(choice, lang.bind(Setting.choiceTitle(choice).key())));
    Kept.choice(segments.valueProperty(), model.value(setting), choice -> model.set(setting, choice));
    return segments;
  }

  private Node combo(Setting setting, ObservableValue<String> name) {
    Choice<Object> choice = new Choice<>(lang, setting.choices(), Setting::choiceTitle, name);
    choice.keep(model.value(setting), chosen -> model.set(setting, chosen));
    return choice;
  }

  private Node size(Setting setting, ObservableValue<String> name) {
    NumberModel height = model.part(setting, v -> (double) ((Size) v).height(), (old, h) -> new Size(h.intValue(), ((Size) old).width()));
    NumberModel width = model.part(setting, v -> (double) ((Size) v).width(), (old, w) -> new Size(((Size) old).height(), w.intValue()));
    Label times = new Label("×");
    times.getStyleClass().add("mut");
    VBox whole = new VBox();
    HBox pair =
        new HBox(
            new NumberField(lang, height, lang.bind("form.height_of", name)).digits(2).refuseIn(whole),
            times,
            new NumberField(lang, width, lang.bind("form.width_of", name)).digits(2).refuseIn(whole));
    pair.getStyleClass().add("pair");
    whole.getChildren().add(0, pair);
    return whole;
  }

  /** Whether the choices fit side by side in each language. */
  private static boolean isShort(List<Object> choices) {
    return choices.size() <= FEW && Texts.all().stream().allMatch(texts -> letters(choices, texts) <= SHORT);
  }

  private static int letters(List<Object> choices, Texts texts) {
    return choices.stream().mapToInt(choice -> texts.say(Setting.choiceTitle(choice)).length()).sum();
  }
}
