package studio.backprop.ui.debugger;

import javafx.scene.layout.HBox;
import studio.backprop.train.explain.Update;
import studio.backprop.train.optim.Line;
import studio.backprop.text.Latex;

/** What the end of the step will do to the weight: the lines of the optimizer with today's numbers and what it remembers. */
final class UpdatePart extends MathPart {
  UpdatePart(Desk desk) {
    super(desk, "debugger.update");
  }

  @Override
  boolean show(Answer answer) {
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
      content.getChildren().add(row(desk.lang().say("debugger.update.changed"), desk.number(update.gradient()) + " → " + desk.number(update.changed())));
    }
    for (Line line : update.lines()) {
      content.getChildren().addAll(
          desk.formula(line.name() + " \\leftarrow " + line.formula()),
          indented(desk.formula("= " + line.numbers() + " = " + Latex.number(line.value(), 5))));
    }
    content.getChildren().add(row(desk.lang().say("debugger.update.after"), desk.lang().numbers().significant(update.before(), 5) + " → " + desk.lang().numbers().significant(update.after(), 5), "strong"));
    return true;
  }

  private static HBox indented(javafx.scene.Node node) {
    HBox row = new HBox(node);
    row.getStyleClass().add("indented");
    return row;
  }
}
