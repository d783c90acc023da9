package studio.backprop.search.trial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import studio.backprop.project.Project;
import studio.backprop.search.space.Searchable;
import studio.backprop.search.space.Searchables;
import studio.backprop.search.space.Space;
import studio.backprop.train.metric.Metrics;

/**
 * State of a search: serializable, and sufficient to resume. Immutable.
 *
 * @param base searched project
 * @param trials by number, from 1
 * @param reports in the order of their decisions
 * @param open running trials in the order of their beginning and reports
 * @param orders manual decisions in order
 * @param repeats of the best trials with other seeds
 * @param best test scores of the best; empty until requested
 * @param seconds wall-clock time
 * @param processor CPU seconds of the training threads
 * @param axes settings in the user's order of axes; others follow in the order of the space
 */
public record SearchRecord(
    Project base, SearchSettings settings, List<Trial> trials, List<TrialResult> reports, List<Integer> open, List<ManualDecision> orders,
    List<SeedRepeat> repeats, Optional<Tested> best, double seconds, double processor,
    List<String> axes) {
  /** Largest number of trials. */
  public static final int MOST_TRIALS = 100_000;

  /** Test scores. @param trial number @param epoch of the weights */
  public record Tested(int trial, int epoch, Metrics test) {}

  public SearchRecord {
    trials = List.copyOf(trials);
    reports = List.copyOf(reports);
    open = List.copyOf(open);
    orders = List.copyOf(orders);
    axes = List.copyOf(axes);
    repeats = List.copyOf(repeats);
  }

  /** New search. */
  public static SearchRecord of(Project base, SearchSettings settings) {
    return new SearchRecord(base, settings, List.of(), List.of(), List.of(), List.of(), List.of(), Optional.empty(), 0, 0, List.of());
  }

  public Trial trial(int number) {
    return trials.get(number - 1);
  }

  /** Completed epochs, and those of faults. */
  public long spent() {
    return trials.stream().mapToLong(trial -> trial.state() == Trial.State.BROKEN ? trial.cost() : trial.epoch()).sum();
  }

  /** Completed and running epochs. */
  public long committed() {
    return trials.stream().mapToLong(Trial::cost).sum();
  }

  /** Number of trained trials. */
  public long trained() {
    return trials.stream().filter(trial -> trial.state() != Trial.State.REFUSED).count();
  }

  public long count(Trial.State state) {
    return trials.stream().filter(trial -> trial.state() == state).count();
  }

  /** Project of a trial with its own seed and the longest training; its separate training is bitwise equal. */
  public Project project(Trial trial) {
    return candidate(Searchables.of(base), trial.number(), trial.values()).project();
  }

  /**
   * Candidate of a possibly new trial.
   *
   * @param known searchable settings of the base
   */
  public Space.Candidate candidate(List<Searchable> known, int number, List<Double> values) {
    Project plain = base.withTraining(t -> t.withEpochs(settings.longest()).withPatience(0).withSeed(settings.seed() + number));
    return settings.space().candidate(plain, known, values);
  }

  /** Replaces the trial of this number, or appends it. */
  public SearchRecord with(Trial changed) {
    List<Trial> all = new ArrayList<>(trials);
    if (changed.number() > all.size()) {
      all.add(changed);
    } else {
      all.set(changed.number() - 1, changed);
    }
    return new SearchRecord(base, settings, all, reports, open, orders, repeats, best, seconds, processor, axes);
  }

  /** With the report of a trial. */
  public SearchRecord reported(Trial trial) {
    List<TrialResult> all = new ArrayList<>(reports);
    all.add(new TrialResult(trial.number(), trial.epoch()));
    SearchRecord with = with(trial);
    return new SearchRecord(base, settings, with.trials, all, without(trial.number()), orders, repeats, best, seconds, processor, axes);
  }

  private List<Integer> without(int trial) {
    return open.stream().filter(number -> number != trial).toList();
  }

  /** With a running trial, new or promoted. */
  public SearchRecord begun(Trial trial) {
    SearchRecord with = with(trial);
    List<Integer> all = new ArrayList<>(without(trial.number()));
    all.add(trial.number());
    return new SearchRecord(base, settings, with.trials, reports, all, orders, repeats, best, seconds, processor, axes);
  }

  public SearchRecord promoted(int number, int epoch) {
    return begun(trial(number).to(epoch));
  }

  public SearchRecord dropped(int number) {
    SearchRecord with = with(trial(number).dropped());
    ManualDecision order = new ManualDecision(ManualDecision.Kind.DROP, number, 0, reports.size(), open.size());
    return new SearchRecord(base, settings, with.trials, reports, without(number), known(order), repeats, best, seconds, processor, axes);
  }

  public SearchRecord stopped(int number, int epoch) {
    return ordered(new ManualDecision(ManualDecision.Kind.STOP, number, epoch, (int) reportsOf(number), open.size()));
  }

  public long reportsOf(int number) {
    return reports.stream().filter(report -> report.trial() == number).count();
  }

  /** Epoch at which a running trial is stopped manually; empty otherwise. */
  public Optional<Integer> stopOf(int number) {
    long own = reportsOf(number);
    return orders.stream().filter(order -> order.kind() == ManualDecision.Kind.STOP && order.trial() == number && order.reports() == own)
        .map(ManualDecision::epoch).findFirst();
  }

  /** With a manual decision, without duplicates. */
  public SearchRecord ordered(ManualDecision order) {
    return withOrders(known(order));
  }

  private List<ManualDecision> known(ManualDecision order) {
    return orders.contains(order) ? orders : Stream.concat(orders.stream(), Stream.of(order)).toList();
  }

  public SearchRecord withOrders(List<ManualDecision> all) {
    return new SearchRecord(base, settings, trials, reports, open, all, repeats, best, seconds, processor, axes);
  }

  /** Next rung of a trial; empty at the end, or if unranked. */
  public Optional<Integer> nextRung(Trial trial) {
    boolean rests = trial.state() == Trial.State.STOPPED;
    return settings.rungs().stream().filter(rung -> rests && rung > trial.epoch()).findFirst();
  }

  public SearchRecord took(double more, double computed) {
    return new SearchRecord(base, settings, trials, reports, open, orders, repeats, best, seconds + more, processor + computed, axes);
  }

  public SearchRecord tested(Tested tested) {
    return new SearchRecord(base, settings, trials, reports, open, orders, repeats, Optional.of(tested), seconds, processor, axes);
  }

  public SearchRecord repeated(List<SeedRepeat> more) {
    List<SeedRepeat> all = new ArrayList<>(repeats);
    all.removeIf(old -> more.stream().anyMatch(one -> one.trial() == old.trial() && one.seed() == old.seed()));
    all.addAll(more);
    return new SearchRecord(base, settings, trials, reports, open, orders, all, best, seconds, processor, axes);
  }

  public SearchRecord withAxes(List<String> order) {
    return new SearchRecord(base, settings, trials, reports, open, orders, repeats, best, seconds, processor, order);
  }

  public SearchRecord withBudget(SearchBudget changed) {
    return new SearchRecord(base, settings.withBudget(changed), trials, reports, open, orders, repeats, best, seconds, processor, axes);
  }

  /** Memory of all weights. */
  public long weightBytes() {
    return trials.stream().flatMap(trial -> trial.kept().stream()).mapToLong(kept -> kept.bytes()).sum();
  }

  /** Drops the weights of the worst trials to fit a memory limit. */
  public SearchRecord within(long bytes) {
    long sum = weightBytes();
    if (sum <= bytes) {
      return this;
    }
    Set<Integer> without = new HashSet<>();
    List<Trial> worstFirst = new ArrayList<>(trials);
    Map<Integer, Integer> places = new HashMap<>();
    TrialRanking.of(this).forEach(trial -> places.put(trial.number(), places.size()));
    worstFirst.sort(Comparator.comparingInt((Trial trial) -> -places.getOrDefault(trial.number(), Integer.MAX_VALUE))); // none: first
    for (Trial trial : worstFirst) {
      if (sum > bytes && trial.kept().isPresent() && trial.state() != Trial.State.RUNNING) {
        sum -= trial.kept().get().bytes();
        without.add(trial.number());
      }
    }
    List<Trial> all = trials.stream().map(trial -> without.contains(trial.number()) ? trial.withoutWeights() : trial).toList();
    return new SearchRecord(base, settings, all, reports, open, orders, repeats, best, seconds, processor, axes);
  }
}
