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

/** What every view of the debugger needs. */
record DebuggerDesk(DebuggerModel model, Lang lang, Hints hints, Typesetter typesetter, Motion motion, ThemeModel theme) {
  private static final double LETTERS = 14;

  Formula formula(String latex) {
    return formula(latex, LETTERS);
  }

  /** @param size of its letters in px */
  Formula formula(String latex, double size) {
    Formula formula = new Formula(typesetter, size);
    formula.setMaxHeight(Region.USE_PREF_SIZE);
    formula.latexProperty().set(latex);
    return formula;
  }

  /** An op's name in the reader's language. */
  String op(String name) {
    String key = "op." + name.replace(' ', '_');
    return lang.known(key, name);
  }

  /** A place in the step: "3 · affine of dense_2, forward". */
  String title(Cursor op) {
    String phase = lang.say("debugger.phase." + op.phase().name().toLowerCase(Locale.ROOT));
    return op.phase() == Cursor.Phase.UPDATE ? lang.say("debugger.op.update", op.number(), phase)
        : lang.say("debugger.op", op.number(), op(op.op()), model.name(op.node()), phase);
  }

  /** A number with four digits that count. */
  String number(double value) {
    return lang.numbers().significant(value, 4);
  }

  /** A parameter's name, or that of an output. */
  String tensor(String parameter) {
    return Optional.ofNullable(parameter).map(name -> lang.known("parameter." + name, name))
        .orElseGet(() -> lang.say("debugger.output"));
  }
}
