package studio.backprop.ui.workspace.run;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Project;
import studio.backprop.run.InitialWeights;
import studio.backprop.run.Trainer;
import studio.backprop.run.UndoEffect;
import studio.backprop.store.Saved;
import studio.backprop.store.StepRows;
import studio.backprop.text.Message;
import studio.backprop.train.TrainingProgress;
import studio.backprop.ui.workspace.document.DocumentModel;

/** Synchronizes the trainer with the open project: forwards edits, loads on opening, collects the learned state on saving. */
final class TrainerSync {
  private final DocumentModel document;
  private final Trainer trainer;
  private final SuspendedRuns left;
  /** Project of the trainer; null if there is none to train. */
  private Project trained;
  private Project last;
  /** Whether the trainer has nothing of {@link #last}: no run to continue or display. */
  private boolean dropped;
  private boolean opening;
  private InitialWeights start = InitialWeights.DRAWN;
  /** Takes edits that do not just continue with a changed project. */
  private BiPredicate<Project, Project> meantOtherwise = (before, now) -> false;
  private Runnable numbersChanged = () -> {};
  /** Undos or redos of weights between two documents. */
  private BiFunction<Project, Project, List<ManualWeights.Turn>> weightsTurned = (before, now) -> List.of();
  /** Whether the run has non-initial weights before its first step (loaded or set manually): then it is worth keeping. */
  private boolean ownWeights;
  /** Whether these differ from those after a reset. */
  private boolean beyondStart;
  /** Content of a file whose network cannot be trained yet. */
  private Optional<Saved> unstarted = Optional.empty();

  /** @param left keeps the runs ended by an edit */
  TrainerSync(DocumentModel document, Trainer trainer, SuspendedRuns left) {
    this.document = document;
    this.trainer = trainer;
    this.left = left;
  }

  /**
   * Registers listeners.
   *
   * @param otherwise called first with old and new document; true if it takes the edit
   * @param numbers notified of changed hyperparameters
   */
  void tell(BiPredicate<Project, Project> otherwise, Runnable numbers) {
    meantOtherwise = otherwise;
    numbersChanged = numbers;
  }

  void turnBy(BiFunction<Project, Project, List<ManualWeights.Turn>> turns) {
    weightsTurned = turns;
  }

  /** The document has changed, by an edit unless it is being opened. */
  void edited(Project now) {
    if (opening || meantOtherwise.test(last, now)) {
      return;
    }
    if (!document.ready()) {
      rest(now);
      trained = null;
    } else if (last == null) {
      trainer.change(now);
      have(now);
    } else {
      follow(now);
    }
  }

  /**
   * Nothing can be trained for now. The run stays displayed while network and data match; else it is suspended, and undo or redo to its
   * document resumes it.
   */
  private void rest(Project now) {
    if (last == null || dropped || !isAboutAnother(now)) {
      trainer.suspend();
      return;
    }
    leave(false);
    trainer.drop();
    dropped = true;
  }

  private boolean isAboutAnother(Project now) {
    return now.network().nodes().isEmpty() || now.assignment().getClass() != last.assignment().getClass()
        || now.assignment().isAdversarial() && !EditEffect.sameData(last, now);
  }

  private void follow(Project now) {
    EditEffect change = EditEffect.between(last, now);
    List<ManualWeights.Turn> turns = weightsTurned.apply(last, now);
    if (!turns.isEmpty()) {
      goOn(change, now);
      turns.forEach(this::turn);
    } else if (change.ends() || dropped || left.holds(now)) {
      Optional<SuspendedRuns.Left> wanted = left.takeBack(now); // before another run may push it out
      leave(false);
      wanted.ifPresentOrElse(back -> back.ordered(trainer.comeBack(now, back.stood(), Branching::toEnd)), () -> begin(change, now));
    } else {
      goOn(change, now);
    }
    have(now);
  }

  private void turn(ManualWeights.Turn turn) {
    Optional<SuspendedRuns.Left> kept = left.takeBack(turn.to());
    UndoEffect turned = trainer.turn(turn.to(), turn.edit(), turn.again(), kept.map(SuspendedRuns.Left::stood), Branching::toEnd);
    SuspendedRuns.Left gone = left.leave(turn.from(), turned.stood(), true);
    kept.ifPresent(back -> back.ordered(turned.came()));
    left.earlier(turn.to(), turned.earlier(), gone).ordered(turned.came());
  }

  private void goOn(EditEffect change, Project now) {
    if (trained == null) {
      trainer.wake(now);
    }
    if (change == EditEffect.NUMBERS) {
      setNumbers(now);
    }
  }

  /**
   * Suspends the run before an undoable edit ends it.
   *
   * @param bare whether to keep it without steps
   */
  void leave(boolean bare) {
    if (last != null && !dropped) {
      left.leave(last, trainer.stand(), bare || ownWeights);
    }
  }

  private void begin(EditEffect change, Project now) {
    if (change == EditEffect.START_AGAIN) {
      trainer.start(now, start);
    } else {
      trainer.change(now);
    }
  }

  private void setNumbers(Project now) {
    trainer.setRate(now.training().rate(), document.wentOn());
    trainer.setAssignment(now.assignment(), document.wentOn());
    if (now.training().epochs() != last.training().epochs()) {
      trainer.setLastEpoch(now.training().epochs());
    }
    numbersChanged.run();
  }

  private void have(Project now) {
    trained = now;
    last = now;
    dropped = false;
  }

  void start() {
    if (document.ready()) {
      have(document.project());
      trainer.start(trained, start);
    }
  }

  /** Whether a reset would lose weights although no step was taken here. */
  boolean beyondStart() {
    return beyondStart;
  }

  /** Marks the document after weights were set manually. */
  void setByHand(Message name) {
    ownWeights = true;
    beyondStart = true;
    instead(() -> document.mark(name), now -> {});
  }

  void startAnew() {
    if (document.ready()) {
      leave(false);
      instead(() -> document.mark(Message.of("edit.reset")), now -> trainer.start(now, start));
    }
  }

  InitialWeights beginning() {
    return start;
  }

  void open(Runnable change, Optional<Parameters> weights, Optional<TrainingProgress> progressed) {
    trained = null;
    last = null;
    dropped = false;
    left.clear();
    ownWeights = weights.isPresent();
    beyondStart = progressed.map(TrainingProgress::step).orElse(0L) > 0;
    unstarted = Optional.empty();
    opening = true;
    change.run();
    opening = false;
    // a copy: training modifies the weights that it continues with
    start = new InitialWeights(weights.filter(w -> progressed.map(TrainingProgress::step).orElse(0L) == 0).map(Parameters::copy),
        document.project());
    trainer.forget();
    if (document.ready()) {
      have(document.project());
      weights.ifPresentOrElse(w -> trainer.resume(trained, w, progressed), () -> trainer.start(trained));
    }
  }

  void open(Runnable change, Saved saved) {
    open(change, saved.parameters(), saved.progressed());
    saved.start().ifPresent(set -> start = new InitialWeights(Optional.of(set), document.project()));
    if (!document.ready()) {
      unstarted = Optional.of(saved);
      saved.parameters().ifPresent(trainer::hold);
    }
  }

  /** Changes the document with another order to the trainer than following the edit. */
  void instead(Runnable change, Consumer<Project> order) {
    opening = true;
    change.run();
    opening = false;
    if (document.ready()) {
      have(document.project());
      order.accept(trained);
    }
  }

  /** Gives the trainer another order for a current or recent document. */
  void as(Project now, Consumer<Project> order) {
    have(now);
    order.accept(now);
  }

  /** A run has begun and taken over the content of the file. */
  void begun() {
    unstarted = Optional.empty();
  }

  /** @param steps the curves, immutable */
  RunFiles.ToSave toSave(Supplier<StepRows> steps) {
    return toSave(steps, start::byHand);
  }

  /** To be opened again in this window: a reset leads to the same weights as now. */
  RunFiles.ToSave toPutBack(Supplier<StepRows> steps) {
    InitialWeights begins = start;
    return toSave(steps, project -> Optional.of(begins.parameters(project)));
  }

  private RunFiles.ToSave toSave(Supplier<StepRows> steps, Function<Project, Optional<Parameters>> start) {
    Project project = document.project();
    Optional<Saved> asOpened = unstarted;
    CompletableFuture<Optional<Saved>> learned = trainer.ask(Saved::of);
    return () -> learned.get()
        .map(saved -> saved.with(project, steps.get()))
        .or(() -> asOpened.map(saved -> saved.with(project, saved.steps())))
        .orElse(Saved.of(project))
        .from(start.apply(project));
  }
}
