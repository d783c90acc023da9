package studio.backprop.ui.debugger;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import studio.backprop.data.Part;
import studio.backprop.train.Cursor;
import studio.backprop.train.Session;
import studio.backprop.train.explain.CentralDifference;
import studio.backprop.train.explain.Explanation;
import studio.backprop.train.explain.Rehearsal;
import studio.backprop.train.explain.Share;
import studio.backprop.train.explain.Subject;
import studio.backprop.train.explain.Update;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.run.RunModel;

/** Finds answers on a thread of its own, one after the other; the thread of the looked-at session only copies the step between two ops. */
final class Inquiry {
  private final RunModel run;
  private final Pulse pulse;
  private final Executor worker = Executors.newSingleThreadExecutor(task -> {
    Thread thread = new Thread(task, "explainer");
    thread.setDaemon(true);
    thread.setPriority(Thread.NORM_PRIORITY - 1);
    return thread;
  });
  /** Is filled by the trainer and asked by the worker, never both at once, as no question is sent before the answer to the last. */
  private Rehearsal rehearsal;
  private boolean busy;

  Inquiry(RunModel run, Pulse pulse) {
    this.run = run;
    this.pulse = pulse;
  }

  /** Whether an answer is on its way: another question has to wait. */
  boolean busy() {
    return busy;
  }

  /** Asks, unless {@link #busy}; the answer is handed over on the screen's thread. */
  void ask(Question question, Consumer<Answer> then) {
    busy = true;
    run.past().ask(this::stage)
        .thenApplyAsync(stage -> stage.map(s -> s.answer(question)).orElse(Answer.NONE), worker)
        .whenComplete((answer, trouble) -> pulse.soon(() -> {
          busy = false;
          then.accept(trouble == null ? answer : Answer.NONE);
        }));
  }

  /** Compares the gradient with a central difference, on the step that the last answer was about. */
  void check(Explanation explanation, Consumer<CentralDifference> then) {
    if (busy || rehearsal == null) {
      return;
    }
    busy = true;
    worker.execute(() -> {
      CentralDifference difference = rehearsal.check(explanation.subject(), explanation.row());
      pulse.soon(() -> {
        busy = false;
        then.accept(difference);
      });
    });
  }

  private record Stage(Optional<Rehearsal> rehearsal, List<Cursor> course) {
    Answer answer(Question question) {
      return rehearsal.map(copy -> answer(copy, question)).orElse(new Answer(Optional.empty(), List.of(), Optional.empty(), new int[0], 0, question.step(), course));
    }

    private Answer answer(Rehearsal copy, Question question) {
      int[] rows = copy.rows();
      int row = question.whole() ? -1 : Math.max(0, place(rows, question));
      Optional<Explanation> found = copy.explain(question.subject(), row);
      Optional<Subject> weight = found.map(Explanation::subject).filter(Subject::isWeight);
      List<Share> shares = weight.map(copy::shares).orElse(List.of());
      Optional<Update> update = weight.map(copy::update);
      return new Answer(found, shares, update, rows, row, question.step(), course);
    }

    private static int place(int[] rows, Question question) {
      for (int i = 0; i < rows.length; i++) {
        if (question.example().part() == Part.TRAIN && rows[i] == question.example().row()) {
          return i;
        }
      }
      return 0;
    }
  }

  private Stage stage(Session session) {
    Optional<Rehearsal> copy = Rehearsal.of(session, rehearsal);
    rehearsal = copy.orElse(null);
    return new Stage(copy, session.course());
  }
}
