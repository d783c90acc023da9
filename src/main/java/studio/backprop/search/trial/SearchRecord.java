package studio.backprop.search.trial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.backprop.project.Project;
import studio.backprop.search.space.Searchable;
import studio.backprop.search.space.Searchables;
import studio.backprop.search.space.Space;
import studio.backprop.train.metric.Metrics;

/**
 * A search as far as it is: what a file keeps, and all that decides how it goes on. It never changes.
 *
 * @param base the project whose settings are searched
 * @param trials by their numbers, which count from 1
 * @param reports in the order of the decisions that they led to
 * @param open the trials that are under way, in the order in which that was decided; their reports come in this order
 * @param repeats of the best with other seeds
 * @param best test scores of the best, once they were asked for; empty before
 * @param seconds by the clock
 * @param processor seconds that the threads that train have computed
 */
public record SearchRecord(
    Project base, SearchSettings settings, List<Trial> trials, List<TrialReport> reports, List<Integer> open, List<SeedRepeat> repeats,
    Optional<Tested> best, double seconds, double processor) {
  /** More trials are not kept. */
  public static final int MOST_TRIALS = 100_000;

  /** Scores on the test part. @param trial whose they are @param epoch after which it was tested */
  public record Tested(int trial, int epoch, Metrics test) {}

  public SearchRecord {
    trials = List.copyOf(trials);
    reports = List.copyOf(reports);
    open = List.copyOf(open);
    repeats = List.copyOf(repeats);
  }

  /** One that has tried nothing yet. */
  public static SearchRecord of(Project base, SearchSettings settings) {
    return new SearchRecord(base, settings, List.of(), List.of(), List.of(), List.of(), Optional.empty(), 0, 0);
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
    return new SearchRecord(base, settings, all, reports, open, repeats, best, seconds, processor);
  }

  /** A trial has reached its target or broken. */
  public SearchRecord reported(Trial trial) {
    List<TrialReport> all = new ArrayList<>(reports);
    all.add(new TrialReport(trial.number(), trial.epoch()));
    SearchRecord with = with(trial);
    return new SearchRecord(base, settings, with.trials, all, without(trial.number()), repeats, best, seconds, processor);
  }

  private List<Integer> without(int trial) {
    return open.stream().filter(number -> number != trial).toList();
  }

  /** A new trial, or an earlier one with a further target, is under way from now on. */
  public SearchRecord begun(Trial trial) {
    SearchRecord with = with(trial);
    List<Integer> all = new ArrayList<>(without(trial.number()));
    all.add(trial.number());
    return new SearchRecord(base, settings, with.trials, reports, all, repeats, best, seconds, processor);
  }

  /** A trial is to be trained further. */
  public SearchRecord promoted(int number, int epoch) {
    return begun(trial(number).to(epoch));
  }

  public SearchRecord dropped(int number) {
    SearchRecord with = with(trial(number).dropped());
    return new SearchRecord(base, settings, with.trials, reports, without(number), repeats, best, seconds, processor);
  }

  public SearchRecord took(double more, double computed) {
    return new SearchRecord(base, settings, trials, reports, open, repeats, best, seconds + more, processor + computed);
  }

  public SearchRecord tested(Tested tested) {
    return new SearchRecord(base, settings, trials, reports, open, repeats, Optional.of(tested), seconds, processor);
  }

  public SearchRecord repeated(List<SeedRepeat> more) {
    List<SeedRepeat> all = new ArrayList<>(repeats);
    all.removeIf(old -> more.stream().anyMatch(one -> one.trial() == old.trial() && one.seed() == old.seed()));
    all.addAll(more);
    return new SearchRecord(base, settings, trials, reports, open, all, best, seconds, processor);
  }

  /** With a larger budget it goes on; all else stays. */
  public SearchRecord withBudget(SearchBudget changed) {
    return new SearchRecord(base, settings.withBudget(changed), trials, reports, open, repeats, best, seconds, processor);
  }

  /** Gives up the weights of the worst trials until all others together take no more than so many bytes. */
  public SearchRecord within(long bytes) {
    long sum = trials.stream().flatMap(trial -> trial.kept().stream()).mapToLong(kept -> kept.bytes()).sum();
    if (sum <= bytes) {
      return this;
    }
    Set<Integer> without = new HashSet<>();
    List<Trial> worstFirst = new ArrayList<>(trials);
    List<Integer> ranked = TrialRanking.of(this).stream().map(Trial::number).toList();
    worstFirst.sort(Comparator.comparingInt((Trial trial) -> ranked.indexOf(trial.number()) < 0 ? 0 : -ranked.indexOf(trial.number())));
    for (Trial trial : worstFirst) {
      if (sum > bytes && trial.kept().isPresent() && trial.state() != Trial.State.RUNNING) {
        sum -= trial.kept().get().bytes();
        without.add(trial.number());
      }
    }
    List<Trial> all = trials.stream().map(trial -> without.contains(trial.number()) ? trial.withoutWeights() : trial).toList();
    return new SearchRecord(base, settings, all, reports, open, repeats, best, seconds, processor);
  }
}
