package studio.backprop.ui.inside.debugger;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import studio.backprop.data.Part;
import studio.backprop.data.draw.DrawnExample;
import studio.backprop.derivation.CentralDifference;
import studio.backprop.derivation.Explanation;
import studio.backprop.derivation.Rehearsal;
import studio.backprop.derivation.Share;
import studio.backprop.derivation.Subject;
import studio.backprop.derivation.Unexplained;
import studio.backprop.derivation.Update;
import studio.backprop.text.Message;
import studio.backprop.train.Cursor;
import studio.backprop.train.Session;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.workspace.run.RunModel;

/** Worker that computes explanations sequentially in the background; the session's own thread only copies the step between two ops. */
final class Inquiry {
  private final RunModel run;
  private final Pulse pulse;
  private final Executor worker = Executors.newSingleThreadExecutor(task -> {
    Thread thread = new Thread(task, "explainer");
    thread.setDaemon(true);
    thread.setPriority(Thread.NORM_PRIORITY - 1);
    return thread;
  });
  /** Filled by the trainer and read by the worker, never both at once, as no request is sent before the answer to the last. */
  private Rehearsal rehearsal;
  private boolean busy;
  private Effort effort = new Effort();

  Inquiry(RunModel run, Pulse pulse) {
    this.run = run;
    this.pulse = pulse;
  }

  /** Whether an answer is pending; further requests must wait. */
  boolean busy() {
    return busy;
  }

  /** Progress of the pending answer, 0 to 1; below 0 if unknown. */
  double share() {
    return effort.share();
  }

  void cancel() {
    effort.cancel();
  }

  /** Requests an explanation, unless {@link #busy}; delivered on the JavaFX thread. */
  void ask(Asked question, Consumer<Explained> then) {
    busy = true;
    Effort now = new Effort();
    effort = now;
    run.past().ask(session -> stage(session, question.whole() ? Optional.empty() : question.example().drawn(), question.subject().node()))
        .thenApplyAsync(stage -> stage.map(s -> s.answer(question, now)).orElse(Explained.NONE), worker)
        .whenComplete((answer, trouble) -> pulse.soon(() -> {
          busy = false;
          then.accept(trouble == null
              ? answer : Explained.of(now.cancelled() ? Message.of("debugger.cancelled") : Unexplained.failed(trouble)));
        }));
  }

  /** Compares the gradient with a central difference, on the step of the last answer. */
  void check(Explanation explanation, Consumer<CentralDifference> then, Consumer<Message> failed) {
    if (busy || rehearsal == null) {
      return;
    }
    busy = true;
    Effort now = new Effort();
    effort = now;
    CompletableFuture.supplyAsync(() -> rehearsal.check(explanation.subject(), explanation.row(), now), worker)
        .whenComplete((difference, trouble) -> pulse.soon(() -> {
          busy = false;
          if (trouble == null) {
            then.accept(difference);
          } else if (!now.cancelled()) {
            failed.accept(Unexplained.failed(trouble));
          }
        }));
  }

  private record Stage(Optional<Rehearsal> rehearsal, List<Cursor> course, Optional<Message> why, boolean drawn) {
    Explained answer(Asked question, Effort effort) {
      return rehearsal.map(copy -> answer(copy, question, effort))
          .orElse(new Explained(Optional.empty(), List.of(), Optional.empty(), new int[0], 0, question.step(), course, why, drawn));
    }

    private Explained answer(Rehearsal copy, Asked question, Effort effort) {
      int[] rows = copy.rows();
      if (drawn) {
        return answerDrawn(copy, question, rows, effort);
      }
      int row = question.whole() ? -1 : Math.max(0, place(rows, question));
      Optional<Explanation> found = copy.explain(question.subject(), row, effort);
      Optional<Subject> weight = found.map(Explanation::subject).filter(Subject::isWeight);
      List<Share> shares = weight.map(number -> copy.shares(number, effort)).orElse(List.of());
      Optional<Update> update = weight.map(copy::update);
      return new Explained(found, shares, update, rows, row, question.step(), course, found.isPresent() ? Optional.empty()
          : copy.whyNot(question.subject()), false);
    }

    /** A drawn input is not in the batch: it has no share in its gradient and updates no weight. */
    private Explained answerDrawn(Rehearsal copy, Asked question, int[] rows, Effort effort) {
      Optional<Message> why = copy.knowsLoss(0) ? copy.whyNot(question.subject()) : Optional.of(Message.of("debugger.no_label"));
      Optional<Explanation> found = why.isPresent() ? Optional.empty() : copy.explain(question.subject(), 0, effort);
      return new Explained(found, List.of(), Optional.empty(), rows, 0, question.step(), course, why, true);
    }

    private static int place(int[] rows, Asked question) {
      for (int i = 0; i < rows.length; i++) {
        if (question.example().part() == Part.TRAIN && rows[i] == question.example().row()) {
          return i;
        }
      }
      return 0;
    }
  }

  private Stage stage(Session session, Optional<DrawnExample> shown, int node) {
    Optional<DrawnExample> drawn = shown.filter(example -> session.nextStep(node).takesDrawn());
    Optional<Rehearsal> copy = Rehearsal.of(session, rehearsal, drawn, node);
    rehearsal = copy.orElse(null);
    return new Stage(copy, session.nextStep().course(), Unexplained.why(session), drawn.isPresent());
  }
}
