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
 * What a run leaves behind so that each of its steps can be seen again: checkpoints, and what a person changed on the way. Between two
 * checkpoints the engine takes the steps anew, which gives the same bits. Checkpoints take a hundredth of the time of training at most and
 * a bounded memory: where it is full, they thin out evenly, the first excepted. The training thread writes, any thread may read.
 */
public final class CheckpointLog {
  private static final long NANOS_BETWEEN = 25_000_000;
  private static final int COST = 100;
  private static final long MOST_BYTES = 256L << 20;
  private static final int SHARE_OF_HEAP = 8;
  private static final int RESTING = 8;
  /**
   * One checkpoint may take long because the thread was held up, or its code was run for the first time: the quickest of so many counts.
   */
  private static final int JUDGED = 8;
  /** A history of fewer checkpoints would be none. */
  private static final int LEAST = 4;

  private final long limit;
  private final LongSupplier clock;
  private final List<Checkpoint> kept = new ArrayList<>();
  private final List<Checkpoint> turns = new ArrayList<>();
  private final List<Order> orders = new ArrayList<>();
  private final List<ManualWeight> handSets = new ArrayList<>();
  private final List<Perturbation> pushes = new ArrayList<>();
  /** What checkpoints take by themselves. */
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
   * What a person set on the way.
   *
   * @param step the steps taken before
   * @param rate the learning rate from then on
   * @param lastEpoch the epoch after which training ends from then on
   * @param assignment what can change of the kind of training, from then on
   * @param goesOn whether it goes on with the gesture that gave the order before, such as the drag of a slider
   */
  public record Order(long step, double rate, int lastEpoch, Assignment assignment, boolean goesOn) {}

  /** @param limit bytes that it may take */
  public CheckpointLog(long limit) {
    this(limit, System::nanoTime);
  }

  /** @param clock in nanoseconds, by which the cost of a checkpoint is measured */
  CheckpointLog(long limit, LongSupplier clock) {
    this.limit = limit;
    this.clock = clock;
  }

  /** With as much memory as is right for this computer. */
  public static CheckpointLog standard() {
    return new CheckpointLog(Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP));
  }

  /** A run begins, or goes on from a file: nothing before can be seen again. A network that is too large leaves no history. */
  public void begin(Session session) {
    newest = session.steps();
    began = newest;
    origin = SessionSource.of(session);
    long weights = 4L * session.parameters().all().stream().mapToLong(parameter -> parameter.tensor().count()).sum();
    if (weights * LEAST < limit) {
      Checkpoint first = session.checkpoint();
      if (first.bytes() * LEAST < limit) {
        keep(first);
      }
    }
  }

  /** Where another run can go on otherwise. @param at one of its checkpoints, or another of the same run */
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

  /** What a checkpoint takes; nothing as long as too few were taken to say. */
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

  /** The run is left for another one, and takes little memory until it is taken up. */
  public synchronized void rest() {
    while (bytes() > limit / RESTING && kept.size() > 2) {
      thin();
    }
  }

  /** Doubles the distance of checkpoints. */
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
   * A person has set the rate, the last epoch or something of the kind of training.
   *
   * @param goesOn whether by the same gesture as last time
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

  /** A step that was under way is given up and will be begun anew: what was set in it holds from its beginning on. */
  public synchronized void begunAnew(Session session) {
    long step = session.steps();
    orders.replaceAll(order -> order.step() <= step ? order
        : new Order(step, order.rate(), order.lastEpoch(), order.assignment(), order.goesOn()));
  }

  /** Training did not simply go on: weights were taken back. No steps lead to what it goes on from, so this is never thinned out. */
  public synchronized void turn(Session session) {
    handSets.removeIf(set -> set.step() == session.steps()); // the checkpoint has them
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

  /** A person has set a weight. */
  public synchronized void set(ManualWeight set) {
    int before = handSets.size() - 1;
    if (before >= 0 && handSets.get(before).goesOn(set)) {
      handSets.set(before, handSets.get(before).to(set.value()));
    } else {
      handSets.add(set);
    }
  }

  /** A person has pushed what moves in an agent's world. */
  public synchronized void push(Perturbation push) {
    pushes.add(push);
  }

  /** The pushes that a person gave, in their order. */
  public synchronized List<Perturbation> pushes() {
    return List.copyOf(pushes);
  }

  /** Whether anything happened to the weights but steps. */
  public synchronized boolean touched() {
    return !handSets.isEmpty() || !turns.isEmpty();
  }

  /** Whether a person had set a weight by then, or switched a unit. */
  public synchronized boolean isSetBy(long step) {
    return handSets.stream().anyMatch(set -> set.step() <= step);
  }

  /** What a person set in one edit; empty where another run has it, or other weights have taken its place at that step. */
  public synchronized List<ManualWeight> handSets(long edit) {
    return handSets.stream().filter(set -> set.edit() == edit).toList();
  }

  /** What a person set in an edit has been taken back before the next step. @return whether it was the last that happened */
  public synchronized boolean takeBack(long edit) {
    List<ManualWeight> taken = handSets(edit);
    int from = handSets.size() - taken.size();
    boolean last = !taken.isEmpty() && taken.get(0).step() == newest && handSets.subList(from, handSets.size()).equals(taken);
    if (last) {
      handSets.subList(from, handSets.size()).clear();
    }
    return last;
  }

  /** The log as it was before an edit of weights: what came later is not in it. Only where the edit is in the log. */
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
   * A session of the run's project that can be brought to any of its steps. From any thread.
   *
   * @throws DataProblem if there is no memory for it
   */
  public Session session() throws DataProblem {
    return origin.session();
  }

  /** What the run trains, as it was when it began. */
  public Project project() {
    return origin.project();
  }

  /** Parameters of the kinds that the run has, with any values. */
  public Parameters parameters() {
    return origin.parameters().copy();
  }

  /** Whether there is a history: networks that are too large have none. */
  public synchronized boolean available() {
    return !kept.isEmpty();
  }

  /** The first step that can be seen. */
  public synchronized long first() {
    return kept.isEmpty() ? newest : kept.get(0).step();
  }

  /** The steps taken in all. */
  public long newest() {
    return newest;
  }

  /** The steps with a checkpoint, in their order. */
  public synchronized long[] checkpoints() {
    return kept.stream().mapToLong(Checkpoint::step).toArray();
  }

  /** The memory that it takes. */
  public synchronized long bytes() {
    return own + shared.bytes();
  }

  /** The last checkpoint before a step, so that the step itself is taken anew; at the first step that itself. */
  public synchronized Checkpoint before(long step) {
    int at = kept.size() - 1;
    while (at > 0 && kept.get(at).step() >= step) {
      at--;
    }
    return kept.get(at);
  }

  /** What training went on from where it did not simply go on, in the order of steps. */
  public synchronized List<Checkpoint> turns() {
    return List.copyOf(turns);
  }

  /** The project with the numbers that the first step was taken with; before the first step with those of now. */
  public Project started() {
    return Adjustments.started(project(), began, orders());
  }

  /** What a person changed after the first step, in its order; what no step was taken with yet is none. */
  public List<Adjustment> adjustments() {
    return Adjustments.after(started(), began, newest, orders());
  }

  /** What a person set on the way, in the order of setting. */
  public synchronized List<Order> orders() {
    return List.copyOf(orders);
  }
}
