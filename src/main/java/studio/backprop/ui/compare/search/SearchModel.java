package studio.backprop.ui.compare.search;

import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.util.Subscription;
import studio.backprop.data.PreparedData;
import studio.backprop.project.Project;
import studio.backprop.search.run.SearchRunner;
import studio.backprop.search.space.Searchable;
import studio.backprop.search.space.Space;
import studio.backprop.search.trial.SearchGoal;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.SearchSettings;
import studio.backprop.search.trial.TrialRanking;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.kit.form.SettingDice;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;

/** View model of the hyperparameter search of the open project: settings, progress, and actions on trials. */
public final class SearchModel implements AutoCloseable {
  /** Polling interval in frames: about six times per second. */
  private static final int FRAMES = 10;

  public enum State {
    RESTING,
    SEARCHING,
    REPEATING
  }

  private final DocumentModel document;
  private final RunModel run;
  private final SearchWorker work;
  private final SearchPlan plan;
  private final MachinesModel machines;
  private final SearchViewState shown;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.RESTING);
  private final ReadOnlyObjectWrapper<Optional<Message>> problem = new ReadOnlyObjectWrapper<>(this, "problem", Optional.empty());
  private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected");
  private final TrialsByHand hand;
  private final SearchByLesson played;
  private final EarlierSearches earlier = new EarlierSearches(this);
  private final Subscription subscriptions;
  private SearchRecord seen;
  private long frames;
  private int repeated;

  public SearchModel(DocumentModel document, RunModel run, MachinesModel machines, Pulse pulse) {
    this.machines = machines;
    this.document = document;
    this.run = run;
    this.shown = new SearchViewState(run.files());
    this.work = new SearchWorker(pulse);
    this.plan = new SearchPlan(document, this::planChanged);
    this.hand = new TrialsByHand(this, document, run, work);
    this.played = new SearchByLesson(this, work);
    take();
    state.subscribe(now -> plan.hold(now != State.RESTING));
    subscriptions = Subscription.combine(
        plan.follow(),
        pulse.subscribe(this::look),
        document.openingsProperty().subscribe((old, now) -> opened()));
  }

  /** Settings of the next search; where they differ from {@link #searchProperty}, a new one begins. */
  ReadOnlyObjectProperty<SearchSettings> settingsProperty() {
    return plan.settingsProperty();
  }

  MachinesModel machines() {
    return machines;
  }

  /** Editable search space. */
  SearchPlan plan() {
    return plan;
  }

  /** Search with its results so far. */
  public ReadOnlyObjectProperty<SearchRecord> searchProperty() {
    return shown.searchProperty();
  }

  SearchRecord search() {
    return shown.now();
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Why no search is possible. */
  public ReadOnlyObjectProperty<Optional<Message>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Ticks when the view must be redrawn. */
  public ReadOnlyLongProperty frameProperty() {
    return shown.frameProperty();
  }

  /** Number of the selected trial; 0 for none. */
  IntegerProperty selectedProperty() {
    return selected;
  }

  /** Actions on single trials. */
  TrialsByHand hand() {
    return hand;
  }

  /** A hyperparameter of the searched project, or of the current one. */
  Optional<Searchable> known(String name) {
    return shown.known(name).or(() -> plan.known(name));
  }

  /** Examples of the validation part; 0 while unknown. */
  public int examples() {
    return work.data(search().base()).map(PreparedData::validationRows).orElse(0);
  }

  /** Completed repeats with other seeds. */
  int repeated() {
    return repeated;
  }

  /** Why Play is not offered: the project has no validation score. */
  Optional<Message> unsuited() {
    return SearchRunner.unsuited(goesOn() && !search().trials().isEmpty() ? search().base() : document.project());
  }

  public boolean canPlay() {
    return unsuited().isEmpty();
  }

  /** Whether Play starts a new search, because the settings have changed. */
  boolean changed() {
    return !search().trials().isEmpty() && !goesOn();
  }

  /** Whether the project differs from the searched one. */
  boolean isOfAnother() {
    return !search().trials().isEmpty() && !EarlierSearches.sameBase(search().base(), document.project());
  }

  boolean isSpent() {
    return SearchStanding.isSpent(search());
  }

  EarlierSearches earlier() {
    return earlier;
  }

  private void planChanged() {
    problem.set(Optional.empty());
    if (search().trials().isEmpty()) {
      shown.put(SearchRecord.of(document.project(), plan.settings()));
    } else {
      shown.tick();
    }
  }

  /** Connects the dice beside the fields of the window to this search. */
  public void fill(SettingDice dice) {
    plan.fill(dice);
  }

  /** Called when the page is opened: a search without trials is updated to the current project. */
  void open() {
    run.control().pause();
    knowData();
    if (search().trials().isEmpty() && !search().base().equals(document.project())) {
      shown.show(SearchRecord.of(document.project(), plan.settings()));
    }
    work.read(search().base(), shown::tick);
  }

  private boolean goesOn() {
    SearchSettings now = search().settings();
    return plan.settings().withBudget(now.budget()).equals(now);
  }

  void togglePlay() {
    if (state.get() == State.RESTING) {
      play(now -> false);
    } else {
      pause();
    }
  }

  /** Runs until a trial reaches a rung. */
  void playTrial() {
    play(SearchStanding.reported(reports()));
  }

  /** Runs until a promoted trial reaches its next rung. */
  void playRung() {
    play(SearchStanding.promoted(reports()));
  }

  private int reports() {
    return goesOn() ? search().reports().size() : 0;
  }

  /** @param enough stopping condition, tested after each report */
  void play(Predicate<SearchRecord> enough) {
    if (state.get() != State.RESTING || unsuited().isPresent() || plan.refused().isPresent()) {
      return;
    }
    run.control().pause();
    SearchRecord from = goesOn() && !search().trials().isEmpty() ? search().withBudget(plan.settings().budget())
        : SearchRecord.of(document.project(), plan.settings());
    if (SearchStanding.hasNothingToDo(from)) {
      tell(Message.of("trials.spent"));
      return;
    }
    if (!goesOn()) {
      archive();
    }
    shown.show(from);
    problem.set(Optional.empty());
    state.set(State.SEARCHING);
    work.search(from, enough, machines.listening(), this::ended);
  }

  private void ended(Optional<SearchRecord> reached, Optional<Message> why) {
    reached.ifPresent(shown::put);
    why.ifPresent(now -> problem.set(why)); // keeps a message reported meanwhile
    state.set(State.RESTING);
    shown.tick();
  }

  void tell(Message why) {
    problem.set(Optional.of(why));
    shown.tick();
  }

  public void pause() {
    work.pause();
  }

  /** Facade for lessons and measurements. */
  public SearchByLesson played() {
    return played;
  }

  void putBack(SearchRecord then, SearchSettings asked) {
    leave();
    plan.open(asked);
    shown.put(then);
  }

  /** Reuses the data loaded by the run. */
  void knowData() {
    if (run.runProperty().get() != null) {
      work.know(run.runProperty().get().project(), run.runProperty().get().data());
    }
  }

  /** Starts a new search of the current project. */
  void reset() {
    leave();
    shown.put(SearchRecord.of(document.project(), plan.settings()));
  }

  /** Ends the current work before an earlier search is restored. */
  void leave() {
    archive();
    work.forget();
    state.set(State.RESTING);
    problem.set(Optional.empty());
  }

  private void archive() {
    hand.forget();
    selected.set(0);
    earlier.add(search());
  }

  /** Retrains the best trials with other seeds. */
  public void threeSeeds() {
    if (state.get() == State.RESTING && !TrialRanking.of(search()).isEmpty()) {
      state.set(State.REPEATING);
      problem.set(Optional.empty());
      repeated = 0;
      work.repeat(search(), done -> {
        repeated = done;
        shown.tick();
      }, this::ended);
    }
  }

  SearchViewState shown() {
    return shown;
  }

  private void look() {
    if (frames++ % FRAMES != 0 || state.get() != State.SEARCHING || work.latest() == null) {
      return;
    }
    SearchRecord latest = work.latest();
    SearchRecord grown = work.grown();
    if (latest != seen || grown != latest) {
      seen = latest;
      shown.grow(grown, latest);
    }
  }

  private void opened() {
    work.forget();
    earlier.clear();
    hand.forget();
    selected.set(0);
    state.set(State.RESTING);
    problem.set(Optional.empty());
    take();
  }

  private void take() {
    Project project = document.project();
    SearchRecord found = run.files().searchProperty().get().orElseGet(() -> SearchRecord.of(project, SearchSettings.of(Space.NONE,
        document.formOf(project).map(form -> SearchGoal.suited(form.task())).orElse(SearchGoal.ACCURACY))));
    played.planned(found.settings().budget());
    plan.open(found.settings());
    shown.open(found);
  }

  @Override
  public void close() {
    work.forget();
    machines.close();
    subscriptions.unsubscribe();
  }
}
