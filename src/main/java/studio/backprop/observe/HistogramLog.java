package studio.backprop.observe;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import studio.backprop.layer.Input;
import studio.backprop.network.Node;
import studio.backprop.observe.HistogramSnapshot.Kind;
import studio.backprop.plan.Parameter;
import studio.backprop.train.Session;

/**
 * Histograms of a run: recent ones at least 250 ms apart (or of single steps), and older ones evenly over all steps, thinned out by halves.
 * Written on the training thread; thread-safe for readers.
 */
public final class HistogramLog {
  /** Number of recent ones; of the whole run up to twice as many. */
  public static final int COUNT = 24;

  private static final long NANOS_BETWEEN = 250_000_000L;
  /** Inverse of the largest share of time for counting. */
  private static final long TIMES_ITS_COST = 100;

  private final LongSupplier clock;
  private final Deque<HistogramSnapshot> recent = new ArrayDeque<>();
  private final List<HistogramSnapshot> spread = new ArrayList<>();
  private long distance = 1;
  private long next = 1;
  private long lastStep;
  private long lastNanos = Long.MIN_VALUE / 2;
  private long countedNanos = lastNanos;
  private long pause;

  public HistogramLog() {
    this(System::nanoTime);
  }

  /** @param clock in nanoseconds, by which the cost of counting is measured */
  HistogramLog(LongSupplier clock) {
    this.clock = clock;
  }

  /** Records the current histograms, if due. */
  public void record(Session session, long nanos, boolean resting) {
    boolean due = nanos - lastNanos >= NANOS_BETWEEN || session.steps() >= next;
    if (session.steps() > lastStep && (resting || due && nanos - countedNanos >= pause)) {
      long begun = clock.getAsLong();
      HistogramSnapshot counted = count(session);
      pause = TIMES_ITS_COST * (clock.getAsLong() - begun);
      countedNanos = nanos;
      add(counted, nanos, resting || nanos - lastNanos >= NANOS_BETWEEN);
    }
  }

  private synchronized void add(HistogramSnapshot moment, long nanos, boolean due) {
    lastStep = moment.step();
    if (due) {
      lastNanos = nanos;
      recent.addLast(moment);
      if (recent.size() > COUNT) {
        recent.removeFirst();
      }
    }
    if (moment.step() >= next) {
      spread.add(moment);
      if (spread.size() == 2 * COUNT) {
        for (int i = spread.size() - 1; i > 0; i -= 2) {
          spread.remove(i);
        }
        distance *= 2;
      }
      next = moment.step() + distance;
    }
  }

  /** Copy up to a step. */
  public synchronized HistogramLog upTo(long step) {
    HistogramLog earlier = new HistogramLog();
    recent.stream().filter(moment -> moment.step() <= step).forEach(earlier.recent::addLast);
    spread.stream().filter(moment -> moment.step() <= step).forEach(earlier.spread::add);
    earlier.distance = distance;
    earlier.next = step + distance;
    earlier.lastStep = step;
    return earlier;
  }

  /** Recent ones, oldest first. */
  public synchronized List<HistogramSnapshot> recent() {
    return List.copyOf(recent);
  }

  /** Those of the whole run, oldest first. */
  public synchronized List<HistogramSnapshot> all() {
    List<HistogramSnapshot> all = new ArrayList<>(spread);
    if (!recent.isEmpty() && (all.isEmpty() || recent.getLast().step() > all.get(all.size() - 1).step())) {
      all.add(recent.getLast());
    }
    return all;
  }

  /** Current histograms of a session, between two steps; before the first, of weights only. */
  public static HistogramSnapshot now(Session session) {
    HistogramSnapshot now = count(session);
    return session.measured() ? now : new HistogramSnapshot(now.step(), Map.of(
        Kind.WEIGHTS, now.spreads().get(Kind.WEIGHTS), Kind.GRADIENTS, Map.of(), Kind.ACTIVATIONS, Map.of()));
  }

  private static HistogramSnapshot count(Session session) {
    Map<Kind, Map<Integer, Histogram>> spreads = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      spreads.put(kind, new TreeMap<>());
    }
    for (Parameter parameter : session.parameters().learned()) {
      if (!spreads.get(Kind.WEIGHTS).containsKey(parameter.node())) { // weights precede biases
        spreads.get(Kind.WEIGHTS).put(parameter.node(), Histogram.of(parameter.tensor().values()));
        spreads.get(Kind.GRADIENTS).put(parameter.node(), Histogram.of(parameter.tensor().grads()));
      }
    }
    for (Node node : session.project().network().nodes()) {
      if (!(node.layer() instanceof Input)) {
        session.plan().output(node.id()).filter(tensor -> tensor.shape().rank() > 0)
            .ifPresent(tensor -> spreads.get(Kind.ACTIVATIONS).put(node.id(), Histogram.of(tensor.values())));
      }
    }
    return new HistogramSnapshot(session.steps(), spreads);
  }
}
