package studio.backprop.ui.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.network.Edit;
import studio.backprop.project.Project;
import studio.backprop.search.run.RepeatRun;
import studio.backprop.search.run.SearchRunner;
import studio.backprop.search.run.TrialRun;
import studio.backprop.search.space.Searchable;
import studio.backprop.search.space.Searchables;
import studio.backprop.search.space.Space;
import studio.backprop.search.trial.SearchBudget;
import studio.backprop.search.trial.SearchGoal;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.SearchSettings;
import studio.backprop.search.trial.Trial;
import studio.backprop.search.trial.TrialRanking;
import studio.backprop.store.Saved;
import studio.backprop.text.Message;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.ui.document.DocumentModel;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.run.RunModel;

/** The search of the open project's settings: how it is to be made, how far it is, and what is taken over from it. */
public final class SearchModel implements AutoCloseable {
  /** As many trials as twin runs have lanes. */
  public static final int MOST_PICKED = 4;
  /** Searches that are remembered for comparison. */
  private static final int MOST_BEFORE = 8;
  private static final int FRAMES = 4;
  private static final double MINUTE = 60;

  /** What it is doing. */
  public enum State {
    RESTING,
    SEARCHING,
    REPEATING
  }

  private final DocumentModel document;
  private final RunModel run;
  private final SearchWork work;
  private final ObjectProperty<SearchSettings> settings = new SimpleObjectProperty<>(this, "settings");
  private final ReadOnlyObjectWrapper<SearchRecord> search = new ReadOnlyObjectWrapper<>(this, "search");
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.RESTING);
  private final ReadOnlyObjectWrapper<Optional<Message>> problem = new ReadOnlyObjectWrapper<>(this, "problem", Optional.empty());
  private final ReadOnlyLongWrapper frame = new ReadOnlyLongWrapper(this, "frame");
  private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected");
  private final ObservableList<Integer> picked = FXCollections.observableArrayList();
  private final List<SearchRecord> before = new ArrayList<>();
  private final Subscription subscriptions;
  private final BooleanProperty playable = new SimpleBooleanProperty(this, "playable", true);
  private SearchBudget planned;
  private List<Searchable> known = List.of();
  private SearchRecord seen;
  private long frames;
  private int repeated;

  public SearchModel(DocumentModel document, RunModel run, Pulse pulse) {
    this.document = document;
    this.run = run;
    this.work = new SearchWork(pulse);
    take();
    subscriptions = Subscription.combine(
        pulse.subscribe(this::look),
        document.openingsProperty().subscribe((old, now) -> opened()));
  }

  // --- what there is to see

  /** How the next search is to be made; where it differs from {@link #searchProperty}, a new one begins. */
  ReadOnlyObjectProperty<SearchSettings> settingsProperty() {
    return settings;
  }

  /** The search as far as it is. */
  public ReadOnlyObjectProperty<SearchRecord> searchProperty() {
    return search.getReadOnlyProperty();
  }

  SearchRecord search() {
    return search.get();
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
    return frame.getReadOnlyProperty();
  }

  /** The number of the trial that the keys are at; 0 for none. */
  IntegerProperty selectedProperty() {
    return selected;
  }

  /** The trials that are to be compared. */
  ObservableList<Integer> picked() {
    return picked;
  }

  /** What can be searched in the project whose settings are searched. */
  List<Searchable> known() {
    return known;
  }

  Optional<Searchable> known(String name) {
    return known.stream().filter(setting -> setting.name().equals(name)).findFirst();
  }

  /** Examples of the validation part; 0 while they are not known. */
  public int examples() {
    return work.data(search().base()).map(PreparedData::validationRows).orElse(0);
  }

  boolean hasClasses() {
    Project base = search().base();
    return work.data(base).map(data -> data.dataset().task() == Task.CLASSES)
        .orElseGet(() -> document.formOf(base).map(form -> form.task() == Task.CLASSES).orElse(true));
  }

  /** How many repeats with other seeds are done, while they are made. */
  int repeated() {
    return repeated;
  }

  /** Why Play is not offered: the project that it would search has no validation score. */
  Optional<Message> unsuited() {
    return SearchRunner.unsuited(goesOn() && !search().trials().isEmpty() ? search().base() : document.project());
  }

  /** Whether pressing Play begins anew, as other settings are asked for. */
  boolean changed() {
    return !search().trials().isEmpty() && !goesOn();
  }

  /** Whether the project is no more what was searched around. */
  boolean isOfAnother() {
    return !search().trials().isEmpty() && !sameBase(search().base(), document.project());
  }

  /** Whether the budget is spent. */
  boolean isSpent() {
    SearchBudget budget = search().settings().budget();
    return switch (budget.unit()) {
      case EPOCHS -> search().committed() + search().settings().first() > budget.amount();
      case TRIALS -> search().trained() >= budget.amount();
      case MINUTES -> search().seconds() >= budget.amount() * MINUTE;
    };
  }

  /** Other searches of the same space with the same budget and seed, by another method. */
  List<SearchRecord> comparable() {
    SearchSettings own = search().settings();
    return before.stream().filter(other -> sameBase(other.base(), search().base()) && other.settings().method() != own.method()
        && other.settings().withMethod(own.method()).equals(own)).toList();
  }

  // --- what is to be searched

  void change(UnaryOperator<SearchSettings> how) {
    settings.set(how.apply(settings.get()));
    problem.set(Optional.empty());
    if (search().trials().isEmpty()) {
      show(SearchRecord.of(search().base(), settings.get()));
      run.files().searchProperty().set(settings.get().space().dimensions().isEmpty() ? Optional.empty() : Optional.of(search()));
    } else {
      frame.set(frame.get() + 1);
    }
  }

  /** The settings that most searches begin with. */
  void suggest() {
    Space space = Space.NONE;
    for (String name : List.of("layers", "units", "activation", "optimizer", "rate", "batch", "dropout")) {
      space = known(name).map(Searchable::usual).map(space::with).orElse(space);
    }
    Space suggested = space;
    change(now -> now.withSpace(suggested));
  }

  /** The page is opened: a plan that has tried nothing is one of the project as it is now. */
  void open() {
    run.control().pause();
    if (run.runProperty().get() != null) {
      work.know(run.runProperty().get().project(), run.runProperty().get().data());
    }
    if (search().trials().isEmpty() && !search().base().equals(document.project())) {
      show(SearchRecord.of(document.project(), settings.get()));
    }
    work.read(search().base(), () -> frame.set(frame.get() + 1));
  }

  // --- what can be done

  private boolean goesOn() {
    SearchSettings now = search().settings();
    return settings.get().withBudget(now.budget()).equals(now);
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
    play(reports(1));
  }

  private Predicate<SearchRecord> reports(int more) {
    int from = goesOn() ? search().reports().size() : 0;
    return now -> now.reports().size() >= from + more;
  }

  /** Until a promoted trial has come to its next rung. */
  void playRung() {
    int from = goesOn() ? search().reports().size() : 0;
    play(now -> now.reports().subList(Math.min(from, now.reports().size()), now.reports().size()).stream()
        .anyMatch(report -> report.epoch() > now.settings().first()));
  }

  private void play(Predicate<SearchRecord> enough) {
    if (state.get() != State.RESTING || unsuited().isPresent()) {
      return;
    }
    run.control().pause();
    SearchRecord from = goesOn() && !search().trials().isEmpty() ? search().withBudget(settings.get().budget())
        : SearchRecord.of(document.project(), settings.get());
    if (!goesOn()) {
      archive();
    }
    show(from);
    problem.set(Optional.empty());
    state.set(State.SEARCHING);
    work.search(from, enough, this::ended);
  }

  private void ended(Optional<SearchRecord> reached, Optional<Message> why) {
    reached.ifPresent(now -> {
      show(now);
      keep();
    });
    problem.set(why);
    state.set(State.RESTING);
    frame.set(frame.get() + 1);
  }

  public void pause() {
    work.pause();
  }

  /** The budget that the file of the project has planned. */
  public SearchBudget planned() {
    return planned;
  }

  /** Searches around the project as it is now, whatever was tried before. */
  public void runAnew(SearchBudget budget) {
    pause();
    if (run.runProperty().get() != null) {
      work.know(run.runProperty().get().project(), run.runProperty().get().data());
    }
    reset();
    change(now -> now.withBudget(budget));
    play(now -> false);
  }

  /** How much of the budget is spent, or of the repeats done, from 0 to 1. */
  public double share() {
    SearchBudget budget = search().settings().budget();
    double done = switch (budget.unit()) {
      case EPOCHS -> search().spent();
      case TRIALS -> search().trained();
      case MINUTES -> search().seconds() / MINUTE;
    };
    return state.get() == State.REPEATING ? repeated / (double) (RepeatRun.BEST * RepeatRun.SEEDS)
        : Math.min(1, done / Math.max(1, budget.amount()));
  }

  /** What brings back the search as it is now. */
  public Runnable moment() {
    SearchRecord then = search();
    SearchSettings asked = settings.get();
    return () -> {
      archive();
      work.forget();
      state.set(State.RESTING);
      problem.set(Optional.empty());
      settings.set(asked);
      show(then);
      keep();
    };
  }

  /** Whether the person may search; a lesson may want its page only to be read. */
  public BooleanProperty playableProperty() {
    return playable;
  }

  /** Begins anew around the project as it is now. */
  void reset() {
    archive();
    work.forget();
    state.set(State.RESTING);
    problem.set(Optional.empty());
    show(SearchRecord.of(document.project(), settings.get()));
    keep();
  }

  private void archive() {
    picked.clear();
    selected.set(0);
    if (!search().trials().isEmpty()) {
      before.removeIf(old -> old.settings().equals(search().settings()));
      before.add(search().within(0));
      before.subList(0, Math.max(0, before.size() - MOST_BEFORE)).clear();
    }
  }

  /** Takes a trial out: it is trained no more. */
  void drop(int number) {
    if (number < 1 || number > search().trials().size() || search().trial(number).state() == Trial.State.DROPPED) {
      return;
    }
    picked.remove(Integer.valueOf(number));
    if (state.get() == State.SEARCHING) {
      work.drop(number);
    } else if (state.get() == State.RESTING) {
      show(search().dropped(number));
      keep();
    }
  }

  /** Trains the best with other seeds. */
  public void threeSeeds() {
    if (state.get() == State.RESTING && !TrialRanking.of(search()).isEmpty()) {
      state.set(State.REPEATING);
      repeated = 0;
      work.repeat(search(), done -> {
        repeated = done;
        frame.set(frame.get() + 1);
      }, this::ended);
    }
  }

  void pick(int number) {
    if (!picked.remove(Integer.valueOf(number)) && picked.size() < MOST_PICKED) {
      picked.add(number);
    }
  }

  /** The projects of the picked trials. */
  List<Project> pickedProjects() {
    return picked.stream().map(number -> search().project(search().trial(number))).toList();
  }

  /**
   * Makes a trial the open project, with what it has learned: one edit.
   *
   * @param opened hears when it is
   */
  void openTrial(int number, Runnable opened) {
    if (number < 1 || number > search().trials().size() || search().trial(number).state() == Trial.State.REFUSED) {
      return;
    }
    pause();
    SearchRecord from = search();
    Trial trial = from.trial(number);
    Project project = from.project(trial);
    Edit<Project> edit = new Edit<>(Message.of("trials.edit.open", number), old -> project);
    Optional<PreparedData> data = work.data(from.base());
    if (trial.kept().isEmpty() || data.isEmpty()) {
      document.apply(edit);
      opened.run();
      return;
    }
    work.aside(() -> Saved.of(TrialRun.begin(project, data.get(), trial.kept().get())), (Consumer<Saved>) saved -> {
      run.restarts().adopt(edit, saved);
      opened.run();
    });
  }

  // --- looking at the search

  private void look() {
    if (frames++ % FRAMES != 0 || state.get() != State.SEARCHING || work.latest() == null) {
      return;
    }
    SearchRecord latest = work.latest();
    SearchRecord grown = latest;
    for (Trial trial : latest.trials()) {
      List<EpochRecord> more = trial.state() == Trial.State.RUNNING ? work.epochs().getOrDefault(trial.number(), List.of()) : List.of();
      List<EpochRecord> epochs = new ArrayList<>(trial.epochs());
      more.stream().filter(epoch -> epoch.epoch() > trial.epoch()).forEach(epochs::add);
      if (epochs.size() > trial.epoch()) {
        grown = grown.with(trial.reached(trial.state(), epochs, trial.kept(), trial.sha256()));
      }
    }
    if (latest != seen || grown != latest) {
      seen = latest;
      show(grown);
      run.files().searchProperty().set(Optional.of(latest));
    }
  }

  private void show(SearchRecord now) {
    if (search.get() == null || !now.base().equals(search.get().base())) {
      known = Searchables.of(now.base());
    }
    search.set(now);
    frame.set(frame.get() + 1);
  }

  private void keep() {
    boolean planned = !search().settings().space().dimensions().isEmpty();
    run.files().searchProperty().set(planned ? Optional.of(search()) : Optional.empty());
  }

  private void opened() {
    work.forget();
    before.clear();
    picked.clear();
    selected.set(0);
    state.set(State.RESTING);
    problem.set(Optional.empty());
    take();
  }

  private void take() {
    Project project = document.project();
    SearchRecord found = run.files().searchProperty().get().orElseGet(() -> SearchRecord.of(project, SearchSettings.of(Space.NONE,
        document.formOf(project).map(form -> SearchGoal.suited(form.task())).orElse(SearchGoal.ACCURACY))));
    planned = found.settings().budget();
    settings.set(found.settings());
    show(found);
  }

  /** Whether two projects train alike but for names, places and the threshold. */
  private static boolean sameBase(Project one, Project other) {
    return one.training().equals(other.training()) && one.assignment().equals(other.assignment())
        && one.network().computed().equals(other.network().computed());
  }

  @Override
  public void close() {
    work.forget();
    subscriptions.unsubscribe();
  }
}
