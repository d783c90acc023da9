package studio.backprop.doctor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import studio.backprop.generative.AdversarialRound;
import studio.backprop.generative.RoundLog;
import studio.backprop.layer.ParameterSpec;
import studio.backprop.plan.Parameter;
import studio.backprop.plan.Plan;
import studio.backprop.train.Session;

/**
 * Collects the statistics of a run on the training thread: sums after each step, activations and updates every few steps. Allocates only a
 * {@link HealthStats} every {@link #EVERY} steps. In sparing mode costly measurements take less than 1 % of the time.
 */
public final class HealthMonitor {
  /** Steps between records. */
  public static final int EVERY = 50;

  private static final int BETWEEN_LOOKS = 20;
  /** Steps between measurements of activations in large batches. */
  private static final int BETWEEN_LARGE = 25;
  private static final int LARGE = 32;
  private static final int KEPT = 4 * EVERY;
  private static final int FIRST = 10;
  private static final double ALIKE = 1e-6;
  private static final long TIMES_ITS_COST = 200;
  /** Longest pause in nanoseconds. */
  private static final long LONGEST_PAUSE = 1_000_000_000L;

  /** State of a node's weights. */
  private static final class Learning {
    private final int place;
    private final int all;
    private final Parameter parameter;
    private final double sizeFirst;
    private double moved = Double.NaN;
    private double movedFirst = Double.NaN;

    private Learning(int place, int all, Parameter parameter, double sizeFirst) {
      this.place = place;
      this.all = all;
      this.parameter = parameter;
      this.sizeFirst = sizeFirst;
    }
  }

  /** Nodes in order, with the state of trained ones. */
  private final Map<Integer, Optional<Learning>> order = new LinkedHashMap<>();
  private final List<Learning> learning = new ArrayList<>();
  /** Index among the learned parameters, and sum of ‖∂L/∂W‖² since the last record. */
  private final int[] learned;
  private final double[] squares;
  private final double[] losses = new double[KEPT];
  private final long begun;
  private final boolean sparing;
  private final LongSupplier clock;
  /** Copies the weights of a round, for evaluation. */
  private final Function<Session, AdversarialRound> keep;
  private SaturationMonitor bends;
  private SequenceGradients sequences;
  private long taken;
  private int steps;
  private long nextMoves;
  private int between = BETWEEN_LOOKS;
  private int sinceLook = BETWEEN_LARGE;
  private double firstLosses;
  private long pausedAt;
  private long pause;
  private double least = Double.NaN;
  private Optional<KeptRounds> kept = Optional.empty();
  private volatile HealthStats newest;

  /** Measures at fixed steps regardless of cost, for experiments. */
  public HealthMonitor(Session session) {
    this(session, false, () -> 0, AdversarialRound::of);
  }

  /** Takes at most 1 % of the step time. @param rounds log of adversarial rounds */
  public static HealthMonitor sparing(Session session, RoundLog rounds) {
    return new HealthMonitor(session, true, System::nanoTime, rounds::keep);
  }

  /** @param clock in nanoseconds */
  static HealthMonitor sparing(Session session, LongSupplier clock) {
    return new HealthMonitor(session, true, clock, AdversarialRound::of);
  }

  private HealthMonitor(Session session, boolean sparing, LongSupplier clock, Function<Session, AdversarialRound> keep) {
    this.keep = keep;
    this.begun = session.steps();
    this.sparing = sparing;
    this.clock = clock;
    session.project().network().analyse().order().forEach(node -> order.put(node.id(), Optional.empty()));
    List<Parameter> parameters = session.parameters().learned();
    for (Parameter parameter : parameters) {
      if (order.get(parameter.node()).isEmpty()) { // weights precede biases
        int all = session.parameters().all().indexOf(parameter);
        Learning one = new Learning(learning.size(), all, parameter, session.weightNorm(all));
        learning.add(one);
        order.put(parameter.node(), Optional.of(one));
      }
    }
    this.learned = learning.stream().mapToInt(one -> parameters.indexOf(one.parameter)).toArray();
    this.squares = new double[learned.length];
  }

  /** After a step. */
  public void see(Session session) {
    double loss = session.loss();
    losses[(int) (taken % KEPT)] = loss;
    firstLosses += taken < FIRST ? loss : 0;
    taken++;
    steps++;
    for (int i = 0; i < squares.length; i++) {
      double norm = session.gradientNorm(learned[i]);
      squares[i] += norm * norm;
    }
    sinceLook++;
    if (RoundLog.isDue(session)) {
      kept = Optional.of(KeptRounds.after(kept, session, keep.apply(session)));
    }
    if (sparing) {
      lookOrRecord(session);
      return;
    }
    if (sinceLook >= between) {
      look(session);
    }
    if (steps >= EVERY) {
      record(session);
    }
  }

  /** Makes up for deferred measurements, when training pauses. */
  public void rest(Session session) {
    if (steps >= EVERY) {
      if (sinceLook >= between) {
        look(session);
      }
      record(session);
    }
  }

  /** One of both, if due. */
  private void lookOrRecord(Session session) {
    boolean full = steps >= EVERY;
    if (!full && sinceLook < between) {
      return;
    }
    long now = clock.getAsLong();
    if (now - pausedAt < pause) {
      return;
    }
    if (full && bends != null) { // the first record follows a measurement
      record(session);
    } else {
      look(session);
    }
    pausedAt = clock.getAsLong();
    // no pause at first: measurements run uncompiled code, and short runs would end before
    pause = taken <= KEPT ? 0 : Math.min(LONGEST_PAUSE, TIMES_ITS_COST * (pausedAt - now));
  }

  /** Full batches only. */
  private void look(Session session) {
    Plan plan = session.plan();
    if (bends == null || plan.batch() > bends.plan().batch()) {
      bends = new SaturationMonitor(plan, session.project().network());
      sequences = new SequenceGradients(plan.steps());
      between = plan.batch() < LARGE ? BETWEEN_LOOKS : BETWEEN_LARGE;
    }
    if (plan != bends.plan()) {
      return;
    }
    sinceLook = 0;
    bends.look();
    sequences.look();
    if (taken >= nextMoves) {
      measureMoves(session);
    }
  }

  /** About as costly as an update; every other record. */
  private void measureMoves(Session session) {
    nextMoves = taken + 2 * EVERY - between;
    for (int i = 0; i < learning.size(); i++) {
      Learning one = learning.get(i);
      one.moved = session.updateRatio(one.all);
      one.movedFirst = Double.isNaN(one.movedFirst) ? one.moved : one.movedFirst;
    }
  }

  /** Publishes a record and resets the sums. */
  public HealthStats record(Session session) {
    List<HealthStats.OfNode> nodes = new ArrayList<>();
    order.forEach((node, own) -> of(session, node, own).ifPresent(nodes::add));
    int count = (int) Math.min(taken, KEPT);
    double[] last = new double[count];
    Arrays.setAll(last, i -> losses[(int) ((taken - count + i) % KEPT)]);
    if (taken >= EVERY) {
      double mean = Arrays.stream(last, count - EVERY, count).average().orElseThrow();
      least = Double.isNaN(least) ? mean : Math.min(least, mean);
    }
    double first = taken == 0 ? Double.NaN : firstLosses / Math.min(taken, FIRST);
    kept = kept.map(rounds -> rounds.with(session.assignment()));
    newest = new HealthStats(
        session.steps(), taken, begun == 0, first, last, least, session.takenRate(), session.rate(), nodes,
        sequences == null ? List.of() : sequences.record(), session.validationClasses(), session.epochs(), session.fault(),
        session.regime().health(), kept);
    clear();
    return newest;
  }

  /** Final record, at the end of a run or after a fault. */
  public void end(Session session) {
    boolean failed = session.fault().isPresent() && newest().filter(stats -> stats.fault().isPresent()).isEmpty();
    if (steps > 0 || failed) {
      record(session);
    }
  }

  private Optional<HealthStats.OfNode> of(Session session, int node, Optional<Learning> own) {
    Learning one = own.orElse(null);
    SaturationMonitor.Bend bend = bends == null ? null : bends.of(node).orElse(null);
    if (one == null && bend == null) {
      return Optional.empty();
    }
    double none = Double.NaN;
    return Optional.of(new HealthStats.OfNode(
        node,
        one == null ? none : steps > 0 ? Math.sqrt(squares[one.place] / steps) : gradientBefore(node),
        one == null ? none : session.weightNorm(one.all),
        one == null ? none : one.sizeFirst,
        one == null ? none : one.moved,
        one == null ? none : one.movedFirst,
        bend == null ? none : bend.silent(),
        bend == null ? none : bend.silentFirst(),
        bend == null ? none : bend.saturated(),
        one != null && alike(one.parameter)));
  }

  /** Gradient of the last record, if no step was taken since. */
  private double gradientBefore(int node) {
    return newest().stream().flatMap(stats -> stats.nodes().stream()).filter(before -> before.node() == node)
        .mapToDouble(HealthStats.OfNode::gradient)
        .findFirst().orElse(Double.NaN);
  }

  /** Whether units have equal weights: then gradients are equal, too. */
  private static boolean alike(Parameter parameter) {
    ParameterSpec spec = parameter.spec();
    if (!spec.name().equals("weight")) {
      return false;
    }
    float[] weights = parameter.tensor().values();
    int rows = spec.rows();
    int columns = weights.length / rows;
    boolean across = spec.rowsAreInputs() || rows == 1;
    int units = across ? columns : rows;
    int inputs = across ? rows : columns;
    for (int unit = 1; unit < units; unit++) {
      for (int input = 0; input < inputs; input++) {
        float one = weights[across ? input * columns : input];
        float other = weights[across ? input * columns + unit : unit * columns + input];
        if (Math.abs(one - other) > ALIKE * Math.max(Math.abs(one), Math.abs(other))) {
          return false;
        }
      }
    }
    return units > 1;
  }

  private void clear() {
    steps = 0;
    Arrays.fill(squares, 0);
    if (bends != null) {
      bends.clear();
      sequences.clear();
    }
  }

  /** Newest record. Thread-safe. */
  public Optional<HealthStats> newest() {
    return Optional.ofNullable(newest);
  }
}
