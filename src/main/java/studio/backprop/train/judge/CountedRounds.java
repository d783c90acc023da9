package studio.backprop.train.judge;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Adversarial;
import studio.backprop.train.Session;
import studio.backprop.train.metric.ModeCoverage;

/**
 * How much a generator covers after rounds that lie evenly apart. The training thread puts the weights of these rounds by, and whoever has
 * time counts them, one after the other. Which rounds they are depends on how many were taken and on the size of the network, and not on
 * how fast anybody is: a run has the same counts, whoever looks. From any thread.
 */
public final class CountedRounds {
  /** Rounds from one to the next. Where a run has more rounds than there is room for, it is doubled. */
  public static final int BETWEEN = 100;
  private static final int MOST = 120;
  private static final int FEWEST = 4;
  /** Numbers of all weights that wait. */
  private static final long MOST_NUMBERS = 16_000_000;

  private final int most;
  private final NavigableMap<Long, float[][]> waiting = new TreeMap<>();
  private final NavigableMap<Long, Count> counts = new TreeMap<>();
  private long gap = BETWEEN;
  private long changes;

  public CountedRounds() {
    this(MOST);
  }

  /** @param most so many rounds at most, however small the network is */
  CountedRounds(int most) {
    this.most = most;
  }

  /** What was counted elsewhere; nothing waits. */
  public static CountedRounds of(NavigableMap<Long, Count> counted) {
    CountedRounds rounds = new CountedRounds();
    rounds.counts.putAll(counted);
    return rounds;
  }

  /**
   * How much the generator covered after a round.
   *
   * @param covered modes or classes
   * @param of how many there are
   * @param share of the generated examples that lie on one
   */
  public record Count(int covered, int of, double share) {
    static Count of(ModeCoverage found) {
      return new Count(found.covered(), found.counts().length, found.share());
    }
  }

  /** On the training thread, before the first step and after each: keeps the weights, if they are due. */
  public void after(Session session) {
    if (session.weightsStep() % BETWEEN == 0 && session.project().assignment() instanceof Adversarial
        && GeneratorJudge.canCount(session.data())) {
      keep(session.weightsStep(), session.parameters());
    }
  }

  private synchronized void keep(long step, Parameters parameters) {
    waiting.tailMap(step, true).clear(); // after going back
    counts.tailMap(step, true).clear();
    changes++;
    long numbers = parameters.all().stream().mapToLong(parameter -> parameter.tensor().count()).sum();
    long room = Math.max(FEWEST, Math.min(most, MOST_NUMBERS / Math.max(1, numbers)));
    while (step / gap > room) {
      gap *= 2;
      waiting.keySet().removeIf(round -> round % gap != 0);
      counts.keySet().removeIf(round -> round % gap != 0);
    }
    if (step % gap == 0) {
      float[][] weights = parameters.room();
      parameters.copyTo(weights);
      waiting.put(step, weights);
    }
  }

  /**
   * Counts the first round that waits.
   *
   * @param to the last round that is asked for
   * @param judge what the weights of a round cover; empty where it cannot be said
   * @return whether one has waited
   */
  public boolean countNext(long to, Function<float[][], Optional<ModeCoverage>> judge) {
    Optional<Map.Entry<Long, float[][]>> next = first(to);
    next.ifPresent(round -> put(round.getKey(), round.getValue(), judge.apply(round.getValue())));
    return next.isPresent();
  }

  private synchronized Optional<Map.Entry<Long, float[][]>> first(long to) {
    return Optional.ofNullable(waiting.firstEntry()).filter(round -> round.getKey() <= to);
  }

  private synchronized void put(long step, float[][] weights, Optional<ModeCoverage> found) {
    if (waiting.get(step) == weights) { // training may have gone back meanwhile
      waiting.remove(step);
      found.ifPresent(coverage -> counts.put(step, Count.of(coverage)));
      changes++;
    }
  }

  /** The same counts, without the weights that wait. */
  public synchronized CountedRounds withoutWaiting() {
    CountedRounds counted = new CountedRounds();
    counted.counts.putAll(counts);
    counted.gap = gap;
    return counted;
  }

  /** Whether a round up to this one waits to be counted. */
  public boolean waits(long to) {
    return first(to).isPresent();
  }

  /** What was counted up to a round, by the round. */
  public synchronized NavigableMap<Long, Count> counts(long to) {
    return new TreeMap<>(counts.headMap(to, true));
  }

  /** Another number whenever there is something else to count or counted. */
  public synchronized long changes() {
    return changes;
  }
}
