package studio.backprop.ui.run;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import studio.backprop.plan.Parameters;
import studio.backprop.store.Saved;
import studio.backprop.train.Progressed;
import studio.backprop.train.Project;
import studio.backprop.train.Trainer;
import studio.backprop.ui.document.DocumentModel;

/** Keeps the trainer at the project that is open: edits reach it, opening brings it what a file holds, saving asks it for what it learned. */
final class Following {
  private final DocumentModel document;
  private final Trainer trainer;
  /** The project that the trainer has; null while there is none that it could train. */
  private Project trained;
  /** The project that the trainer had last. */
  private Project last;
  private boolean opening;
  /** Takes edits that mean something else than to go on with a changed project. */
  private BiPredicate<Project, Project> meantOtherwise = (before, now) -> false;
  private Runnable numbersChanged = () -> {};
  /** What a file held, as long as its network cannot be trained. */
  private Optional<Saved> unstarted = Optional.empty();

  Following(DocumentModel document, Trainer trainer) {
    this.document = document;
    this.trainer = trainer;
  }

  /**
   * Lets others hear of edits.
   *
   * @param otherwise is asked first, with what the trainer had last and what the document is, and says whether it takes the edit
   * @param numbers hears of numbers that were changed for the steps to come
   */
  void tell(BiPredicate<Project, Project> otherwise, Runnable numbers) {
    meantOtherwise = otherwise;
    numbersChanged = numbers;
  }

  /** The document is another one, by an edit unless it is being opened. */
  void edited(Project now) {
    if (opening || meantOtherwise.test(last, now)) {
      return;
    }
    if (!document.ready()) {
      trainer.suspend();
      trained = null;
    } else if (trained == null) {
      have(now);
      trainer.change(now);
    } else if (!now.equals(trained)) {
      Change change = Change.between(trained, now);
      change.carryOut(trainer, now);
      have(now);
      if (change == Change.NUMBERS) {
        numbersChanged.run();
      }
    }
  }

  private void have(Project now) {
    trained = now;
    last = now;
  }

  /** Begins with the weights that the seed gives. */
  void start() {
    if (document.ready()) {
      have(document.project());
      trainer.start(trained);
    }
  }

  /** @param change makes the document open it */
  void open(Runnable change, Optional<Parameters> weights, Optional<Progressed> progressed) {
    trained = null;
    unstarted = Optional.empty();
    opening = true;
    change.run();
    opening = false;
    trainer.forget();
    if (document.ready()) {
      have(document.project());
      weights.ifPresentOrElse(w -> trainer.resume(trained, w, progressed), () -> trainer.start(trained));
    }
  }

  /** @param change makes the document open it */
  void open(Runnable change, Saved saved) {
    open(change, saved.parameters(), saved.progressed());
    if (!document.ready()) {
      unstarted = Optional.of(saved);
      saved.parameters().ifPresent(trainer::hold);
    }
  }

  /** A change of the document that is no edit to follow: the trainer gets another order for it. */
  void instead(Runnable change, Consumer<Project> order) {
    opening = true;
    change.run();
    opening = false;
    if (document.ready()) {
      have(document.project());
      order.accept(trained);
    }
  }

  /** The trainer gets another order for a document that there is already, or was a moment ago. */
  void as(Project now, Consumer<Project> order) {
    have(now);
    order.accept(now);
  }

  /** There is a run now, which has taken over what the file held. */
  void begun() {
    unstarted = Optional.empty();
  }

  /** @param steps the curves, which no longer change */
  RunModel.ToSave toSave(StepLog steps) {
    Project project = document.project();
    Optional<Saved> asOpened = unstarted;
    CompletableFuture<Optional<Saved>> learned = trainer.ask(Saved::of);
    return () -> learned.get()
        .map(saved -> saved.with(project, steps.forFile()))
        .or(() -> asOpened.map(saved -> saved.with(project, saved.steps())))
        .orElse(Saved.of(project));
  }
}
