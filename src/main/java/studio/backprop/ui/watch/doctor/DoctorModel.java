package studio.backprop.ui.watch.doctor;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import studio.backprop.data.DataProblem;
import studio.backprop.data.Progress;
import studio.backprop.doctor.Doctor;
import studio.backprop.doctor.Experiment;
import studio.backprop.doctor.Finding;
import studio.backprop.doctor.HealthStats;
import studio.backprop.doctor.Remedy;
import studio.backprop.doctor.Unjudged;
import studio.backprop.network.Node;
import studio.backprop.observe.predict.Replica;
import studio.backprop.project.Project;
import studio.backprop.run.Run;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;

/**
 * Model of the doctor: diagnoses the run at each new record and runs experiments, both on a worker thread. Findings and experiments share a
 * class because a finding stays while its experiment is shown. JavaFX thread only.
 */
public final class DoctorModel implements AutoCloseable {
  /** An experiment takes as many steps as the finding needed to appear, within these bounds. */
  private static final long LEAST_STEPS = 300;
  private static final long MOST_STEPS = 2000;
  private static final int MOST_KEPT = 4000;
  private static final double MOST_SLOWNESS = 20;
  /** Minimum interval of updates, for readability. */
  private static final long NANOS_BETWEEN = 500_000_000L;

  private final ReadOnlyObjectWrapper<List<Finding>> findings = new ReadOnlyObjectWrapper<>(this, "findings", List.of());
  private final ReadOnlyObjectWrapper<List<Unjudged>> unjudged = new ReadOnlyObjectWrapper<>(this, "unjudged", List.of());
  private final ReadOnlyLongWrapper step = new ReadOnlyLongWrapper(this, "step");
  private final ReadOnlyObjectWrapper<Optional<RunningExperiment>> attempt = new ReadOnlyObjectWrapper<>(this, "attempt", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Long>> lookedBackTo = new ReadOnlyObjectWrapper<>(this, "lookedBackTo", Optional.empty());
  private final DocumentModel document;
  private final RunModel run;
  private final Pulse pulse;
  private final ExecutorService checking = worker("doctor");
  private final ExecutorService trying = worker("experiment");
  private final AtomicLong asked = new AtomicLong();
  private final ExperimentRows lanes = new ExperimentRows();
  private final Subscription subscription;
  /** Findings at each step of this run. */
  private final TreeMap<Long, Visit> past = new TreeMap<>();
  private Optional<HealthStats> stats = Optional.empty();
  private List<Finding> latest = List.of();
  /** Ratio of the actual to the expected duration of the last experiment. */
  private double slowness = 1;
  private Run watched;
  private int opened; // number of opened projects when its run began
  private HealthStats seen;
  private Doctor doctor;
  private boolean busy;
  private long lookedAt;
  private Runnable kept = () -> {};
  private Optional<Consumer<Finding.Page>> pages = Optional.empty();

  public DoctorModel(DocumentModel document, RunModel run, Pulse pulse) {
    this.document = document;
    this.run = run;
    this.pulse = pulse;
    this.subscription = Subscription.combine(pulse.subscribe(this::look), document.projectProperty().subscribe((before, now) -> sift()));
  }

  /** Findings of one step. */
  private record Visit(List<Finding> findings, List<Unjudged> unjudged, Optional<HealthStats> stats) {
    private static final Visit NONE = new Visit(List.of(), List.of(), Optional.empty());
  }

  private static ExecutorService worker(String name) {
    return Executors.newSingleThreadExecutor(work -> {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      thread.setPriority(Thread.MIN_PRIORITY);
      return thread;
    });
  }

  /** @param opens opens the page with details of a finding; without it, as in a lesson, findings have no such links */
  public void offerPages(Consumer<Finding.Page> opens) {
    pages = Optional.of(opens);
  }

  /** Opens the page with details of a finding; empty for none. */
  Optional<Runnable> opener(Finding finding) {
    return finding.kind().page().flatMap(page -> pages.map(opens -> () -> opens.accept(page)));
  }

  /** All findings, most serious first. */
  public ReadOnlyObjectProperty<List<Finding>> findingsProperty() {
    return findings.getReadOnlyProperty();
  }

  /** Checks without a result at the last diagnosis. */
  ReadOnlyObjectProperty<List<Unjudged>> unjudgedProperty() {
    return unjudged.getReadOnlyProperty();
  }

  /** Step of the last diagnosis, 0 before the first. */
  public ReadOnlyLongProperty stepProperty() {
    return step.getReadOnlyProperty();
  }

  /** The past step that is shown; empty in the present. */
  ReadOnlyObjectProperty<Optional<Long>> lookedBackToProperty() {
    return lookedBackTo.getReadOnlyProperty();
  }

  /** Listens to the opening of another project, which may count its steps otherwise. */
  void onProject(Runnable heard) {
    run.projectProperty().subscribe((before, now) -> heard.run());
  }

  /** The diagnosed project; null before there is a run. */
  Project project() {
    return run.projectProperty().get();
  }

  /** The running or finished experiment. */
  public ReadOnlyObjectProperty<Optional<RunningExperiment>> attemptProperty() {
    return attempt.getReadOnlyProperty();
  }

  /** Rows of the experiment's trainings. */
  ExperimentRows lanes() {
    return lanes;
  }

  /** Statistics behind the current findings; empty before the first diagnosis. */
  Optional<HealthStats> stats() {
    return stats;
  }

  /** Project to be changed: the current one, as long as it is that of the diagnosed run. */
  private Project tried() {
    return watched == null || opened == document.openingsProperty().get() ? document.project() : watched.project();
  }

  /** Steps of each training of an experiment. */
  private long steps() {
    return Math.max(LEAST_STEPS, Math.min(MOST_STEPS, step.get()));
  }

  int steps(Remedy remedy) {
    return Experiment.steps(remedy, tried(), steps());
  }

  /** Expected duration of an experiment in seconds, as the last ones took. */
  double seconds(Remedy remedy) {
    return slowness * Experiment.seconds(remedy, tried(), steps());
  }

  /** Name of the node of a finding. */
  String name(int node) {
    return document.network().find(node).map(Node::name).orElse("");
  }

  /** Selects the nodes of a finding that still exist. */
  void select(Collection<Integer> nodes) {
    document.select(nodes.stream().filter(id -> document.network().find(id).isPresent()).toList());
  }

  private void look() {
    Run current = run.runProperty().get();
    if (current != watched) {
      watched = current;
      opened = document.openingsProperty().get();
      doctor = null;
      seen = null;
      step.set(0);
      latest = List.of();
      findings.set(latest);
      past.clear();
      drop();
    }
    lookBack();
    Optional<HealthStats> newest = Optional.ofNullable(current).flatMap(watching -> watching.monitor().newest())
        .filter(stats -> stats != seen);
    long now = System.nanoTime();
    if (newest.isPresent() && !busy && (!run.playing() || now - lookedAt > NANOS_BETWEEN || step.get() == 0)) {
      busy = true;
      lookedAt = now;
      seen = newest.get();
      Doctor known = doctor;
      checking.execute(() -> examine(current, known, newest.get()));
    }
  }

  private void examine(Run examined, Doctor known, HealthStats stats) {
    Doctor asked = known == null ? new Doctor(examined.project(), examined.data()) : known;
    Visit found = new Visit(asked.examine(stats), asked.unjudged(stats), Optional.of(stats));
    pulse.soon(() -> {
      busy = false;
      if (examined == watched) {
        doctor = asked;
        remember(stats.step(), found);
        if (!run.past().present()) {
          show(stats.step(), found);
        }
      }
    });
  }

  private void show(long at, Visit found) {
    stats = found.stats;
    unjudged.set(found.unjudged);
    step.set(at);
    latest = found.findings;
    sift();
  }

  /** Hides remedies already applied; undoing the edit offers them again. */
  private void sift() {
    if (attempt.get().isEmpty()) {
      findings.set(latest.stream().map(finding -> finding.in(tried())).toList());
    }
  }

  /** Drops later findings after a branch from an earlier step; thins out very many. */
  private void remember(long at, Visit found) {
    past.tailMap(at).clear();
    past.put(at, found.findings.isEmpty() ? new Visit(found.findings, found.unjudged, Optional.empty()) : found);
    if (past.size() > MOST_KEPT) {
      boolean[] odd = {false};
      past.keySet().removeIf(kept -> odd[0] = !odd[0]);
    }
  }

  /** Shows the findings of a past step, or in the present the current ones. */
  private void lookBack() {
    Optional<Long> at = run.past().stepProperty().get();
    if (at.equals(lookedBackTo.get())) {
      return;
    }
    lookedBackTo.set(at);
    Map.Entry<Long, Visit> found = at.isPresent() ? past.floorEntry(at.get()) : past.lastEntry();
    if (found == null) {
      show(0, Visit.NONE);
    } else {
      show(found.getKey(), found.getValue());
    }
  }

  /** Trains the project with and without the change. */
  public void attempt(Finding finding, Remedy remedy) {
    // with the numbers that were read
    findings.set(findings.get().stream().map(now -> now.kind() == finding.kind() ? finding : now).toList());
    long number = asked.incrementAndGet();
    long steps = steps();
    Project project = tried();
    attempt.set(Optional.of(RunningExperiment.begun(finding, remedy)));
    trying.execute(() -> make(remedy, project, steps, number));
  }

  private void make(Remedy remedy, Project project, long steps, long number) {
    try {
      Optional<Replica> replica = run.past().ask(session -> Replica.of(session, null)).get();
      if (replica.isEmpty()) {
        tell(number, attempt -> Optional.empty());
        return;
      }
      NowAndThen word = new NowAndThen();
      long begun = System.nanoTime();
      Experiment twin = Experiment.of(remedy, project, replica.get(), steps, progress(number), seen -> {
        if (word.isDue()) {
          tell(number, attempt -> Optional.of(attempt.showing(seen)));
        }
      });
      double taken = (System.nanoTime() - begun) / 1e9;
      tell(number, attempt -> {
        slowness = Math.max(1 / MOST_SLOWNESS, Math.min(MOST_SLOWNESS, taken / Experiment.seconds(remedy, project, steps)));
        return Optional.of(attempt.ended(twin));
      });
    } catch (CancellationException | DataProblem | ExecutionException given) {
      tell(number, attempt -> Optional.empty());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Progress progress(long number) {
    NowAndThen word = new NowAndThen();
    return new Progress() {
      @Override
      public void at(long done, long total) {
        if (word.isDue()) {
          tell(number, attempt -> Optional.of(attempt.at((double) done / total)));
        }
      }

      @Override
      public boolean cancelled() {
        return asked.get() != number;
      }
    };
  }

  /** Updates the experiment, if it is still the requested one. */
  private void tell(long number, Function<RunningExperiment, Optional<RunningExperiment>> news) {
    pulse.soon(() -> {
      if (asked.get() == number) {
        attempt.set(attempt.get().flatMap(news));
      }
    });
  }

  /** Stops the experiment or discards its result, without an edit. */
  public void drop() {
    asked.incrementAndGet();
    attempt.set(Optional.empty());
  }

  /**
   * Applies the tested change, as one edit.
   *
   * @param trains whether training continues with it
   * @return whether there was a change
   */
  public boolean keep(boolean trains) {
    Optional<Remedy> tried = attempt.get().map(RunningExperiment::remedy);
    drop();
    tried.ifPresent(remedy -> run.restarts().attempt(remedy, trains));
    kept.run();
    return tried.isPresent();
  }

  /** Action after a change was applied, which may have added layers. */
  public void onKept(Runnable wanted) {
    kept = wanted;
  }

  @Override
  public void close() {
    subscription.unsubscribe();
    asked.incrementAndGet();
    checking.shutdownNow();
    trying.shutdownNow();
  }
}
