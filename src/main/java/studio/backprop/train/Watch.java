package studio.backprop.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import studio.backprop.layer.ParameterSpec;
import studio.backprop.network.Node;
import studio.backprop.plan.Parameter;
import studio.backprop.plan.Plan;

/**
 * Watches over a run on the training thread: after each step it adds up a few numbers that are at hand, in every few steps it looks at
 * activations and updates. None of this allocates; every {@link #EVERY} steps the sums become {@link Vitals}, to be judged elsewhere.
 */
public final class Watch {
  /** Steps from one record to the next. */
  public static final int EVERY = 50;

  private static final int BETWEEN_LOOKS = 10;
  /** Measuring how far all weights moved costs about as much as moving them: in every third look. */
  private static final int RATIOS = 3;
  private static final int KEPT = 4 * EVERY;
  private static final int FIRST = 10;
  private static final double ALIKE = 1e-6;

  /** What is kept of the weights of one node. */
  private static final class Learning {
    private final int learned;
    private final int all;
    private final Parameter parameter;
    private final double sizeFirst;
    private double squares;
    private double moved;
    private double movedFirst = Double.NaN;

    private Learning(int learned, int all, Parameter parameter) {
      this.learned = learned;
      this.all = all;
      this.parameter = parameter;
      this.sizeFirst = size(parameter);
    }
  }

  private final List<Node> order;
  private final List<Learning> learning = new ArrayList<>();
  private final double[] losses = new double[KEPT];
  private final long begun;
  private Bends bends;
  private long taken;
  private int steps;
  private int looks;
  private int ratios;
  private int sinceLook = BETWEEN_LOOKS;
  private double firstLosses;
  private double windowLoss;
  private double least = Double.NaN;
  private volatile Vitals newest;

  public Watch(Session session) {
    this.begun = session.steps();
    this.order = session.project().network().analyse().order();
    List<Parameter> learned = session.parameters().learned();
    for (int p = 0; p < learned.size(); p++) {
      Parameter parameter = learned.get(p);
      if (learning.stream().noneMatch(known -> known.parameter.node() == parameter.node())) { // a node's weights come before its biases
        learning.add(new Learning(p, session.parameters().all().indexOf(parameter), parameter));
      }
    }
  }

  /** After a step. */
  public void see(Session session) {
    double loss = session.loss();
    losses[(int) (taken % KEPT)] = loss;
    firstLosses += taken < FIRST ? loss : 0;
    windowLoss += loss;
    taken++;
    steps++;
    for (int i = 0; i < learning.size(); i++) {
      Learning one = learning.get(i);
      double norm = session.gradientNorm(one.learned);
      one.squares += norm * norm;
    }
    sinceLook++;
    if (sinceLook >= BETWEEN_LOOKS) {
      look(session);
    }
    if (taken % EVERY == 0) {
      record(session);
    }
  }

  /** Only at full batches, which show most. */
  private void look(Session session) {
    Plan plan = session.plan();
    if (bends == null || plan.batch() > bends.plan().batch()) {
      bends = new Bends(plan, session.project().network());
    }
    if (plan != bends.plan()) {
      return;
    }
    sinceLook = 0;
    bends.look();
    if (looks++ % RATIOS == 0) {
      measureMoves(session);
    }
  }

  private void measureMoves(Session session) {
    ratios++;
    for (int i = 0; i < learning.size(); i++) {
      Learning one = learning.get(i);
      one.moved += session.updateRatio(one.all);
    }
  }

  /** Keeps what there is to judge now, and begins to add up anew. */
  public Vitals record(Session session) {
    if (taken > 0 && steps == EVERY) {
      double mean = windowLoss / steps;
      least = Double.isNaN(least) ? mean : Math.min(least, mean);
    }
    List<Vitals.OfNode> nodes = order.stream().flatMap(node -> of(node.id()).stream()).toList();
    int kept = (int) Math.min(taken, KEPT);
    double[] last = new double[kept];
    Arrays.setAll(last, i -> losses[(int) ((taken - kept + i) % KEPT)]);
    double first = taken == 0 ? Double.NaN : firstLosses / Math.min(taken, FIRST);
    newest = new Vitals(session.steps(), taken, begun == 0, first, last, least, session.takenRate(), nodes, session.epochs(), session.fault());
    clear();
    return newest;
  }

  /** At the end of a run or after a fault, when no full record will follow. */
  void end(Session session) {
    boolean failed = session.fault().isPresent() && newest().filter(vitals -> vitals.fault().isPresent()).isEmpty();
    if (steps > 0 || failed) {
      record(session);
    }
  }

  private Optional<Vitals.OfNode> of(int node) {
    Optional<Learning> own = learning.stream().filter(one -> one.parameter.node() == node).findFirst();
    Optional<Bends.Bend> bend = Optional.ofNullable(bends).flatMap(all -> all.of(node));
    if (own.isEmpty() && bend.isEmpty()) {
      return Optional.empty();
    }
    double none = Double.NaN;
    return Optional.of(new Vitals.OfNode(
        node,
        own.map(one -> Math.sqrt(one.squares / steps)).orElse(none),
        own.map(one -> size(one.parameter)).orElse(none),
        own.map(one -> one.sizeFirst).orElse(none),
        own.map(this::moved).orElse(none),
        own.map(one -> one.movedFirst).orElse(none),
        bend.map(Bends.Bend::silent).orElse(none),
        bend.map(Bends.Bend::silentFirst).orElse(none),
        bend.map(Bends.Bend::saturated).orElse(none),
        own.map(one -> alike(one.parameter)).orElse(false)));
  }

  private double moved(Learning one) {
    double moved = ratios == 0 ? Double.NaN : one.moved / ratios;
    one.movedFirst = Double.isNaN(one.movedFirst) ? moved : one.movedFirst;
    return moved;
  }

  private static double size(Parameter parameter) {
    double squares = 0;
    for (float weight : parameter.tensor().values()) {
      squares += (double) weight * weight;
    }
    return Math.sqrt(squares);
  }

  /** Where two units have the same weights they get the same gradient, and stay the same. */
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
    looks = 0;
    ratios = 0;
    windowLoss = 0;
    learning.forEach(one -> {
      one.squares = 0;
      one.moved = 0;
    });
    if (bends != null) {
      bends.clear();
    }
  }

  /** The newest record, from any thread; empty before the first. */
  public Optional<Vitals> newest() {
    return Optional.ofNullable(newest);
  }
}
