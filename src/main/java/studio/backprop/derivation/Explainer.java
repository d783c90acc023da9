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

/** Derives single elements of a filled plan, for the loss of the batch or of one example. */
final class Explainer {
  /** Batch size of evaluations of single ops: lanes of the widest vectors. */
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
   * @param plan with gradients of the inputs
   * @param many the same for {@link #TWINS} examples
   * @param one the same for one example
   * @param parameters of all three
   * @param real ops of the step itself, some of which may have no backward pass
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

  /** To be called after the plan was filled and parameters were set. */
  void begin() {
    targets = new float[plan.target().count()];
    plan.target().copyTo(targets);
    weights = parameters.room();
    parameters.copyTo(weights);
    ran = false;
  }

  /** Restores the parameters. */
  void putBack() {
    parameters.set(weights);
  }

  /** Runs a cancellable computation; a cancelled one leaves invalid values. */
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

  /** Forward and backward pass for the loss of one example or the batch, cached. */
  void run(int row) {
    if (row >= plan.batch()) {
      throw new IllegalArgumentException("the batch has " + plan.batch() + " examples, but " + row + " was asked for, counted from 0");
    }
    if (!ran) {
      putBack(); // running statistics have moved
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

  /** Restores the gradients of the whole batch. */
  void restoreGradients() {
    slopes.plan().restore(passes.get(Slopes.ALL));
  }

  /** Masks all other targets as unknown (NaN), for the loss of a single example. */
  private void letCount(int row) {
    float[] known = targets.clone();
    int width = plan.target().rowCount();
    for (int i = 0; i < known.length; i++) {
      known[i] = row < 0 || i / width == row ? known[i] : Float.NaN;
    }
    plan.target().set(known);
    loss.forward(Mode.TRAIN);
  }

  /** To be called after {@link #run}. */
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

  /** Gradient of a parameter by one example; after {@link #run} of the whole batch. */
  double share(Cell parameter, int row) {
    return slopes.plan().readers(parameter.tensor()).stream().mapToDouble(step -> slopes.share(step, parameter, row)).sum();
  }
}
