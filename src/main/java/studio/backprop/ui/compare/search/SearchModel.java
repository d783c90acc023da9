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

/** The search of the open project's settings: how it is to be made, how far it is, and what is taken over from it. */
public final class SearchModel implements AutoCloseable {
  /** In one of so many frames it takes what is new: about six times a second. */
  private static final int FRAMES = 10;

  /** What it is doing. */
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

  // --- what there is to see

  /** How the next search is to be made; where it differs from {@link #searchProperty}, a new one begins. */
  ReadOnlyObjectProperty<SearchSettings> settingsProperty() {
    return plan.settingsProperty();
  }

  /** Who trains. */
  MachinesModel machines() {
    return machines;
  }

  /** What is to be searched. */
  SearchPlan plan() {
    return plan;
  }

  /** The search as far as it is. */
  public ReadOnlyObjectProperty<SearchRecord> searchProperty() {
    return shown.searchProperty();
  }

  SearchRecord search() {
    return shown.now();
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Why nothing can be searched. */
  public ReadOnlyObjectProperty<Optional<Message>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Ticks when there is something new to see. */
  public ReadOnlyLongProperty frameProperty() {
    return shown.frameProperty();
  }

  /** The number of the trial that the keys are at; 0 for none. */
  IntegerProperty selectedProperty() {
    return selected;
  }

  /** What the user does with single trials. */
  TrialsByHand hand() {
    return hand;
  }

  /** A setting of the project that is searched, or of the one that the next search is of. */
  Optional<Searchable> known(String name) {
    return shown.known(name).or(() -> plan.known(name));
  }

  /** Examples of the validation part; 0 while they are not known. */
  public int examples() {
    return work.data(search().base()).map(PreparedData::validationRows).orElse(0);
  }

  /** How many repeats with other seeds are done, while they are made. */
  int repeated() {
    return repeated;
  }

  /** Why Play is not offered: the project that it would search has no validation score. */
  Optional<Message> unsuited() {
    return SearchRunner.unsuited(goesOn() && !search().trials().isEmpty() ? search().base() : document.project());
  }

  /** Whether there is something to search, and it can be. */
  public boolean canPlay() {
    return unsuited().isEmpty();
  }

  /** Whether pressing Play begins anew, as other settings are asked for. */
  boolean changed() {
    return !search().trials().isEmpty() && !goesOn();
  }

  /** Whether the project is no more what was searched around. */
  boolean isOfAnother() {
    return !search().trials().isEmpty() && !EarlierSearches.sameBase(search().base(), document.project());
  }

  /** Whether the budget is spent. */
  boolean isSpent() {
    return SearchStanding.isSpent(search());
  }

  /** Searches that were made before. */
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

  /** The dice beside the fields of the window are those of this search. */
  public void fill(SettingDice dice) {
    plan.fill(dice);
  }

  /** The page is opened: a plan that has tried nothing is one of the project as it is now. */
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

  /** Until one trial has come to a rung. */
  void playTrial() {
    play(SearchStanding.reported(reports()));
  }

  /** Until a promoted trial has come to its next rung. */
  void playRung() {
    play(SearchStanding.promoted(reports()));
  }

  private int reports() {
    return goesOn() ? search().reports().size() : 0;
  }

  /** @param enough whether to rest, asked after each report */
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
    why.ifPresent(now -> problem.set(why)); // what was told meanwhile stays
    state.set(State.RESTING);
    shown.tick();
  }

  /** Why something could not be done. */
  void tell(Message why) {
    problem.set(Optional.of(why));
    shown.tick();
  }

  public void pause() {
    work.pause();
  }

  /** What lessons and measurements do with it. */
  public SearchByLesson played() {
    return played;
  }

  /** The search is this one again, as is what is requested. */
  void putBack(SearchRecord then, SearchSettings asked) {
    leave();
    plan.open(asked);
    shown.put(then);
  }

  /** Data that the run has read need not be read again. */
  void knowData() {
    if (run.runProperty().get() != null) {
      work.know(run.runProperty().get().project(), run.runProperty().get().data());
    }
  }

  /** Begins anew around the project as it is now. */
  void reset() {
    leave();
    shown.put(SearchRecord.of(document.project(), plan.settings()));
  }

  /** What is shown is one of the earlier searches from now on, and nothing is searched. */
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

  /** Trains the best with other seeds. */
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

  /** What is seen of it, and kept. */
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
