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

/** What a lesson does with the window: its rooms, the project and the training. All answers come on the screen's thread. */
public interface Workbench {
  /** What is told where commands were stopped before their end. */
  Message STOPPED = Message.of("lesson.stopped");

  /** Judges a task while the learner works on it. */
  interface Judged {
    /** It is done; training rests. */
    void met();

    /** Its time is over without. */
    void missed();

    /** All is as it is to be, but more was changed than may be. */
    void changedTooMuch();
  }

  /**
   * Carries out commands, one after the other, and tells when all are done.
   *
   * @param ended hears why a command could not be carried out; nothing where all were
   */
  void carryOut(List<LessonCommand> commands, Consumer<Optional<Message>> ended);

  /** Cancels the running command, which then yields {@link #STOPPED}, and pending requests for numbers. */
  void cancel();

  /** How far the commands are, from 0 to 1; below 0 while nothing is carried out. */
  ReadOnlyDoubleProperty progressProperty();

  /** Shows what a step needs, and nothing else. */
  void show(Show show);

  /** Leads the eyes to something; empty for nothing. */
  void focus(Optional<Focus> focus);

  /** The start of the step is now. @param asked the quantities whose values at the start are asked for later */
  void beginStep(List<CheckedQuantity> asked);

  /** Brings back the start of the step. */
  void putStartBack();

  /** Fills the numbers of texts, all read at the same moment; dashes where unknown. Always calls back. */
  void fill(List<String> texts, Consumer<List<String>> filled);

  /** Current value of an expression; NaN where unknown. Always calls back. */
  void number(Expression sum, DoubleConsumer known);

  /** The values of a quantity in the steps or epochs that the run has taken since the step of the lesson began. */
  double[] curve(Expression y, boolean epochs);

  /** Judges a check from now on; empty for none. */
  void watch(Optional<Check> check, Judged judged);

  /** All numbers are written as "?" until it is known which of them are to be hidden. */
  void hideAll();

  /** These numbers are written as "?" wherever they stand; none for all to be seen. */
  void hide(List<Expression> hidden);

  /** An answer of the learner's, for checks. @param value NaN where it is no number */
  void answered(String id, double value, int sure);
}
