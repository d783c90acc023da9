package studio.backprop.ui.debugger;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import studio.backprop.train.explain.CentralDifference;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Numbers;

/** Moves the weight a little both ways and runs forward twice: without any chain rule, the slope must be the same. */
final class CheckPart extends MathPart {
  private static final int DIGITS = 9;

  CheckPart(Desk desk) {
    super(desk, "debugger.check");
    desk.model().checkProperty().subscribe((before, now) -> refresh());
  }

  @Override
  boolean show(Answer answer) {
    if (!answer.explanation().get().subject().isWeight()) {
      return false;
    }
    Label about = new Label(desk.lang().say("debugger.check.about"));
    about.getStyleClass().addAll("note", "mut");
    about.setWrapText(true);
    content.getChildren().add(about);
    desk.model().checkProperty().get().ifPresentOrElse(this::show, () -> {
      Button check = new Button(desk.lang().say("debugger.check.do"), Icon.CHECK.view());
      check.setId("check-difference");
      check.setOnAction(event -> desk.model().check());
      content.getChildren().add(check);
    });
    return true;
  }

  private void show(CentralDifference difference) {
    Numbers numbers = desk.lang().numbers();
    String step = numbers.significant(difference.step(), 2);
    String both = numbers.significant(2 * difference.step(), 2);
    Label verdict = new Label(desk.lang().say(
        difference.agrees() ? "debugger.check.agree" : "debugger.check.disagree", numbers.significant(difference.difference(), 2)),
        (difference.agrees() ? Icon.OK : Icon.WARNING).view());
    verdict.setWrapText(true);
    verdict.setMaxWidth(Double.MAX_VALUE);
    verdict.getStyleClass().addAll("verdict", difference.agrees() ? "ok" : "warn");
    content.getChildren().addAll(
        row("L(w + " + step + ")", numbers.significant(difference.above(), DIGITS)),
        row("L(w − " + step + ")", numbers.significant(difference.below(), DIGITS)),
        row(desk.lang().say("debugger.check.difference", both), desk.number(difference.slope())),
        row(desk.lang().say("debugger.check.backward"), desk.number(difference.gradient()), "gradient"),
        verdict);
  }
}
