package studio.backprop.generative;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import studio.backprop.plan.Parameter;
import studio.backprop.train.Session;
import studio.backprop.train.metric.ModeCoverage;

/**
 * Log of adversarial rounds for evaluation. The training thread copies the weights of every {@link #BETWEEN}th round; other threads
 * evaluate them. Thinned out evenly and deterministically, by round number and network size. Thread-safe.
 */
public final class RoundLog {
  /** Rounds between entries, before thinning out. */
  public static final int BETWEEN = 100;
  private static final int MAX_ROUNDS = 120;
  private static final int FEWEST = 4;
  /** Memory limit of pending weights, in numbers. */
  private static final long MOST_NUMBERS = 16_000_000;

  private final int most;
  private final NavigableMap<Long, AdversarialRound> rounds = new TreeMap<>();
  private final NavigableMap<Long, Count> recalled = new TreeMap<>();
  private final AtomicLong changes = new AtomicLong();
  private long gap = BETWEEN;

  public RoundLog() {
    this(MAX_ROUNDS);
  }

  /** @param most limit of rounds */
  RoundLog(int most) {
    this.most = most;
  }

  /** From saved counts. */
  public static RoundLog of(NavigableMap<Long, Count> counted) {
    RoundLog log = new RoundLog();
    log.recalled.putAll(counted);
    return log;
  }

  /**
   * Mode coverage after a round.
   *
   * @param covered covered modes
   * @param of all modes
   * @param share of the generated examples near a mode
   */
  public record Count(int covered, int of, double share) {
    static Count of(ModeCoverage found) {
      return new Count(found.covered(), found.counts().length, found.share());
    }
  }

  /** Whether the current round is to be logged. */
  public static boolean isDue(Session session) {
    return session.weightsStep() % BETWEEN == 0 && session.project().assignment().isAdversarial();
  }

  /**
   * Copies the weights of a {@linkplain #isDue due} round. On the training thread.
   *
   * @return the round, even if the log does not keep it
   */
  public AdversarialRound keep(Session session) {
    AdversarialRound round = new AdversarialRound(session, changes::incrementAndGet);
    if (GeneratorEvaluator.canCount(session.data())) {
      keep(round, session.parameters().all().stream().map(Parameter::tensor).mapToLong(tensor -> tensor.count()).sum());
    }
    return round;
  }

  private synchronized void keep(AdversarialRound round, long numbers) {
    long step = round.step();
    rounds.tailMap(step, true).clear(); // after a restore
    changes.incrementAndGet();
    long room = Math.max(FEWEST, Math.min(most, MOST_NUMBERS / Math.max(1, numbers)));
    while (step / gap > room) {
      gap *= 2;
      rounds.keySet().removeIf(kept -> kept % gap != 0);
    }
    if (step % gap == 0) {
      rounds.put(step, round);
    }
  }

  /**
   * Evaluates the first pending round.
   *
   * @param to last requested round
   * @return whether there was one
   */
  public boolean judgeNext(long to, Consumer<AdversarialRound> judge) {
    Optional<AdversarialRound> next = waiting(to);
    next.ifPresent(judge);
    return next.isPresent();
  }

  private synchronized Optional<AdversarialRound> waiting(long to) {
    return rounds.headMap(to, true).values().stream().filter(round -> round.figures().isEmpty()).findFirst();
  }

  /** Whether a round up to this one is pending. */
  public boolean waits(long to) {
    return waiting(to).isPresent();
  }

  /** Without pending weights. */
  public RoundLog withoutWaiting() {
    return of(counts(Long.MAX_VALUE));
  }

  /** Counts up to a round, by round. */
  public synchronized NavigableMap<Long, Count> counts(long to) {
    NavigableMap<Long, Count> counts = new TreeMap<>(recalled.headMap(to, true));
    rounds.headMap(to, true).forEach((step, round) -> round.figures().flatMap(GeneratorFigures::coverage)
        .ifPresent(found -> counts.put(step, Count.of(found))));
    return counts;
  }

  /** Modification counter. */
  public long changes() {
    return changes.get();
  }
}
