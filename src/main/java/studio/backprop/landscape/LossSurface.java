package studio.backprop.landscape;

import java.util.List;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.TargetForm;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.network.Network;
import studio.backprop.op.Mode;
import studio.backprop.plan.Compiler;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.plan.Parameters;
import studio.backprop.plan.Plan;
import studio.backprop.project.Project;
import studio.backprop.tensor.Seeds;
import studio.backprop.tensor.Shape;
import studio.backprop.train.learn.Evaluator;
import studio.backprop.train.learn.Feed;

/**
 * Loss of a network as a function of its trained parameters, over all or evenly sampled training rows, in inference mode, without penalties
 * and class weights. Equals an evaluation of the training part up to rounding. Uses parameters of its own; a loss allocates nothing. Not
 * thread-safe.
 */
public final class LossSurface {
  /** Default sample size. */
  public static final int USUAL_ROWS = 2000;

  /** Activations per batch that fit in the CPU cache. */
  private static final long NUMBERS_AT_ONCE = 1 << 18;
  private static final int FEWEST_AT_ONCE = 64;
  private static final int MOST_AT_ONCE = 2048;

  private final PreparedData data;
  private final WeightLayout layout;
  private final WeightLayout states;
  private final float[][] weightArrays;
  private final float[][] stateArrays;
  private final TargetForm form;
  private final int rows;
  private final int size;
  private final float[] target;
  private final float[] inputs;
  private final Plan full;
  private final Plan remainder;
  private int filled = -1;

  /**
   * @param trail of the network and data
   * @param mostRows limit of training rows; more are sampled evenly
   */
  public LossSurface(WeightTrail trail, Kernels kernels, int mostRows) {
    Project project = trail.project();
    Network network = project.network();
    this.data = trail.data();
    this.layout = trail.layout();
    Parameters own = trail.parameters().copy();
    this.states = WeightLayout.states(own);
    this.weightArrays = layout.arrays(own);
    this.stateArrays = states.arrays(own);
    int output = network.objective().output().id();
    this.form = Evaluator.targetForm(network, data);
    this.rows = Math.min(mostRows, data.trainRows());
    long numbers = network.analyse().shapes().values().stream().mapToLong(Shape::count).sum();
    this.size = (int) Math.min(rows, Math.max(FEWEST_AT_ONCE, Math.min(MOST_AT_ONCE, NUMBERS_AT_ONCE / Math.max(1, numbers))));
    this.target = new float[data.targetWidth(form)];
    this.inputs = new float[Math.multiplyExact(size, data.dataset().width())];
    this.full = compile(network, own, kernels, size);
    this.remainder = rows % size == 0 ? null : compile(network, own, kernels, rows % size);
  }

  /** With its own kernels, single-threaded. */
  public static LossSurface of(WeightTrail trail, int mostRows) {
    return new LossSurface(trail, KernelChoice.create(1), mostRows);
  }

  private static Plan compile(Network network, Parameters own, Kernels kernels, int size) {
    return Compiler.compile(network, own, kernels, new Seeds(0), Purpose.PREDICT_LEAN, size);
  }

  interface Points {
    /** @param weights receives those of the point */
    void put(int point, float[] weights);
  }

  /** Number of training rows. */
  public int rows() {
    return rows;
  }

  public boolean complete() {
    return rows == data.trainRows();
  }

  /** @param position of its own layout */
  public double at(WeightPosition position) {
    return at(position.weights(), position.states());
  }

  /** @param kept state of layers, see {@link WeightPosition#states} */
  public double at(float[] weights, float[] kept) {
    return all(1, (point, into) -> System.arraycopy(weights, 0, into, 0, into.length), kept, () -> {})[0];
  }

  /** Losses at positions, each with its own states. @param rest called after each; may block, or throw to abort */
  public double[] along(List<WeightPosition> positions, Runnable rest) {
    double[] losses = new double[positions.size()];
    for (int i = 0; i < losses.length; i++) {
      losses[i] = at(positions.get(i));
      rest.run();
    }
    return losses;
  }

  /**
   * Losses at many points; fills each batch once for all points.
   *
   * @param kept common state of layers
   * @param rest called after each pass through the network; may block, or throw to abort
   */
  double[] all(int count, Points points, float[] kept, Runnable rest) {
    states.write(kept, stateArrays);
    double[] sums = new double[count];
    double[] known = new double[count];
    float[] weights = new float[layout.count()];
    for (int from = 0; from < rows; from += size) {
      Plan plan = from + size <= rows ? full : remainder;
      fill(plan, from);
      for (int point = 0; point < count; point++) {
        points.put(point, weights);
        layout.write(weights, weightArrays);
        plan.forward(Mode.EVALUATE);
        double counts = plan.loss().weightSum();
        sums[point] += plan.lossValue() * counts;
        known[point] += counts;
        rest.run();
      }
    }
    for (int point = 0; point < count; point++) {
      sums[point] /= known[point];
    }
    return sums;
  }

  /** Skips a batch that is already in its plan. */
  private void fill(Plan plan, int from) {
    if (filled == from) {
      return;
    }
    filled = from;
    for (int i = 0; i < plan.batch(); i++) {
      int row = (int) ((long) (from + i) * data.trainRows() / rows);
      data.copyInput(Part.TRAIN, row, inputs, i * data.dataset().width());
      data.copyTarget(Part.TRAIN, row, form, target, 0);
      plan.target().setRow(i, target, 0);
    }
    Feed.put(inputs, 0, data.dataset().width(), plan);
  }
}
