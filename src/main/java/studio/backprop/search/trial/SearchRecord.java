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
 * A search as far as it is: what a file keeps, and all that decides how it goes on. Immutable.
 *
 * @param base the project whose settings are searched
 * @param trials by their numbers, which count from 1
 * @param reports in the order of the decisions that they led to
 * @param open the trials that are under way, in the order in which that was decided; their reports come in this order
 * @param orders what a person has decided about trials, in this order
 * @param repeats of the best with other seeds
 * @param best test scores of the best, once they were asked for; empty before
 * @param seconds by the clock
 * @param processor seconds that the threads that train have computed
 * @param axes names of settings in the order in which a person has put their axes; those that are missing come behind, as in the space
 */
public record SearchRecord(
    Project base, SearchSettings settings, List<Trial> trials, List<TrialResult> reports, List<Integer> open, List<ManualDecision> orders,
    List<SeedRepeat> repeats, Optional<Tested> best, double seconds, double processor,
    List<String> axes) {
  /** More trials are not kept. */
  public static final int MOST_TRIALS = 100_000;

  /** Scores on the test part. @param trial whose they are @param epoch after which it was tested */
  public record Tested(int trial, int epoch, Metrics test) {}

  public SearchRecord {
    trials = List.copyOf(trials);
    reports = List.copyOf(reports);
    open = List.copyOf(open);
    orders = List.copyOf(orders);
    axes = List.copyOf(axes);
    repeats = List.copyOf(repeats);
  }

  /** One that has tried nothing yet. */
  public static SearchRecord of(Project base, SearchSettings settings) {
    return new SearchRecord(base, settings, List.of(), List.of(), List.of(), List.of(), List.of(), Optional.empty(), 0, 0, List.of());
  }

  public Trial trial(int number) {
    return trials.get(number - 1);
  }

  /** Epochs that are done, and of a fault those that it broke. */
  public long spent() {
    return trials.stream().mapToLong(trial -> trial.state() == Trial.State.BROKEN ? trial.cost() : trial.epoch()).sum();
  }

  /** Epochs that are done or are being done. */
  public long committed() {
    return trials.stream().mapToLong(Trial::cost).sum();
  }

  /** Trials that were trained. */
  public long trained() {
    return trials.stream().filter(trial -> trial.state() != Trial.State.REFUSED).count();
  }

  public long count(Trial.State state) {
    return trials.stream().filter(trial -> trial.state() == state).count();
  }

  /** The project of a trial: with its settings, its own seed and the longest training; it can be trained by itself, to the same bits. */
  public Project project(Trial trial) {
    return candidate(Searchables.of(base), trial.number(), trial.values()).project();
  }

  /**
   * The same of values that may be those of a new trial.
   *
   * @param known what can be searched in the base
   */
  public Space.Candidate candidate(List<Searchable> known, int number, List<Double> values) {
    Project plain = base.withTraining(t -> t.withEpochs(settings.longest()).withPatience(0).withSeed(settings.seed() + number));
    return settings.space().candidate(plain, known, values);
  }

  /** A trial in the place of the one of its number, or as the next one. */
  public SearchRecord with(Trial changed) {
    List<Trial> all = new ArrayList<>(trials);
    if (changed.number() > all.size()) {
      all.add(changed);
    } else {
      all.set(changed.number() - 1, changed);
    }
    return new SearchRecord(base, settings, all, reports, open, orders, repeats, best, seconds, processor, axes);
  }

  /** A trial has reached its target or broken. */
  public SearchRecord reported(Trial trial) {
    List<TrialResult> all = new ArrayList<>(reports);
    all.add(new TrialResult(trial.number(), trial.epoch()));
    SearchRecord with = with(trial);
    return new SearchRecord(base, settings, with.trials, all, without(trial.number()), orders, repeats, best, seconds, processor, axes);
  }

  private List<Integer> without(int trial) {
    return open.stream().filter(number -> number != trial).toList();
  }

  /** A new trial, or an earlier one with a further target, is under way from now on. */
  public SearchRecord begun(Trial trial) {
    SearchRecord with = with(trial);
    List<Integer> all = new ArrayList<>(without(trial.number()));
    all.add(trial.number());
    return new SearchRecord(base, settings, with.trials, reports, all, orders, repeats, best, seconds, processor, axes);
  }

  /** A trial is to be trained further. */
  public SearchRecord promoted(int number, int epoch) {
    return begun(trial(number).to(epoch));
  }

  /** A trial is taken out: an order of a person, which is written down. */
  public SearchRecord dropped(int number) {
    SearchRecord with = with(trial(number).dropped());
    ManualDecision order = new ManualDecision(ManualDecision.Kind.DROP, number, 0, reports.size(), open.size());
    return new SearchRecord(base, settings, with.trials, reports, without(number), known(order), repeats, best, seconds, processor, axes);
  }

  /** A trial that is under way is to rest after so many epochs. */
  public SearchRecord stopped(int number, int epoch) {
    return ordered(new ManualDecision(ManualDecision.Kind.STOP, number, epoch, (int) reportsOf(number), open.size()));
  }

  /** How often a trial has reported. */
  public long reportsOf(int number) {
    return reports.stream().filter(report -> report.trial() == number).count();
  }

  /** Where a user has stopped a running trial; empty otherwise. */
  public Optional<Integer> stopOf(int number) {
    long own = reportsOf(number);
    return orders.stream().filter(order -> order.kind() == ManualDecision.Kind.STOP && order.trial() == number && order.reports() == own)
        .map(ManualDecision::epoch).findFirst();
  }

  /** With one more order; one that is there already stays once. */
  public SearchRecord ordered(ManualDecision order) {
    return withOrders(known(order));
  }

  private List<ManualDecision> known(ManualDecision order) {
    return orders.contains(order) ? orders : Stream.concat(orders.stream(), Stream.of(order)).toList();
  }

  public SearchRecord withOrders(List<ManualDecision> all) {
    return new SearchRecord(base, settings, trials, reports, open, all, repeats, best, seconds, processor, axes);
  }

  /** The rung that a trial would come to next; empty where it has come to the end or is not judged. */
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

  /** With its axes in another order; nothing else depends on it. */
  public SearchRecord withAxes(List<String> order) {
    return new SearchRecord(base, settings, trials, reports, open, orders, repeats, best, seconds, processor, order);
  }

  /** With a larger budget it goes on; all else stays. */
  public SearchRecord withBudget(SearchBudget changed) {
    return new SearchRecord(base, settings.withBudget(changed), trials, reports, open, orders, repeats, best, seconds, processor, axes);
  }

  /** The memory that the weights of all trials take. */
  public long weightBytes() {
    return trials.stream().flatMap(trial -> trial.kept().stream()).mapToLong(kept -> kept.bytes()).sum();
  }

  /** Gives up the weights of the worst trials until all others together take no more than so many bytes. */
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
