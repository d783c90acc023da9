package studio.backprop.ui.learn.lesson;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import studio.backprop.lesson.Directive.Asking;
import studio.backprop.lesson.Directive.Explain;
import studio.backprop.lesson.Directive.Predict;
import studio.backprop.lesson.Directive.PredictNumber;
import studio.backprop.lesson.Directive.Task;
import studio.backprop.lesson.play.LessonNumbers;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;

/** Feedback on the answer, or on what is missing for one. */
final class VerdictLine extends Label {
  private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");

  private final LessonModel model;
  private final Lang lang;

  VerdictLine(LessonModel model, Lang lang) {
    this.model = model;
    this.lang = lang;
    getStyleClass().add("verdict");
  }

  /** Empty where there is none. */
  void refresh() {
    Asking asking = model.current().asking().orElse(null);
    Optional<Outcome> outcome = model.outcome(model.stepProperty().get());
    boolean done = model.phase() == Phase.DONE && !model.endedProperty().get() && outcome.isPresent();
    boolean right = done && (asking instanceof Explain explain ? explain.answer().equals(model.answering().keyProperty().get())
        : outcome.get().kind() != Outcome.Kind.WRONG && outcome.get().kind() != Outcome.Kind.SHOWN);
    boolean read = done && outcome.get().kind() == Outcome.Kind.READ && !(asking instanceof PredictNumber); // not the learner's answer
    String said = read ? "" : done ? judged(outcome.get(), right, asking) : model.phase() == Phase.ASKING ? missing(asking) : "";
    setText(said);
    setVisible(!said.isEmpty());
    pseudoClassStateChanged(RIGHT, right);
    setGraphic(said.isEmpty() ? null : (right ? Icon.OK : Icon.INFO).view());
  }

  /** With both numbers where there are two. */
  private String judged(Outcome outcome, boolean right, Asking asking) {
    if (asking instanceof PredictNumber && Double.isNaN(model.answering().truth())) {
      return ""; // the problem is shown instead
    } else if (asking instanceof PredictNumber) {
      String truth = LessonNumbers.write(model.answering().truth(), -1, false, lang.texts().locale());
      return outcome.answer().isEmpty() ? lang.say("lesson.number.is", truth)
          : lang.say(right ? "lesson.number.right" : "lesson.number.wrong", outcome.answer(), truth);
    } else if (asking instanceof Predict) {
      boolean certain = outcome.sure() == 3;
      String key = right ? "lesson.right" : certain ? "lesson.certain_wrong" : "lesson.wrong";
      return lang.say(key);
    } else if (asking instanceof Task) {
      return lang.say(outcome.kind() == Outcome.Kind.SHOWN ? "lesson.shown" : "lesson.done");
    }
    boolean later = right && outcome.kind() == Outcome.Kind.WRONG; // found among the others
    String key = later ? "lesson.explain.found" : right ? "lesson.explain.right" : "lesson.explain.wrong";
    return asking instanceof Explain ? lang.say(key) : "";
  }

  private String missing(Asking asking) {
    if (asking instanceof PredictNumber && !model.answering().typedProperty().get().isBlank() && model.answering().number().isEmpty()) {
      return lang.say("lesson.number.none");
    } else if (asking instanceof Predict predict && model.answering().isGiven(predict) && model.answering().sure() == 0
        && !model.presentedProperty().get()) {
      return lang.say("lesson.say_sure");
    }
    if (model.question().help().changedTooMuchProperty().get()) {
      return lang.say("lesson.changed_too_much");
    }
    boolean missed = model.question().help().triesProperty().get() > 0;
    return missed ? lang.say("lesson.missed") : model.replaysSolutions() ? lang.say("lesson.replays") : "";
  }
}
