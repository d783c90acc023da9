package studio.backprop.ui.compare.comparison;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.LongSupplier;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import studio.backprop.project.Project;
import studio.backprop.run.Status;
import studio.backprop.run.Status.State;
import studio.backprop.text.Message;
import studio.backprop.train.Fault;
import studio.backprop.train.record.Adjustment;
import studio.backprop.train.record.RunRecord;
import studio.backprop.train.record.RunRecord.Ending;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.Branch;
import studio.backprop.ui.workspace.run.KeptRuns;
import studio.backprop.ui.workspace.run.RunHistory;
import studio.backprop.ui.workspace.run.RunModel;

/**
 * View model of the run history: a row for each run of the session, its branches, and the variants. Polls a few times a second. Rows of the
 * open project are stored in its file.
 */
public final class RunsModel implements KeptRuns, AutoCloseable {
  /** Limited by the number of distinct colours. */
  static final int MOST_PICKED = 6;
  static final long NANOS_BETWEEN = 400_000_000;
  /** Idle time between polls, as a multiple of the time that a poll takes. */
  private static final long SHARE = 50;

  private final ObservableList<RunRow> tries = FXCollections.observableArrayList();
  private final ObservableList<Integer> picked = FXCollections.observableArrayList();
  private final DoubleProperty pointed = new SimpleDoubleProperty(this, "pointed", Double.NaN);
  /** Row number by the history of a variant. Weak: does not retain the history. */
  private final Map<VariantHistory, Integer> numbers = new WeakHashMap<>();
  /** Row to continue by the history of a resumed run. */
  private final Map<RunHistory, RunRow> before = new WeakHashMap<>();
  private final Map<RunHistory, Double> seconds = new WeakHashMap<>();
  private final Map<Integer, Instant> begun = new HashMap<>();
  private final Set<Integer> own = new HashSet<>();
  /** Row of the run that the opened file resumes. */
  private Optional<RunRow> goesOn = Optional.empty();
  private final DocumentModel document;
  private final RunModel run;
  private final ComparisonModel comparison;
  private final LongSupplier nanos;
  private final Subscription subscription;
  private double secondsOfEarlierVariants;
  private RunHistory followed;
  private String projectName = "";
  /** Last seen status of the run. */
  private Status stood;
  private Message name;
  private int last;
  /** Step after which the variants pause. */
  private long lastOfVariants;
  private List<VariantHistory> variants = List.of();
  private long nextLookAt;
  private long pulsedAt;

  public RunsModel(DocumentModel document, RunModel run, ComparisonModel comparison, Pulse pulse) {
    this(document, run, comparison, pulse, System::nanoTime);
  }

  /** @param nanos the clock, in nanoseconds */
  RunsModel(DocumentModel document, RunModel run, ComparisonModel comparison, Pulse pulse, LongSupplier nanos) {
    this.nanos = nanos;
    this.nextLookAt = nanos.getAsLong();
    this.pulsedAt = nextLookAt;
    this.document = document;
    this.run = run;
    this.comparison = comparison;
    this.subscription = pulse.subscribe(this::look);
    run.files().keepRunsIn(this);
  }

  /** All runs, in order of start. */
  ObservableList<RunRow> tries() {
    return tries;
  }

  /** Numbers of the compared runs, in the order of picking. */
  ObservableList<Integer> picked() {
    return picked;
  }

  /** The step under the pointer, shared by all curves; NaN for none. */
  DoubleProperty pointedProperty() {
    return pointed;
  }

  /** Reference run: the first picked, or else the first of the same project. */
  Optional<RunRow> reference(RunRow other) {
    return picked.isEmpty()
        ? tries.stream().filter(one -> one.record().projectName().equals(other.record().projectName())).findFirst()
        : find(picked.get(0));
  }

  /** Whether it has the lowest loss, or highest return of an agent, among runs with the same objective. False if it is the only one. */
  boolean isBest(RunRow row) {
    List<RunRow> alike = tries.stream().filter(other -> other.record().isLike(row.record()) && other.record().best().isPresent()).toList();
    return alike.size() > 1 && alike.stream().max(Comparator.comparingDouble(other -> other.record().merit()))
        .filter(best -> best == row).isPresent();
  }

  Optional<RunRow> find(int number) {
    return tries.stream().filter(one -> one.number() == number).findFirst();
  }

  /** Toggles a run for comparison; at most {@link #MOST_PICKED}. */
  void pick(int number) {
    if (!picked.remove((Integer) number) && picked.size() < MOST_PICKED) {
      picked.add(number);
    }
  }

  // --- project file

  @Override
  public List<RunRecord> kept() {
    write();
    int current = followed == null ? 0 : followed.number();
    return tries.stream().filter(row -> own.contains(row.number()))
        .map(row -> row.record().forFile(row.number() == current)).toList();
  }

  @Override
  public void add(RunRecord ended) {
    RunRow row = RunRow.of(ended, run.count().next());
    begun.put(row.number(), ended.begun());
    own.add(row.number());
    put(row);
  }

  @Override
  public double secondsOfTwins() {
    return secondsOfEarlierVariants
        + variants.stream().filter(variant -> own.contains(numbers.get(variant))).mapToDouble(RunsModel::seconds).sum();
  }

  private static double seconds(VariantHistory variant) {
    return variant.snapshot().map(snapshot -> snapshot.nanos() / 1e9).orElse(0.0);
  }

  /** Runs of this session that are also in the file are not duplicated. */
  @Override
  public OptionalInt opened(List<RunRecord> kept) {
    write();
    own.clear();
    secondsOfEarlierVariants = 0;
    goesOn = Optional.empty();
    for (RunRecord one : kept) {
      RunRow row = tries.stream()
          .filter(known -> isSame(known.record(), one)).findFirst()
          .orElseGet(() -> RunRow.of(one, run.count().next()));
      begun.put(row.number(), one.begun());
      own.add(row.number());
      put(row);
      if (one.current()) {
        goesOn = Optional.of(row);
      }
    }
    return goesOn.stream().mapToInt(RunRow::number).findFirst();
  }

  private static boolean isSame(RunRecord known, RunRecord kept) {
    return known.begun().equals(kept.begun()) && known.name().equals(kept.name()) && known.steps() == kept.steps();
  }

  // --- polling

  private void look() {
    long now = nanos.getAsLong();
    RunHistory history = run.history();
    if (history != followed || comparison.lanes() != variants) {
      leave(history);
    }
    if (run.playing()) {
      seconds.merge(history, (now - pulsedAt) / 1e9, Double::sum);
    }
    pulsedAt = now;
    stood = run.statusProperty().get();
    name = name();
    last = run.control().lastEpoch();
    lastOfVariants = comparison.statusProperty().get().number() == comparison.start()
        ? comparison.statusProperty().get().last() : Long.MAX_VALUE;
    if (now - nextLookAt >= 0) {
      write();
      nextLookAt = now + Math.max(NANOS_BETWEEN, SHARE * (nanos.getAsLong() - now));
    }
  }

  private void write() {
    if (followed != null) {
      write(followed, stood.state() == State.PLAYING);
    }
    write(comparison.playing());
  }

  /** Freezes the rows of the previous run or comparison when a new one has started. */
  private void leave(RunHistory history) {
    if (history != followed) {
      if (followed != null) {
        write(followed, false);
      }
      followed = history;
      projectName = document.nameProperty().get();
      if (history.recalled() > 0 && !seconds.containsKey(history)) {
        seconds.put(history, goesOn.map(row -> row.record().seconds()).orElse(Double.NaN));
        goesOn.ifPresent(row -> before.put(history, row));
      }
      goesOn = history.number() > 0 ? Optional.empty() : goesOn;
    }
    if (comparison.lanes() != variants) {
      write(false);
      secondsOfEarlierVariants = secondsOfTwins();
      variants = comparison.lanes();
    }
  }

  private void write(RunHistory history, boolean running) {
    if (history.number() == 0) {
      return;
    }
    boolean finished = stood.state() == State.FINISHED;
    Ending ending = Ending.of(stood.state() == State.FAULT, finished && history.epochs().size() < last, finished, running);
    int number = history.number();
    begin(number);
    Optional<RunRecord> earlier = Optional.ofNullable(before.get(history)).map(RunRow::record);
    Project project = earlier.map(RunRecord::project).orElseGet(history::project);
    List<Adjustment> adjustments = earlier
        .map(record -> record.goneOnWith(history.project(), (long) history.recalled(), history.adjustments()))
        .orElseGet(history::adjustments);
    RunRecord record = new RunRecord(
        earlier.map(RunRecord::name).orElse(name), projectName, project, RunRecord.tableOf(project), adjustments, begun.get(number),
        (long) history.lastStep(), seconds.getOrDefault(history, 0.0), ending, stood.fault().map(Fault::sentence), history.epochs(),
        history.loss().forFile(), history.measure().forFile(), false);
    put(new RunRow(number, record, history.loss(), history.measure()));
  }

  private void begin(int number) {
    if (begun.putIfAbsent(number, Instant.now().truncatedTo(ChronoUnit.MILLIS)) == null) { // as exact as a file
      own.add(number);
    }
  }

  private Message name() {
    Branch branch = run.branches().currentProperty().get();
    boolean branched = branch != null && branch.from() > 0 && run.branches().all().size() > 1;
    return branched ? Message.of("tries.branch", branch.from()) : Message.of("tries.run");
  }

  private void write(boolean running) {
    for (int variant = 0; variant < variants.size(); variant++) {
      VariantHistory course = variants.get(variant);
      Message title = Message.of("tries.twin", VariantTexts.letter(variant));
      course.snapshot().filter(snapshot -> snapshot.step() > 0 || snapshot.fault().isPresent()).ifPresent(snapshot -> {
        int number = number(course);
        Ending ending = Ending.of(snapshot.fault().isPresent(), snapshot.stoppedEarly(), snapshot.step() >= lastOfVariants, running);
        RunRecord record = new RunRecord(
            title, projectName, course.project(), RunRecord.tableOf(course.project()), List.of(), begun.get(number), snapshot.step(),
            seconds(course), ending, snapshot.fault().map(Fault::sentence), snapshot.epochs(), course.loss().forFile(),
            course.measure().forFile(), false);
        put(new RunRow(number, record, course.loss(), course.measure()));
      });
    }
  }

  private int number(VariantHistory course) {
    int number = numbers.computeIfAbsent(course, fresh -> run.count().next());
    begin(number);
    return number;
  }

  private void put(RunRow row) {
    for (int i = tries.size() - 1; i >= 0; i--) {
      if (tries.get(i).number() == row.number()) {
        if (!tries.get(i).record().standsWhere(row.record())) {
          tries.set(i, row);
        }
        return;
      }
    }
    tries.add(row);
    if (tries.size() > RunRecord.MOST) {
      int oldest = tries.remove(0).number();
      picked.remove((Integer) oldest);
      numbers.values().remove(oldest);
      begun.remove(oldest);
      own.remove(oldest);
    }
  }

  @Override
  public void close() {
    subscription.unsubscribe();
  }
}
