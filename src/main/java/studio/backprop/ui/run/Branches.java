package studio.backprop.ui.run;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.backprop.network.Edit;
import studio.backprop.text.Message;
import studio.backprop.train.Checkpoint;
import studio.backprop.train.Project;
import studio.backprop.train.Run;
import studio.backprop.train.Session;
import studio.backprop.train.Tape;
import studio.backprop.train.Trainer;
import studio.backprop.train.TrainingSettings;
import studio.backprop.train.time.Traveller;
import studio.backprop.ui.document.DocumentModel;

/**
 * The runs that grew from one another by going back to a step and going on otherwise. One of them trains; the others keep where they stood
 * and their tapes. Another network, other data or a reset begin a new tree.
 */
public final class Branches {
  private static final int MOST = 8;

  private final ObservableList<Branch> all = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Branch> current = new ReadOnlyObjectWrapper<>(this, "current");
  private final DocumentModel document;
  private final Following following;
  private final Trainer trainer;
  private final Past past;
  private final Comparison comparison;
  private Turn turn;
  /** What the run that is about to begin is called; null where a run begins by itself. */
  private Message expected;

  /** A change of runs that waits for copies of the weights. */
  private record Turn(CompletableFuture<Optional<Checkpoint>> from, CompletableFuture<Optional<Checkpoint>> end, BiConsumer<Checkpoint, Checkpoint> go) {
    boolean ready() {
      return from.isDone() && end.isDone();
    }
  }

  Branches(DocumentModel document, Following following, Trainer trainer, RunModel run) {
    this.document = document;
    this.following = following;
    this.trainer = trainer;
    this.past = run.past();
    this.comparison = new Comparison(run);
  }

  /** All runs of the tree, the first one first. */
  public ObservableList<Branch> all() {
    return all;
  }

  /** The one that trains; null before there is one. */
  public ReadOnlyObjectProperty<Branch> currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** The run beside another branch. */
  public Comparison comparison() {
    return comparison;
  }

  /**
   * Goes on from the step that is looked at in another way, up to the step where the run stands that is left.
   *
   * @param change to the settings
   */
  public void branch(Edit<Project> change) {
    if (turn != null || current.get() == null || all.size() >= MOST) {
      return;
    }
    trainer.pause();
    TrainingSettings then = document.project().training();
    turn = new Turn(past.ask(Session::checkpoint), trainer.ask(Session::checkpoint), (from, end) -> {
      leave(end);
      expected = change.name();
      following.instead(() -> document.apply(change), now -> trainer.branch(now, from, then));
      if (end.step() > from.step()) {
        trainer.playSteps(end.step() - from.step());
      }
    });
  }

  /** Takes up another run where it stood. */
  public void switchTo(Branch other) {
    if (turn != null || other.is(current.get()) || other.end() == null) {
      return;
    }
    trainer.pause();
    CompletableFuture<Optional<Checkpoint>> end = trainer.ask(Session::checkpoint);
    turn = new Turn(end, end, (from, stood) -> {
      leave(stood);
      expected = other.name();
      Edit<Project> back = new Edit<>(Message.of("edit.branch_switch"), p -> p.withTraining(t -> other.training()));
      following.instead(() -> document.apply(back), now -> trainer.takeUp(now, other.end(), other.tape(), session -> toEnd(session, other.tape())));
    });
  }

  private static void toEnd(Session session, Tape tape) {
    if (tape.available()) {
      new Traveller(session, tape).goTo(tape.newest(), () -> false);
    }
  }

  private void leave(Checkpoint stood) {
    Branch left = current.get();
    all.replaceAll(branch -> branch.is(left) ? branch.leftAt(stood, document.project().training()) : branch);
    left.tape().rest();
  }

  /** Once a frame: a change of runs goes on when the copies are there. */
  void look() {
    if (turn != null && turn.ready()) {
      Turn ready = turn;
      turn = null;
      Optional<Checkpoint> from = ready.from().join();
      Optional<Checkpoint> end = ready.end().join();
      if (from.isPresent() && end.isPresent()) {
        ready.go().accept(from.get(), end.get());
      }
    }
  }

  /** Another run is shown. @param begun null where there is none any more */
  void begun(Run begun, Course course) {
    comparison.stop();
    if (begun == null || expected == null) {
      all.clear();
    }
    current.set(null);
    if (begun != null) {
      Message name = expected == null ? Message.of("branch.first") : expected;
      Branch known = new Branch(name, begun.tape().first(), begun.project().training(), course, begun.tape(), null);
      if (all.stream().noneMatch(known::is)) {
        all.add(known);
      }
      all.replaceAll(branch -> branch.is(known) ? branch.taken(course) : branch);
      current.set(known);
    }
    expected = null;
  }
}
