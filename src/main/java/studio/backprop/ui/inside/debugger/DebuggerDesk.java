package studio.backprop.ui.inside.debugger;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.layout.Region;
import studio.backprop.train.Cursor;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Motion;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.formula.Formula;
import studio.backprop.ui.kit.formula.Typesetter;

/** Services shared by all views of the debugger. */
record DebuggerDesk(DebuggerModel model, Lang lang, Hints hints, Typesetter typesetter, Motion motion, ThemeModel theme) {
  private static final double LETTERS = 14;

  Formula formula(String latex) {
    return formula(latex, LETTERS);
  }

  /** @param size font size in px */
  Formula formula(String latex, double size) {
    Formula formula = new Formula(typesetter, size);
    formula.setMaxHeight(Region.USE_PREF_SIZE);
    formula.latexProperty().set(latex);
    return formula;
  }

  String op(String name) {
    String key = "op." + name.replace(' ', '_');
    return lang.known(key, name);
  }

  /** Position in the step: "3 · affine of dense_2, forward". */
  String title(Cursor op) {
    String phase = lang.say("debugger.phase." + op.phase().name().toLowerCase(Locale.ROOT));
    return op.phase() == Cursor.Phase.UPDATE ? lang.say("debugger.op.update", op.number(), phase)
        : lang.say("debugger.op", op.number(), op(op.op()), model.name(op.node()), phase);
  }

  /** Number with four significant digits. */
  String number(double value) {
    return lang.numbers().significant(value, 4);
  }

  /** Localized name of a parameter or an output. */
  String tensor(String parameter) {
    return Optional.ofNullable(parameter).map(name -> lang.known("parameter." + name, name))
        .orElseGet(() -> lang.say("debugger.output"));
  }
}
