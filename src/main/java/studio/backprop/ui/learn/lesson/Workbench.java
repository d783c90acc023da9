package studio.backprop.ui.learn.lesson;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import studio.backprop.lesson.Directive.Focus;
import studio.backprop.lesson.Directive.Show;
import studio.backprop.lesson.check.Check;
import studio.backprop.lesson.check.CheckedQuantity;
import studio.backprop.lesson.check.Expression;
import studio.backprop.lesson.command.LessonCommand;
import studio.backprop.text.Message;

/** Facade of the window for lessons: pages, project and training. All callbacks come on the JavaFX thread. */
public interface Workbench {
  /** Result of cancelled commands. */
  Message STOPPED = Message.of("lesson.stopped");

  /** Callbacks of a monitored task. */
  interface Judged {
    /** Met; training pauses. */
    void met();

    /** Out of steps. */
    void missed();

    /** The goal is met, but more was changed than allowed. */
    void changedTooMuch();
  }

  /**
   * Carries out commands in sequence.
   *
   * @param ended receives why a command could not be carried out; empty where all were
   */
  void carryOut(List<LessonCommand> commands, Consumer<Optional<Message>> ended);

  /** Cancels the running command, which then yields {@link #STOPPED}, and pending requests for numbers. */
  void cancel();

  /** Progress of the commands, from 0 to 1; below 0 while idle. */
  ReadOnlyDoubleProperty progressProperty();

  /** Shows what a step needs, and nothing else. */
  void show(Show show);

  /** Highlights something; empty for nothing. */
  void focus(Optional<Focus> focus);

  /** Marks the current state as the start of the step. @param asked quantities whose initial values are needed later */
  void beginStep(List<CheckedQuantity> asked);

  /** Restores the start of the step. */
  void putStartBack();

  /** Fills the numbers of texts, all read at the same moment; dashes where unknown. Always calls back. */
  void fill(List<String> texts, Consumer<List<String>> filled);

  /** Current value of an expression; NaN where unknown. Always calls back. */
  void number(Expression sum, DoubleConsumer known);

  /** Values of a quantity in the steps or epochs of the run since the start of the lesson step. */
  double[] curve(Expression y, boolean epochs);

  /** Monitors a check; empty for none. */
  void watch(Optional<Check> check, Judged judged);

  /** Shows all numbers as "?" until it is known which are hidden. */
  void hideAll();

  /** Shows these numbers as "?"; none for all to be visible. */
  void hide(List<Expression> hidden);

  /** A learner's answer, for checks. @param value NaN where it is no number */
  void answered(String id, double value, int sure);
}
