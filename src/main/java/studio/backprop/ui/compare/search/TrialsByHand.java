package studio.backprop.ui.compare.search;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.backprop.network.Edit;
import studio.backprop.project.Project;
import studio.backprop.search.run.TrialRun;
import studio.backprop.search.trial.ManualDecision;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.Trial;
import studio.backprop.store.Saved;
import studio.backprop.text.Message;
import studio.backprop.ui.compare.search.SearchModel.State;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;

/** Manual actions on single trials: stop, resume, remove, compare, open. */
final class TrialsByHand {
  /** Limited by the variants of a comparison. */
  static final int MOST_PICKED = 4;

  private final SearchModel model;
  private final DocumentModel document;
  private final RunModel run;
  private final SearchWorker work;
  /** Trials removed while paused, the last first. */
  private final Deque<Removed> removed = new ArrayDeque<>();
  private final ObservableList<Integer> picked = FXCollections.observableArrayList();

  private record Removed(SearchRecord before, SearchRecord after, int number) {}

  TrialsByHand(SearchModel model, DocumentModel document, RunModel run, SearchWorker work) {
    this.model = model;
    this.document = document;
    this.run = run;
    this.work = work;
  }

  private Optional<Trial> trial(int number) {
    return number < 1 || number > model.search().trials().size() ? Optional.empty() : Optional.of(model.search().trial(number));
  }

  private State state() {
    return model.stateProperty().get();
  }

  boolean canStop(int number) {
    return state() != State.REPEATING && trial(number).filter(one -> one.state() == Trial.State.RUNNING).isPresent()
        && model.search().stopOf(number).isEmpty();
  }

  /** A running trial stops after its last complete epoch. */
  void stop(int number) {
    if (!canStop(number)) {
      return;
    }
    if (state() == State.SEARCHING) {
      work.stop(number);
      return;
    }
    SearchRecord search = model.search();
    SearchRecord ordered = search.stopped(number, search.trial(number).epoch());
    boolean first = search.open().get(0) == number; // the others report before it
    model.shown().put(first ? ordered.reported(search.trial(number).stopped()) : ordered);
  }

  /** Whether a trial is paused below the maximum budget and the search can continue. */
  boolean canGoOn(int number) {
    return state() != State.REPEATING && !model.changed() && trial(number).flatMap(model.search()::nextRung).isPresent();
  }

  /** Trains a paused trial to its next rung, independently of the method. */
  void anotherRung(int number) {
    if (!canGoOn(number)) {
      return;
    }
    if (state() == State.SEARCHING) {
      work.anotherRung(number);
      return;
    }
    SearchRecord search = model.search();
    long before = search.reportsOf(number);
    model.shown().put(search.ordered(ManualDecision.rung(number, search.nextRung(search.trial(number)).orElseThrow())));
    model.play(now -> now.reportsOf(number) > before);
  }

  /** Removes a trial from the search. */
  void drop(int number) {
    if (trial(number).filter(one -> one.state() != Trial.State.DROPPED).isEmpty()) {
      return;
    }
    picked.remove(Integer.valueOf(number));
    if (model.selectedProperty().get() == number) {
      model.selectedProperty().set(0); // a removed trial cannot be selected
    }
    if (state() == State.SEARCHING) {
      work.drop(number);
    } else if (state() == State.RESTING) {
      SearchRecord before = model.search();
      model.shown().put(before.dropped(number));
      removed.push(new Removed(before, model.search(), number));
      model.shown().tick(); // there is something to restore
    }
  }

  private Optional<Removed> lastRemoved() {
    return Optional.ofNullable(removed.peek()).filter(last -> state() == State.RESTING && last.after() == model.search());
  }

  /** The trial removed last, as long as the search is unchanged since. */
  Optional<Integer> removed() {
    return lastRemoved().map(Removed::number);
  }

  /** Undoes the last removal. @return whether there was one */
  boolean restore() {
    Optional<Removed> last = lastRemoved();
    last.ifPresent(gone -> {
      removed.pop();
      model.shown().put(gone.before());
      model.selectedProperty().set(gone.number());
    });
    return last.isPresent();
  }

  // --- comparison

  ObservableList<Integer> picked() {
    return picked;
  }

  void pick(int number) {
    if (!picked.remove(Integer.valueOf(number)) && picked.size() < MOST_PICKED) {
      picked.add(number);
    }
  }

  List<Project> pickedProjects() {
    return picked.stream().map(number -> model.search().project(model.search().trial(number))).toList();
  }

  void forget() {
    removed.clear();
    picked.clear();
  }

  /** Makes a trial with its learned weights the open project, as one edit. */
  void open(int number, Runnable opened) {
    if (trial(number).filter(one -> one.state() != Trial.State.REFUSED && one.state() != Trial.State.DROPPED).isEmpty()) {
      return;
    }
    model.pause();
    SearchRecord from = model.search();
    Trial trial = from.trial(number);
    Project project = from.project(trial);
    Edit<Project> edit = new Edit<>(Message.of("trials.edit.open", number), old -> project);
    if (trial.kept().isEmpty()) {
      document.apply(edit);
      opened.run();
      return;
    }
    int opening = document.openingsProperty().get();
    work.withData(from.base(), data -> Saved.of(TrialRun.begin(project, data, trial.kept().get())), (Consumer<Saved>) saved -> {
      if (document.openingsProperty().get() == opening) { // else it is a trial of another project
        run.restarts().adopt(edit, saved);
        opened.run();
      }
    }, why -> model.tell(Message.of("trials.unopened", number, why)));
  }
}
