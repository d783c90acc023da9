package studio.backprop.ui.learn.lesson;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import studio.backprop.lesson.Directive.Task;

/** A learner's attempt at a task: monitored until the goal is met, restarted, or solved by the lesson. */
final class TaskAttempt {
  private final Workbench bench;
  private final TaskHelp help;
  private boolean shown;

  TaskAttempt(Workbench bench, TaskHelp help) {
    this.bench = bench;
    this.help = help;
  }

  /** Resets the attempt. */
  void begin() {
    shown = false;
  }

  /** Carried out by the lesson: not counted as the learner's own solution. */
  void show() {
    shown = true;
  }

  /** Restores the project as it was when the step began. */
  void startAgain() {
    shown = false;
    help.changedTooMuch(false);
    bench.putStartBack();
  }

  /**
   * Checks the goal after each step and edit; a task without a check is graded by the user.
   *
   * @param asked whether this task is still current, else late callbacks are discarded
   * @param met receives how it was met
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
