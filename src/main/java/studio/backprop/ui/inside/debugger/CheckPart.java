package studio.backprop.ui.inside.debugger;

import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import studio.backprop.derivation.CentralDifference;
import studio.backprop.derivation.CentralDifference.Verdict;
import studio.backprop.derivation.Explanation;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Numbers;

/** Gradient check: central difference from two forward passes with the weight perturbed, compared with the analytic gradient. */
final class CheckPart extends MathPart {
  private static final int DIGITS = 9;
  /** Relative distance up to which a difference is rounding error. */
  private static final double CLOSE = 1e-3;

  CheckPart(DebuggerDesk desk) {
    super(desk, "debugger.check");
    desk.model().check().foundProperty().subscribe((before, now) -> refresh());
    desk.model().check().troubleProperty().subscribe((before, now) -> refresh());
  }

  @Override
  boolean show(Explained answer) {
    Explanation followed = answer.explanation().get();
    if (!desk.model().check().possible(followed.subject())) {
      return false;
    }
    if (!desk.model().knows(followed.gradientKnown())) {
      content.getChildren().add(row(desk.lang().say("debugger.after_backward"), "", "note", "mut"));
      return true;
    }
    Label about = new Label(desk.lang().say("debugger.check.about"));
    about.getStyleClass().addAll("note", "mut");
    about.setWrapText(true);
    content.getChildren().add(about);
    desk.model().check().foundProperty().get().ifPresentOrElse(this::show, () -> {
      Button check = new Button(desk.lang().say("debugger.check.do"), Icon.CHECK.view());
      check.setId("check-difference");
      check.setOnAction(event -> {
        requestFocus(); // the button goes: the focus must not jump to the next field
        desk.model().check().start();
      });
      check.disableProperty().bind(desk.model().workingProperty());
      content.getChildren().add(check);
      desk.model().check().troubleProperty().get().ifPresent(why -> content.getChildren().add(verdict(desk.lang().say(why), false)));
    });
    return true;
  }

  private void show(CentralDifference difference) {
    Numbers numbers = desk.lang().numbers();
    String step = numbers.significant(difference.step(), 2);
    String both = numbers.significant(2 * difference.step(), 2);
    content.getChildren().addAll(
        row("L(w + " + step + ")", numbers.significant(difference.above(), DIGITS)),
        row("L(w − " + step + ")", numbers.significant(difference.below(), DIGITS)),
        row(desk.lang().say("debugger.check.difference", both), desk.number(difference.plain())));
    if (difference.plain() != difference.slope()) {
      content.getChildren().add(row(desk.lang().say("debugger.check.straight"), desk.number(difference.slope())));
    }
    content.getChildren().addAll(
        row(desk.lang().say("debugger.check.backward"), desk.number(difference.gradient()), "gradient"),
        verdict(say(difference), difference.verdict() == Verdict.AGREES && difference.difference() <= CLOSE));
    difference.fine().ifPresent(slope -> showFine(slope, difference.fineDifference()));
  }

  /** Second check, op by op, which rounding does not mask. */
  private void showFine(double slope, double apart) {
    boolean well = apart <= CLOSE;
    String said = desk.lang().say(well ? "debugger.check.fine.agree" : "debugger.check.fine.disagree", desk.lang().numbers()
        .significant(apart, 2));
    content.getChildren().addAll(row(desk.lang().say("debugger.check.fine"), desk.number(slope)), verdict(said, well));
  }

  private String say(CentralDifference difference) {
    Numbers numbers = desk.lang().numbers();
    String apart = numbers.significant(difference.difference(), 2);
    return switch (difference.verdict()) {
      case AGREES -> desk.lang().say(difference.difference() <= CLOSE ? "debugger.check.agree" : "debugger.check.roughly", apart);
      case TOO_SMALL -> desk.lang().say("debugger.check.too_small", numbers.significant(difference.noise(), 2));
      case CORNER -> desk.lang().say(
          "debugger.check.corner", difference.corners().stream().map(desk.model()::name)
              .collect(Collectors.joining(desk.lang().say("debugger.check.and"))));
      case DISAGREES -> desk.lang().say("debugger.check.disagree", apart);
    };
  }

  private static Label verdict(String sentence, boolean well) {
    Label verdict = new Label(sentence, (well ? Icon.OK : Icon.WARNING).view());
    verdict.setWrapText(true);
    verdict.setMaxWidth(Double.MAX_VALUE);
    verdict.setMinHeight(USE_PREF_SIZE);
    verdict.getStyleClass().addAll("verdict", well ? "ok" : "warn");
    return verdict;
  }
}
