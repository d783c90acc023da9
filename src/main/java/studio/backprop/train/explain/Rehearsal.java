package studio.backprop.train.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studio.backprop.data.Progress;
import studio.backprop.op.LossOp;
import studio.backprop.op.Mode;
import studio.backprop.plan.Parameter;
import studio.backprop.plan.Parameters;
import studio.backprop.plan.Plan;
import studio.backprop.tensor.Room;
import studio.backprop.tensor.Tensor;
import studio.backprop.text.Message;
import studio.backprop.train.Session;
import studio.backprop.train.optim.Updates;

/**
 * The step of a session that is under way, or else the next one, taken on a copy: the same weights, batch, drawn numbers and kernels, so that
 * each number is the one that the step computes, to the bit. It can be asked by another thread while the session rests or learns on. Whoever
 * asks may hear how far the answer is, and stop it.
 */
public final class Rehearsal {
  /** Examples that an op is asked about at once: lanes of the widest vectors. */
  private static final int TWINS = 16;

  private static final int MOST_PATHS = 4;
  private static final int EFFORT = 16;

  private final Parameters original;
  private final Parameters own;
  private final float[][] weights;
  private final Plan plan;
  private final Slopes slopes;
  private final Naming naming;
  private final Telling telling;
  private final LossOp loss;
  private final Map<Integer, Map<Room, float[]>> passes = new HashMap<>();
  private Session session;
  private Updates updates;
  private float[] targets;
  private int[] rows;
  private long step;
  private double rate;
  private boolean ran;

  private Rehearsal(Session session) {
    original = session.parameters();
    own = original.copy();
    weights = own.room();
    plan = session.stage(own, session.upcoming());
    Twins many = Twins.of(plan.steps(), session.stage(own, TWINS).steps(), Mode.TRAIN);
    Twins one = Twins.of(plan.steps(), session.stage(own, 1).steps(), Mode.TRAIN);
    slopes = new Slopes(plan.steps(), Mode.TRAIN, many, one);
    naming = new Naming(slopes, own.all());
    telling = new Telling(slopes, naming, session.upcomingSteps());
    loss = plan.loss();
  }

  /**
   * A copy of the step of now; on the training thread, between two ops. Empty where {@link Unexplained} says why not.
   *
   * @param earlier is used again if it fits and nobody asks it any more; may be null
   */
  public static Optional<Rehearsal> of(Session session, Rehearsal earlier) {
    if (Unexplained.why(session).isPresent()) {
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
    ran = false;
  }

  /** The rows of the training part that the batch is made of. */
  public int[] rows() {
    return rows.clone();
  }

  /** The number of the step, from 1. */
  public long step() {
    return step + 1;
  }

  /** Why there is nothing to say of a number, and what may be asked instead; empty where {@link #explain} has an answer. */
  public Optional<Message> whyNot(Subject subject) {
    return Unexplained.why(subject, session.project().network(), plan, tensor(subject));
  }

  /** As {@link #explain(Subject, int, Progress)}, to the end. */
  public Optional<Explanation> explain(Subject subject, int row) {
    return explain(subject, row, Progress.NONE);
  }

  /**
   * Explains a number: a weight, an output, or a number of the data.
   *
   * @param row the example of the batch whose loss counts, below 0 for the whole batch; of an output, the first example then
   * @return empty where no gradient comes to it
   * @throws java.util.concurrent.CancellationException if the listener wants no answer any more
   */
  public Optional<Explanation> explain(Subject subject, int row, Progress progress) {
    return whyNot(subject).isPresent() ? Optional.empty() : tensor(subject).map(tensor -> heard(progress, () -> {
      run(row);
      Cell cell = cell(tensor, subject, Math.max(0, Math.min(row, tensor.rows() - 1)));
      ChainRule.Chain chain = new ChainRule(slopes, MOST_PATHS, EFFORT + 2 * plan.steps().size()).to(cell, progress);
      List<Line> forward = new Forward(slopes, naming).lines(cell);
      List<Explanation.Path> paths = chain.ways().stream().map(telling::path).toList();
      int chosen = subject.isWeight() ? cell.row() * tensor.rowCount() + cell.place() : cell.place();
      return new Explanation(
          subject.at(chosen), step(), row, naming.place(cell), plan.lossValue(), chain.gradient(), forward, paths, chain.rest(), chain.others(),
          subject.isWeight() ? tensor.count() : tensor.rowCount());
    }));
  }

  /** As {@link #shares(Subject, Progress)}, to the end. */
  public List<Share> shares(Subject weight) {
    return shares(weight, Progress.NONE);
  }

  /** What comes back to a weight through each example of the batch; the mean is the gradient of the batch. */
  public List<Share> shares(Subject weight, Progress progress) {
    return heard(progress, () -> {
      run(Slopes.ALL);
      Tensor tensor = tensor(weight).orElseThrow();
      Cell cell = cell(tensor, weight, 0);
      List<Integer> readers = slopes.readers(tensor);
      return IntStream.range(0, rows.length)
          .mapToObj(row -> new Share(rows[row], rows.length * readers.stream().mapToDouble(step -> slopes.share(step, cell, row)).sum())).toList();
    });
  }

  /** As {@link #check(Subject, int, Progress)}, to the end. */
  public CentralDifference check(Subject subject, int row) {
    return check(subject, row, Progress.NONE);
  }

  /** Moves a weight or a number of the data a little both ways and compares. @param row as in {@link #explain} */
  public CentralDifference check(Subject subject, int row, Progress progress) {
    return heard(progress, () -> {
      run(row);
      Tensor tensor = tensor(subject).orElseThrow();
      return CentralDifference.of(slopes, cell(tensor, subject, Math.max(0, Math.min(row, tensor.rows() - 1))));
    });
  }

  /** What the end of the step will do to a weight. */
  public Update update(Subject weight) {
    return heard(Progress.NONE, () -> {
      run(Slopes.ALL);
      Tensor tensor = tensor(weight).orElseThrow();
      Cell cell = cell(tensor, weight, 0);
      double gradient = slopes.gradient(cell);
      slopes.restore(passes.get(Slopes.ALL));
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
    });
  }

  private double[] beside(Tensor tensor, int at, float[][] memory) {
    List<Tensor> learned = own.learned().stream().map(Parameter::tensor).toList();
    int each = memory.length / learned.size();
    int first = learned.indexOf(tensor) * each;
    return IntStream.range(first, first + each).mapToDouble(array -> memory[array][at]).toArray();
  }

  // --- passes

  /** An answer that was not finished leaves numbers that nobody may rely on. */
  private <T> T heard(Progress progress, Supplier<T> answer) {
    slopes.tell(progress);
    boolean done = false;
    try {
      T found = answer.get();
      done = true;
      return found;
    } finally {
      slopes.tell(Progress.NONE);
      ran &= done;
    }
  }

  /** Forward and back, with the loss of one example or of all; what was done before is not done again. */
  private void run(int row) {
    if (!ran) {
      own.set(weights);
      passes.clear();
      slopes.forward();
      ran = true;
    }
    letCount(row);
    Map<Room, float[]> kept = passes.get(row);
    if (kept == null) {
      kept = slopes.backward();
      passes.keySet().removeIf(other -> other != Slopes.ALL);
      passes.put(row, kept);
    }
    slopes.use(kept, Math.max(row, Slopes.ALL));
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
}
