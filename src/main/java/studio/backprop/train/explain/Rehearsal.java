package studio.backprop.train.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studio.backprop.op.LossOp;
import studio.backprop.op.Mode;
import studio.backprop.op.Rearrange;
import studio.backprop.plan.Parameter;
import studio.backprop.plan.Parameters;
import studio.backprop.plan.Plan;
import studio.backprop.plan.Step;
import studio.backprop.tensor.Tensor;
import studio.backprop.train.Session;
import studio.backprop.train.optim.Updates;

/**
 * The step of a session that is under way, or else the next one, taken on a copy: the same weights, batch, drawn numbers and kernels, so that
 * each number is the one that the step computes, to the bit. It can be asked by another thread while the session rests or learns on.
 */
public final class Rehearsal {
  /** Larger networks are not copied. */
  private static final long MOST_NUMBERS = 2_000_000;

  private static final int MOST_PATHS = 4;
  private static final int EFFORT = 16;

  private final Parameters original;
  private final Parameters own;
  private final float[][] weights;
  private final Plan plan;
  private final Slopes slopes;
  private final Naming naming;
  private final LossOp loss;
  private Session session;
  private Updates updates;
  private float[] targets;
  private int[] rows;
  private long step;
  private double rate;
  private int pass = -2;

  private Rehearsal(Session session) {
    original = session.parameters();
    own = original.copy();
    weights = own.room();
    plan = session.stage(own);
    slopes = new Slopes(plan.steps(), Mode.TRAIN);
    naming = new Naming(slopes, own.all());
    loss = plan.loss();
  }

  /**
   * A copy of the step of now; on the training thread, between two ops. Empty where the network is too large or learns nothing.
   *
   * @param earlier is used again if it fits and nobody asks it any more; may be null
   */
  public static Optional<Rehearsal> of(Session session, Rehearsal earlier) {
    if (session.parameters().learned().isEmpty() || session.parameters().all().stream().mapToLong(p -> p.tensor().count()).sum() > MOST_NUMBERS) {
      return Optional.empty();
    }
    boolean fits = earlier != null && earlier.original == session.parameters() && earlier.plan.batch() == session.upcoming();
    Rehearsal rehearsal = fits ? earlier : new Rehearsal(session);
    rehearsal.fill(session);
    return Optional.of(rehearsal);
  }

  private void fill(Session now) {
    session = now;
    original.copyTo(weights);
    own.set(weights);
    updates = now.updates(own);
    now.rehearse(plan);
    targets = new float[plan.target().count()];
    plan.target().copyTo(targets);
    rows = now.upcomingRows();
    step = now.steps();
    rate = now.currentRate();
    pass = -2;
  }

  /** The rows of the training part that the batch is made of. */
  public int[] rows() {
    return rows.clone();
  }

  /** The number of the step, from 1. */
  public long step() {
    return step + 1;
  }

  /**
   * Explains a number.
   *
   * @param row the example of the batch whose loss counts, below 0 for the whole batch; of an output, the first example then
   * @return empty where no gradient comes to it
   */
  public Optional<Explanation> explain(Subject subject, int row) {
    return tensor(subject).map(tensor -> {
      run(row);
      Cell cell = cell(tensor, subject, Math.max(0, Math.min(row, tensor.rows() - 1)));
      ChainRule.Chain chain = new ChainRule(slopes, MOST_PATHS, EFFORT + 2 * plan.steps().size()).to(cell);
      List<Line> forward = new Forward(slopes, naming).lines(cell);
      Place place = naming.place(cell);
      int chosen = subject.isWeight() ? cell.row() * tensor.rowCount() + cell.place() : cell.place();
      return new Explanation(
          subject.at(chosen), step(), row, place, plan.lossValue(), chain.gradient(), forward, chain.ways().stream().map(this::path).toList(), chain.rest(),
          chain.others(), subject.isWeight() ? tensor.count() : tensor.rowCount());
    });
  }

  /** What each example of the batch adds to the gradient of a weight; their mean is the gradient of the batch. */
  public List<Share> shares(Subject weight) {
    Tensor tensor = tensor(weight).orElseThrow();
    Cell cell = cell(tensor, weight, 0);
    run(-1);
    int all = loss.counted();
    List<Share> shares = new ArrayList<>();
    for (int row = 0; row < rows.length; row++) {
      letCount(row);
      slopes.backward();
      double weighed = loss.counted() == 0 ? 0 : (double) tensor.grads()[cell.at()] * loss.counted() / all * rows.length;
      shares.add(new Share(rows[row], weighed));
    }
    pass = -2;
    return shares;
  }

  /** Moves a weight a little both ways and compares. @param row as in {@link #explain} */
  public CentralDifference check(Subject weight, int row) {
    run(row);
    return CentralDifference.of(slopes, cell(tensor(weight).orElseThrow(), weight, 0));
  }

  /** What the end of the step will do to a weight. */
  public Update update(Subject weight) {
    run(-1);
    Tensor tensor = tensor(weight).orElseThrow();
    Cell cell = cell(tensor, weight, 0);
    double gradient = slopes.gradient(cell);
    slopes.backward();
    session.regularize(own);
    double before = cell.value();
    double changed = tensor.grads()[cell.at()];
    float[][] memory = Stream.of(updates.memory()).map(float[]::clone).toArray(float[][]::new);
    long taken = updates.steps();
    List<studio.backprop.train.optim.Line> lines =
        session.project().training().optimizer().account(before, changed, beside(tensor, cell.at(), memory), taken + 1, rate);
    updates.step(rate);
    double after = cell.value();
    own.set(weights);
    updates.restore(memory, taken);
    return new Update(before, gradient, changed, rate, lines, after);
  }

  private double[] beside(Tensor tensor, int at, float[][] memory) {
    List<Tensor> learned = own.learned().stream().map(Parameter::tensor).toList();
    int each = memory.length / learned.size();
    int first = learned.indexOf(tensor) * each;
    return IntStream.range(first, first + each).mapToDouble(array -> memory[array][at]).toArray();
  }

  // --- passes

  /** Forward and back, with the loss of one example or of all. */
  private void run(int row) {
    if (pass == row) {
      return;
    }
    if (pass == -2) {
      slopes.forward();
      own.set(weights); // running numbers of a normalization have moved; the next pass begins as this one did
    }
    letCount(row);
    slopes.backward();
    slopes.keep();
    pass = row;
  }

  /** An answer that is not known costs nothing: so the loss of a single example is that of a batch whose other answers are not known. */
  private void letCount(int row) {
    float[] known = targets.clone();
    int width = plan.target().rowCount();
    for (int i = 0; i < known.length; i++) {
      known[i] = row < 0 || i / width == row ? known[i] : Float.NaN;
    }
    plan.target().set(known);
    loss.forward(Mode.TRAIN);
  }

  // --- places

  private Optional<Tensor> tensor(Subject subject) {
    Optional<Tensor> found = subject.isWeight()
        ? own.find(subject.node(), subject.parameter()).map(Parameter::tensor) : plan.gradient(subject.node());
    return found.filter(Tensor::hasGrad);
  }

  private Cell cell(Tensor tensor, Subject subject, int row) {
    int first = subject.isWeight() ? 0 : row * tensor.rowCount();
    int count = subject.isWeight() ? tensor.count() : tensor.rowCount();
    int place = subject.place() >= 0 ? Math.min(subject.place(), count - 1) : steepest(tensor, first, count) - first;
    return new Cell(tensor, (first + place) / tensor.rowCount(), (first + place) % tensor.rowCount());
  }

  private int steepest(Tensor tensor, int first, int count) {
    int best = first;
    double steepest = -1;
    for (int i = first; i < first + count; i++) {
      double slope = Math.abs(slopes.gradient(new Cell(tensor, i / tensor.rowCount(), i % tensor.rowCount())));
      if (slope > steepest) {
        steepest = slope;
        best = i;
      }
    }
    return best;
  }

  private Explanation.Path path(ChainRule.Way way) {
    List<Factor> factors = new ArrayList<>();
    double running = 1;
    for (Link link : way.links()) {
      Step at = plan.steps().get(link.step());
      running *= link.slope();
      if (!(at.op() instanceof Rearrange)) { // the same number at another place in memory
        ClosedForm form = ClosedForm.of(link, at.op(), naming);
        factors.add(new Factor(
            at.node(), at.op().name(), naming.place(link.to()), naming.place(link.from()), form.letters(), form.numbers(), link.slope(), running,
            plan.steps().size() + backwardSteps(link.step())));
      }
    }
    return new Explanation.Path(factors, way.product());
  }

  /** How many ops have run backward once that of this step has. */
  private int backwardSteps(int step) {
    return (int) plan.steps().stream().skip(step).filter(Step::goesBack).count();
  }
}
