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

/**
 * Keeps the trainer at the project that is open: edits reach it, opening brings it what a file holds, saving asks it for what it learned.
 */
final class TrainerSync {
  private final DocumentModel document;
  private final Trainer trainer;
  private final SuspendedRuns left;
  /** The project that the trainer has; null while there is none that it could train. */
  private Project trained;
  /** The project that the trainer had last. */
  private Project last;
  /** Whether the trainer has nothing any more of what it had last: neither a run to go on with nor one to look at. */
  private boolean dropped;
  private boolean opening;
  private InitialWeights start = InitialWeights.DRAWN;
  /** Takes edits that mean something else than to go on with a changed project. */
  private BiPredicate<Project, Project> meantOtherwise = (before, now) -> false;
  private Runnable numbersChanged = () -> {};
  /** The undos or redos of weights that lead from one document to another. */
  private BiFunction<Project, Project, List<ManualWeights.Turn>> weightsTurned = (before, now) -> List.of();
  /** Whether the run has weights of its own before its first step here: opened with them, or set by hand. Then it is worth keeping. */
  private boolean ownWeights;
  /** Whether these are others than those that a reset leads to. */
  private boolean beyondStart;
  /** What a file held, as long as its network cannot be trained. */
  private Optional<Saved> unstarted = Optional.empty();

  /** @param left keeps the runs that an edit ends */
  TrainerSync(DocumentModel document, Trainer trainer, SuspendedRuns left) {
    this.document = document;
    this.trainer = trainer;
    this.left = left;
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

  /** @param turns the undos or redos of weights that lead from one document to another */
  void turnBy(BiFunction<Project, Project, List<ManualWeights.Turn>> turns) {
    weightsTurned = turns;
  }

  /** The document is another one, by an edit unless it is being opened. */
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
   * Nothing can be trained for now. What was seen of the run stays as long as it is about the network and the data that are there; else it
   * goes, and an undo or a redo that comes back to its document brings it back.
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

  /** An undo or redo of weights. */
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

  /** The run of now is about to be ended by an edit that undo may take back. @param bare whether it is kept also where it took no step */
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

  /** Begins with the weights that the seed gives. */
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

  /** A person sets weights of the run: the document gets a mark for it. */
  void setByHand(Message name) {
    ownWeights = true;
    beyondStart = true;
    instead(() -> document.mark(name), now -> {});
  }

  /** The same as an edit, which undo takes back. */
  void startAnew() {
    if (document.ready()) {
      leave(false);
      instead(() -> document.mark(Message.of("edit.reset")), now -> trainer.start(now, start));
    }
  }

  /** The weights with which the open project begins. */
  InitialWeights beginning() {
    return start;
  }

  /** @param change makes the document open it */
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
    // a copy: training changes the weights that it goes on with
    start = new InitialWeights(weights.filter(w -> progressed.map(TrainingProgress::step).orElse(0L) == 0).map(Parameters::copy),
        document.project());
    trainer.forget();
    if (document.ready()) {
      have(document.project());
      weights.ifPresentOrElse(w -> trainer.resume(trained, w, progressed), () -> trainer.start(trained));
    }
  }

  /** @param change makes the document open it */
  void open(Runnable change, Saved saved) {
    open(change, saved.parameters(), saved.progressed());
    saved.start().ifPresent(set -> start = new InitialWeights(Optional.of(set), document.project()));
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
  RunFiles.ToSave toSave(Supplier<StepRows> steps) {
    return toSave(steps, start::byHand);
  }

  /** The same to be opened again in this window: a reset then leads where it leads now, also if weights were set since. */
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
