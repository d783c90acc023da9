package studio.backprop.ui.learn.lesson;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import studio.backprop.lesson.Directive.Task;

/** A learner's way to the goal of a task: watched until it is met, begun again from the start, or shown by the lesson. */
final class TaskAttempt {
  private final Workbench bench;
  private final TaskHelp help;
  private boolean shown;

  TaskAttempt(Workbench bench, TaskHelp help) {
    this.bench = bench;
    this.help = help;
  }

  /** Nothing was tried yet. */
  void begin() {
    shown = false;
  }

  /** Carried out by the lesson: not counted as the learner's own solution. */
  void show() {
    shown = true;
  }

  /** The project as it was when the step began. */
  void startAgain() {
    shown = false;
    help.changedTooMuch(false);
    bench.putStartBack();
  }

  /**
   * Looks after each step and edit whether the goal is met; a task without one is a person's to judge.
   *
   * @param asked whether this task is still asked: what comes late from the bench is not heard
   * @param met hears how it was met
   */
  void watch(Task task, BooleanSupplier asked, Consumer<Outcome.Kind> met) {
    if (task.check() == null) {
      return;
    }
    bench.watch(Optional.of(task.check()), new Workbench.Judged() {
      @Override
      public void met() {
        if (asked.getAsBoolean()) {
          met.accept(shown ? Outcome.Kind.SHOWN : Outcome.Kind.DONE);
        }
      }

      @Override
      public void missed() {
        if (asked.getAsBoolean()) {
          help.missed();
        }
      }

      @Override
      public void changedTooMuch() {
        if (asked.getAsBoolean()) {
          help.changedTooMuch(true);
        }
      }
    });
  }
}
