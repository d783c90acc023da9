package studio.backprop.run.time;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import studio.backprop.data.DataProblem;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Assignment;
import studio.backprop.project.Project;
import studio.backprop.train.BranchPoint;
import studio.backprop.train.Checkpoint;
import studio.backprop.train.Session;
import studio.backprop.train.SessionSource;
import studio.backprop.train.record.Adjustment;

/**
 * History of a run: checkpoints and manual changes, from which every step can be replayed bit for bit. Takes at most 1 % of the training
 * time, and bounded memory by thinning out evenly. Written on the training thread; thread-safe for readers.
 */
public final class CheckpointLog {
  private static final long NANOS_BETWEEN = 25_000_000;
  private static final int COST = 100;
  private static final long MOST_BYTES = 256L << 20;
  private static final int SHARE_OF_HEAP = 8;
  private static final int RESTING = 8;
  /** Window of the minimum cost of a checkpoint, which excludes interruptions and warm-up. */
  private static final int JUDGED = 8;
  /** Smallest number of checkpoints. */
  private static final int MIN_CHECKPOINTS = 4;

  private final long limit;
  private final LongSupplier clock;
  private final List<Checkpoint> kept = new ArrayList<>();
  private final List<Checkpoint> turns = new ArrayList<>();
  private final List<Order> orders = new ArrayList<>();
  private final List<ManualWeight> handSets = new ArrayList<>();
  private final List<Perturbation> pushes = new ArrayList<>();
  /** Memory of the checkpoints' own arrays. */
  private long own;
  private final SharedArrays shared = new SharedArrays();
  private final long[] costs = new long[JUDGED];
  private int taken;
  private long due;
  private long last;
  private long gap = 1;
  private volatile SessionSource origin;
  private volatile long newest;
  private volatile long began;

  /**
   * Change of settings.
   *
   * @param step completed steps
   * @param rate learning rate from then on
   * @param lastEpoch last epoch from then on
   * @param assignment assignment from then on
   * @param goesOn whether it continues the gesture of the previous order, such as the drag of a slider
   */
  public record Order(long step, double rate, int lastEpoch, Assignment assignment, boolean goesOn) {}

  /** @param limit in bytes */
  public CheckpointLog(long limit) {
    this(limit, System::nanoTime);
  }

  /** @param clock in nanoseconds, by which the cost of a checkpoint is measured */
  CheckpointLog(long limit, LongSupplier clock) {
    this.limit = limit;
    this.clock = clock;
  }

  /** With a memory limit for this computer. */
  public static CheckpointLog standard() {
    return new CheckpointLog(Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP));
  }

  /** Begins a run, possibly from a file. Too large networks have no history. */
  public void begin(Session session) {
    newest = session.steps();
    began = newest;
    origin = SessionSource.of(session);
    long weights = 4L * session.parameters().all().stream().mapToLong(parameter -> parameter.tensor().count()).sum();
    if (weights * MIN_CHECKPOINTS < limit) {
      Checkpoint first = session.checkpoint();
      if (first.bytes() * MIN_CHECKPOINTS < limit) {
        keep(first);
      }
    }
  }

  /** @param at checkpoint of this run */
  public BranchPoint branchPoint(Checkpoint at) {
    Parameters learned = parameters();
    learned.set(at.weights());
    learned.switches().setOff(at.off());
    return new BranchPoint(project(), learned, at);
  }

  /** After a step. @param now in nanoseconds */
  public void record(Session session, long now) {
    newest = session.steps();
    if (now >= due && newest - last >= gap && available()) {
      long start = clock.getAsLong();
      keep(session.checkpoint());
      costs[taken++ % JUDGED] = clock.getAsLong() - start;
      due = now + Math.max(NANOS_BETWEEN, COST * cost());
    }
  }

  /** Time of a checkpoint; 0 if unknown. */
  private long cost() {
    return Arrays.stream(costs).min().orElse(0);
  }

  private synchronized void keep(Checkpoint next) {
    kept.add(next);
    own += next.bytes();
    shared.add(next);
    last = next.step();
    while (bytes() > limit && kept.size() > 2) {
      thin();
    }
  }

  /** Reduces memory while the run is suspended. */
  public synchronized void rest() {
    while (bytes() > limit / RESTING && kept.size() > 2) {
      thin();
    }
  }

  /** Drops every other checkpoint. */
  private void thin() {
    gap = Math.max(gap + 1, 2 * (last - kept.get(0).step()) / kept.size());
    List<Checkpoint> apart = new ArrayList<>(List.of(kept.get(0)));
    for (Checkpoint checkpoint : kept) {
      if (checkpoint.step() - apart.get(apart.size() - 1).step() >= gap) {
        apart.add(checkpoint);
      }
    }
    kept.clear();
    kept.addAll(apart);
    last = kept.get(kept.size() - 1).step();
    count();
  }

  /** Counts the memory anew. */
  private void count() {
    own = 0;
    shared.clear();
    for (List<Checkpoint> all : List.of(turns, kept)) {
      for (Checkpoint checkpoint : all) {
        own += checkpoint.bytes();
        shared.add(checkpoint);
      }
    }
  }

  /**
   * Records a change of rate, last epoch or assignment.
   *
   * @param goesOn whether it continues the last gesture
   */
  public synchronized void order(Session session, boolean goesOn) {
    int before = orders.size() - 1;
    long from = session.changesFrom();
    boolean replaces = before >= 0 && orders.get(before).step() == from && orders.get(before).lastEpoch() == session.lastEpoch();
    Order order = new Order(from, session.rate(), session.lastEpoch(), session.assignment(),
        replaces ? orders.get(before).goesOn() : goesOn);
    if (replaces) {
      orders.set(before, order);
    } else {
      orders.add(order);
    }
  }

  /** Discards a step under way: changes within it apply from its beginning. */
  public synchronized void begunAnew(Session session) {
    long step = session.steps();
    orders.replaceAll(order -> order.step() <= step ? order
        : new Order(step, order.rate(), order.lastEpoch(), order.assignment(), order.goesOn()));
  }

  /** Records a discontinuity, such as restored weights. Never thinned out, as no steps lead there. */
  public synchronized void turn(Session session) {
    handSets.removeIf(set -> set.step() == session.steps()); // contained in the checkpoint
    pushes.removeIf(push -> push.step() == session.steps());
    if (kept.isEmpty()) {
      return;
    }
    Checkpoint turn = session.checkpoint();
    int before = turns.size() - 1;
    if (before >= 0 && turns.get(before).step() == turn.step()) {
      turns.remove(before);
    }
    turns.add(turn);
    count();
  }

  public synchronized void set(ManualWeight set) {
    int before = handSets.size() - 1;
    if (before >= 0 && handSets.get(before).goesOn(set)) {
      handSets.set(before, handSets.get(before).to(set.value()));
    } else {
      handSets.add(set);
    }
  }

  public synchronized void push(Perturbation push) {
    pushes.add(push);
  }

  public synchronized List<Perturbation> pushes() {
    return List.copyOf(pushes);
  }

  /** Whether weights were changed other than by steps. */
  public synchronized boolean touched() {
    return !handSets.isEmpty() || !turns.isEmpty();
  }

  /** Whether a weight or unit was set manually up to a step. */
  public synchronized boolean isSetBy(long step) {
    return handSets.stream().anyMatch(set -> set.step() <= step);
  }

  /** Manual weights of an edit; empty if of another run, or replaced at that step. */
  public synchronized List<ManualWeight> handSets(long edit) {
    return handSets.stream().filter(set -> set.edit() == edit).toList();
  }

  /** Undo of an edit before the next step. @return whether it was the last event */
  public synchronized boolean takeBack(long edit) {
    List<ManualWeight> taken = handSets(edit);
    int from = handSets.size() - taken.size();
    boolean last = !taken.isEmpty() && taken.get(0).step() == newest && handSets.subList(from, handSets.size()).equals(taken);
    if (last) {
      handSets.subList(from, handSets.size()).clear();
    }
    return last;
  }

  /** Copy up to an edit of weights, which must be in the log. */
  public synchronized CheckpointLog beforeEdit(long edit) {
    ManualWeight first = handSets(edit).get(0);
    CheckpointLog earlier = new CheckpointLog(limit, clock);
    earlier.origin = origin;
    earlier.began = began;
    earlier.newest = first.step();
    earlier.gap = gap;
    kept.stream().filter(checkpoint -> checkpoint.step() <= first.step()).forEach(earlier::keep);
    turns.stream().filter(turn -> turn.step() <= first.step()).forEach(earlier.turns::add);
    earlier.count();
    orders.stream().filter(order -> order.step() <= first.step()).forEach(earlier.orders::add);
    pushes.stream().filter(push -> push.step() <= first.step()).forEach(earlier.pushes::add);
    earlier.handSets.addAll(handSets.subList(0, handSets.indexOf(first)));
    return earlier;
  }

  /** What a person set on the way, in the order of setting. */
  public synchronized List<ManualWeight> handSets() {
    return List.copyOf(handSets);
  }

  /**
   * Session of the run's project for replay. Thread-safe.
   *
   * @throws DataProblem if memory does not suffice
   */
  public Session session() throws DataProblem {
    return origin.session();
  }

  /** Project at the beginning of the run. */
  public Project project() {
    return origin.project();
  }

  /** Parameters of the run's shapes; their values are irrelevant. */
  public Parameters parameters() {
    return origin.parameters().copy();
  }

  /** Whether there is a history. */
  public synchronized boolean available() {
    return !kept.isEmpty();
  }

  /** First available step. */
  public synchronized long first() {
    return kept.isEmpty() ? newest : kept.get(0).step();
  }

  /** Newest step. */
  public long newest() {
    return newest;
  }

  /** Steps with a checkpoint, ascending. */
  public synchronized long[] checkpoints() {
    return kept.stream().mapToLong(Checkpoint::step).toArray();
  }

  public synchronized long bytes() {
    return own + shared.bytes();
  }

  /** Last checkpoint strictly before a step, so that the step is repeated; at the first step its own. */
  public synchronized Checkpoint before(long step) {
    int at = kept.size() - 1;
    while (at > 0 && kept.get(at).step() >= step) {
      at--;
    }
    return kept.get(at);
  }

  /** Checkpoints at discontinuities, by step. */
  public synchronized List<Checkpoint> turns() {
    return List.copyOf(turns);
  }

  /** The project with the settings of the first step, or the current ones before it. */
  public Project started() {
    return Adjustments.started(project(), began, orders());
  }

  /** Changes after the first step that have affected a step, in order. */
  public List<Adjustment> adjustments() {
    return Adjustments.after(started(), began, newest, orders());
  }

  /** What a person set on the way, in the order of setting. */
  public synchronized List<Order> orders() {
    return List.copyOf(orders);
  }
}
