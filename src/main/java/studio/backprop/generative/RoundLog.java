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
 * Log of the adversarial rounds to be evaluated, by the doctor and by the plots. The training thread copies the weights of every
 * {@link #BETWEEN}th round; other threads evaluate them one after the other. A long log is thinned out evenly. Which rounds are kept
 * depends on their number and the size of the network alone, so that it is deterministic. Thread-safe.
 */
public final class RoundLog {
  /** Rounds from one to the next. Where a run has more rounds than there is room for, the log keeps every second of them. */
  public static final int BETWEEN = 100;
  private static final int MOST = 120;
  private static final int FEWEST = 4;
  /** Numbers of all weights that wait. */
  private static final long MOST_NUMBERS = 16_000_000;

  private final int most;
  private final NavigableMap<Long, AdversarialRound> rounds = new TreeMap<>();
  private final NavigableMap<Long, Count> recalled = new TreeMap<>();
  private final AtomicLong changes = new AtomicLong();
  private long gap = BETWEEN;

  public RoundLog() {
    this(MOST);
  }

  /** @param most so many rounds at most, however small the network is */
  RoundLog(int most) {
    this.most = most;
  }

  /** What was counted elsewhere; nothing waits. */
  public static RoundLog of(NavigableMap<Long, Count> counted) {
    RoundLog log = new RoundLog();
    log.recalled.putAll(counted);
    return log;
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

  /** Whether the weights of now are to be judged: that depends on the round alone. */
  public static boolean isDue(Session session) {
    return session.weightsStep() % BETWEEN == 0 && session.project().assignment().isAdversarial();
  }

  /**
   * Copies the weights of now, which are {@linkplain #isDue due}. On the training thread.
   *
   * @return the round, also where the log has no room for it, or where nothing can be counted of these data
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
    rounds.tailMap(step, true).clear(); // after going back
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
   * Judges the first round that waits.
   *
   * @param to the last round that is asked for
   * @return whether one has waited
   */
  public boolean judgeNext(long to, Consumer<AdversarialRound> judge) {
    Optional<AdversarialRound> next = waiting(to);
    next.ifPresent(judge);
    return next.isPresent();
  }

  private synchronized Optional<AdversarialRound> waiting(long to) {
    return rounds.headMap(to, true).values().stream().filter(round -> round.figures().isEmpty()).findFirst();
  }

  /** Whether a round up to this one waits to be judged. */
  public boolean waits(long to) {
    return waiting(to).isPresent();
  }

  /** The same counts, without the weights that wait. */
  public RoundLog withoutWaiting() {
    return of(counts(Long.MAX_VALUE));
  }

  /** What was counted up to a round, by the round. */
  public synchronized NavigableMap<Long, Count> counts(long to) {
    NavigableMap<Long, Count> counts = new TreeMap<>(recalled.headMap(to, true));
    rounds.headMap(to, true).forEach((step, round) -> round.figures().flatMap(GeneratorFigures::coverage)
        .ifPresent(found -> counts.put(step, Count.of(found))));
    return counts;
  }

  /** Another number whenever there is something else to count or counted. */
  public long changes() {
    return changes.get();
  }
}
