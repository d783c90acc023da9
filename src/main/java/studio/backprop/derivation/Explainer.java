package studio.backprop.derivation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import studio.backprop.data.Progress;
import studio.backprop.op.LossOp;
import studio.backprop.op.Mode;
import studio.backprop.plan.Parameters;
import studio.backprop.plan.Plan;
import studio.backprop.plan.Step;
import studio.backprop.tensor.Storage;

/** Explains single numbers of a plan that is filled with a batch, for the loss of all of it or of one example. */
final class Explainer {
  /** Examples that an op is asked about at once: lanes of the widest vectors. */
  static final int TWINS = 16;

  private static final int MOST_PATHS = 4;
  private static final int EFFORT = 16;

  private final Plan plan;
  private final Parameters parameters;
  private final Slopes slopes;
  private final Naming naming;
  private final Telling telling;
  private final LossOp loss;
  private final Map<Integer, Map<Storage, float[]>> passes = new HashMap<>();
  private float[] targets;
  private float[][] weights;
  private boolean ran;

  /**
   * @param plan whose data have gradients too
   * @param many the same for {@link #TWINS} examples
   * @param one the same for one example
   * @param parameters of all three
   * @param real the ops of the step itself, in which some may not go back that do here
   */
  Explainer(Plan plan, Plan many, Plan one, Parameters parameters, List<Step> real) {
    this.plan = plan;
    this.parameters = parameters;
    PlanPasses both = new PlanPasses(plan.steps(), Mode.TRAIN);
    slopes = new Slopes(both, Miniatures.of(plan.steps(), many.steps(), Mode.TRAIN),
        Miniatures.of(plan.steps(), one.steps(), Mode.TRAIN));
    naming = new Naming(both, parameters.all());
    telling = new Telling(slopes, naming, real);
    loss = plan.loss();
  }

  Slopes slopes() {
    return slopes;
  }

  /** The plan was filled anew, and the parameters were set. */
  void begin() {
    targets = new float[plan.target().count()];
    plan.target().copyTo(targets);
    weights = parameters.room();
    parameters.copyTo(weights);
    ran = false;
  }

  /** The parameters as they were at the beginning. */
  void putBack() {
    parameters.set(weights);
  }

  /** Computes an answer that its listener may cancel. An unfinished answer leaves invalid numbers. */
  <T> T heard(Progress progress, Supplier<T> answer) {
    slopes.plan().tell(progress);
    boolean done = false;
    try {
      T found = answer.get();
      done = true;
      return found;
    } finally {
      slopes.plan().tell(Progress.NONE);
      ran &= done;
    }
  }

  /** Forward and back, with the loss of one example or of all; what was done before is not done again. */
  void run(int row) {
    if (row >= plan.batch()) {
      throw new IllegalArgumentException("the batch has " + plan.batch() + " examples, but " + row + " was asked for, counted from 0");
    }
    if (!ran) {
      putBack(); // running numbers of a normalization have moved
      passes.clear();
      slopes.forward();
      ran = true;
    }
    letCount(row);
    Map<Storage, float[]> kept = passes.get(row);
    if (kept == null) {
      kept = slopes.plan().backward();
      passes.keySet().removeIf(other -> other != Slopes.ALL);
      passes.put(row, kept);
    }
    slopes.use(kept, row);
  }

  /** Puts the gradients of the whole batch back where its backward pass left them. */
  void restoreGradients() {
    slopes.plan().restore(passes.get(Slopes.ALL));
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

  /** After {@link #run}. @param step the number of the step */
  Explanation explain(Subject subject, Cell cell, long step, int row, Progress progress) {
    ChainRule.Chain chain = new ChainRule(slopes, MOST_PATHS, EFFORT + 2 * plan.steps().size()).to(cell, progress);
    List<OpLine> forward = new Forward(slopes, naming).lines(cell);
    List<Explanation.Path> paths = chain.ways().stream().map(telling::path).toList();
    int each = cell.tensor().rowCount();
    int chosen = subject.isWeight() ? cell.row() * each + cell.place() : cell.place();
    return new Explanation(
        subject.at(chosen), step, row, naming.place(cell), plan.lossValue(), chain.gradient(), forward, paths, chain.rest(), chain.others(),
        subject.isWeight() ? cell.tensor().count() : each);
  }

  /** After {@link #run} of the whole batch: the sum of what comes to a parameter through one example. */
  double share(Cell parameter, int row) {
    return slopes.plan().readers(parameter.tensor()).stream().mapToDouble(step -> slopes.share(step, parameter, row)).sum();
  }
}
