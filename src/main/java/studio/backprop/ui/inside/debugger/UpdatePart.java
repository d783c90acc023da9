package studio.backprop.ui.inside.debugger;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import studio.backprop.derivation.Update;
import studio.backprop.optim.FormulaLine;
import studio.backprop.text.Latex;
import studio.backprop.ui.kit.Numbers;

/** Pending update of the weight: the formulas of the optimizer with current numbers and its state. */
final class UpdatePart extends MathPart {
  private static final int DIGITS = 5;

  UpdatePart(DebuggerDesk desk) {
    super(desk, "debugger.update");
  }

  @Override
  boolean show(Explained answer) {
    if (answer.update().isEmpty()) {
      return false;
    }
    Update update = answer.update().get();
    detail.setText(desk.lang().say("debugger.update.rate", desk.number(update.rate())));
    if (!desk.model().knows(answer.course().size() - 1)) {
      content.getChildren().add(row(desk.lang().say("debugger.after_backward"), "", "note", "mut"));
      return true;
    }
    if (update.changed() != update.gradient()) {
      content.getChildren()
          .add(row(desk.lang().say("debugger.update.changed"), desk.number(update.gradient()) + " → " + desk.number(update.changed())));
    }
    for (FormulaLine line : update.lines()) {
      content.getChildren().addAll(
          desk.formula(line.name() + " \\leftarrow " + line.formula()),
          indented(desk.formula("= " + line.numbers() + " = " + Latex.number(line.value()))));
    }
    Numbers numbers = desk.lang().numbers();
    String moved = numbers.significant(update.before(), DIGITS) + " → " + numbers.significant(update.after(), DIGITS);
    content.getChildren().add(row(desk.lang().say("debugger.update.after"), moved, "strong"));
    return true;
  }

  private static HBox indented(Node node) {
    HBox row = new HBox(node);
    row.getStyleClass().add("indented");
    return row;
  }
}
