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
 * The loss of a network as a function of its learned weights: over all training rows or evenly chosen ones, as in evaluation (dropout off,
 * running means and variances of a batch norm used), without penalties and class weights. The same as what an evaluation of the training
 * part says, up to the last bits where its batches are others. It computes with parameters of its own and touches no training; a loss
 * allocates nothing. One thread at a time.
 */
public final class LossSurface {
  /** Of more training rows, evenly so many are enough for a picture. */
  public static final int USUAL_ROWS = 2000;

  /** So many numbers of all layers together stay in a processor's cache. */
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
   * @param trail whose network and data it computes with
   * @param mostRows training rows at most; of more, evenly some
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

  /** The same with kernels of its own, on the thread that asks. */
  public static LossSurface of(WeightTrail trail, int mostRows) {
    return new LossSurface(trail, KernelChoice.create(1), mostRows);
  }

  private static Plan compile(Network network, Parameters own, Kernels kernels, int size) {
    return Compiler.compile(network, own, kernels, new Seeds(0), Purpose.PREDICT_LEAN, size);
  }

  /** Puts the weights of a point in place. */
  interface Points {
    /** @param weights room for the learned numbers of the point */
    void put(int point, float[] weights);
  }

  /** Rows over which the loss is taken. */
  public int rows() {
    return rows;
  }

  /** Whether these are all training rows. */
  public boolean complete() {
    return rows == data.trainRows();
  }

  /** The loss at a position of its own layout. */
  public double at(WeightPosition position) {
    return at(position.weights(), position.states());
  }

  /** The loss at these weights. @param kept numbers of the layers themselves, such as running means, see {@link WeightPosition#states} */
  public double at(float[] weights, float[] kept) {
    return all(1, (point, into) -> System.arraycopy(weights, 0, into, 0, into.length), kept, () -> {})[0];
  }

  /** The losses at these positions, each with its own running numbers. @param rest is run after each; it may wait, or throw to end it */
  public double[] along(List<WeightPosition> positions, Runnable rest) {
    double[] losses = new double[positions.size()];
    for (int i = 0; i < losses.length; i++) {
      losses[i] = at(positions.get(i));
      rest.run();
    }
    return losses;
  }

  /**
   * The losses at many points. Each batch is filled in once and run at all of them.
   *
   * @param kept numbers of the layers themselves, the same at all points
   * @param rest is run after each pass through the network; it may wait, or throw to end all of it
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

  /** A batch that is in its plan already is not filled in again: where all rows fit into one, that is the only one. */
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
