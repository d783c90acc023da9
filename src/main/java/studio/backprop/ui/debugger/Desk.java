package studio.backprop.ui.debugger;

import java.util.Optional;
import javafx.scene.layout.Region;
import studio.backprop.ui.formula.Formula;
import studio.backprop.ui.formula.Typesetter;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;

/** What every view of the debugger needs. */
record Desk(DebuggerModel model, Lang lang, Hints hints, Typesetter typesetter) {
  private static final double LETTERS = 14;

  Formula formula(String latex) {
    Formula formula = new Formula(typesetter, LETTERS);
    formula.setMaxHeight(Region.USE_PREF_SIZE);
    formula.latexProperty().set(latex);
    return formula;
  }

  /** An op's name in the reader's language. */
  String op(String name) {
    String key = "op." + name.replace(' ', '_');
    return lang.texts().has(key) ? lang.say(key) : name;
  }

  /** A number with four digits that count. */
  String number(double value) {
    return lang.numbers().significant(value, 4);
  }

  /** A parameter's name, or that of an output. */
  String tensor(String parameter) {
    return Optional.ofNullable(parameter).map(name -> lang.texts().has("parameter." + name) ? lang.say("parameter." + name) : name)
        .orElseGet(() -> lang.say("debugger.output"));
  }
}
