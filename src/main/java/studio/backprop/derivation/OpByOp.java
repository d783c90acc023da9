package studio.backprop.derivation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import studio.backprop.op.LossOp;
import studio.backprop.op.Op;
import studio.backprop.op.Relu;
import studio.backprop.tensor.Storage;
import studio.backprop.tensor.Tensor;

/**
 * Derivative of the loss along one element by finite differences of each op in turn (forward mode), without backward pass. Step sizes are
 * relative to each op's values, so that derivatives below the rounding of the loss are resolved. If steps disagree, as at a kink, the
 * shorter one is used.
 */
final class OpByOp {
  /** Steps relative to the largest input, descending. */
  private static final double[] STEPS = {0.03, 0.006, 0.001, 1e-4, 1e-5};
  /** Number of steps for smooth ops. */
  private static final int SMOOTH = 3;

  private static final double SAME = 1e-3;
  /** Relative rounding error of sums. */
  private static final double ROUNDING = 3e-7;

  private final Slopes slopes;
  /** Tangents: derivatives with respect to the element. */
  private final Map<Storage, float[]> speeds = new IdentityHashMap<>();
  private final Map<Storage, Tensor> moving = new IdentityHashMap<>();

  private OpByOp(Slopes slopes) {
    this.slopes = slopes;
  }

  /** @param cell of a parameter or input */
  static double slope(Slopes slopes, Cell cell) {
    OpByOp all = new OpByOp(slopes);
    float[] start = new float[cell.tensor().count()];
    start[cell.at()] = 1;
    all.moves(cell.tensor(), start);
    double slope = 0;
    for (int i = slopes.plan().firstReader(cell.tensor()); i < slopes.plan().steps().size(); i++) {
      slopes.plan().mayStop();
      Op op = slopes.plan().steps().get(i).op();
      slope = op instanceof LossOp loss ? all.ofLoss(loss) : all.pass(op);
    }
    return slope;
  }

  private void moves(Tensor tensor, float[] speed) {
    speeds.put(tensor.storage(), speed);
    moving.put(tensor.storage(), tensor);
  }

  private double pass(Op op) {
    List<Tensor> from = op.inputs().stream().filter(tensor -> moving.containsKey(tensor.storage()))
        .map(tensor -> moving.get(tensor.storage())).distinct().toList();
    if (from.isEmpty()) {
      return 0;
    }
    List<Tensor> to = Miniature.outputs(op);
    double unit = unit(from);
    List<double[]> chosen = differences(op, from, to, STEPS[0] * unit);
    int steps = op.hasCorners() ? STEPS.length : SMOOTH;
    for (int step = 1; step < steps; step++) {
      double shorter = STEPS[step] * unit;
      List<double[]> next = differences(op, from, to, shorter);
      for (int i = 0; i < to.size(); i++) {
        choose(chosen.get(i), next.get(i), to.get(i).values(), adds(op) ? largest(to.get(i).values()) : 0, shorter);
      }
    }
    for (int i = 0; i < to.size(); i++) {
      moves(to.get(i), floats(chosen.get(i)));
    }
    return 0;
  }

  /** Perturbs all inputs at once, since a loss may also read probabilities computed before. */
  private double ofLoss(LossOp loss) {
    List<Tensor> from = new ArrayList<>(moving.values());
    double unit = unit(from);
    double slope = total(loss, from, STEPS[0] * unit);
    for (int step = 1; step < (loss.hasCorners() ? STEPS.length : SMOOTH); step++) {
      double shorter = STEPS[step] * unit;
      slope = chosen(slope, total(loss, from, shorter), loss.total(), shorter);
    }
    return slope;
  }

  private double total(LossOp loss, List<Tensor> from, double step) {
    return fivePoints(step, at -> {
      run(loss, from, at);
      return new double[] {loss.total()};
    }, () -> run(loss, from, 0))[0];
  }

  private List<double[]> differences(Op op, List<Tensor> from, List<Tensor> to, double step) {
    double[] all = fivePoints(step, at -> {
      run(op, from, at);
      return to.stream().flatMapToDouble(OpByOp::numbers).toArray();
    }, () -> run(op, from, 0));
    List<double[]> each = new ArrayList<>();
    int first = 0;
    for (Tensor tensor : to) {
      each.add(Arrays.copyOfRange(all, first, first + tensor.count()));
      first += tensor.count();
    }
    return each;
  }

  private static DoubleStream numbers(Tensor tensor) {
    double[] numbers = new double[tensor.count()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = tensor.values()[i];
    }
    return Arrays.stream(numbers);
  }

  private interface Run {
    double[] at(double moved);
  }

  /** (8·(f(h) − f(−h)) − f(2h) + f(−2h)) / 12h. */
  private static double[] fivePoints(double step, Run run, Runnable back) {
    double[] up = run.at(step);
    double[] down = run.at(-step);
    double[] farUp = run.at(2 * step);
    double[] farDown = run.at(-2 * step);
    back.run();
    double[] slopes = new double[up.length];
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = (8 * (up[i] - down[i]) - farUp[i] + farDown[i]) / (12 * step);
    }
    return slopes;
  }

  /** Runs an op with inputs perturbed along their tangents, then restores them. */
  private void run(Op op, List<Tensor> from, double moved) {
    List<float[]> before = from.stream().map(tensor -> tensor.values().clone()).toList();
    for (int t = 0; t < from.size() && moved != 0; t++) {
      float[] values = from.get(t).values();
      float[] speed = speeds.get(from.get(t).storage());
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (values[i] + moved * speed[i]);
      }
    }
    op.forward(slopes.plan().mode());
    for (int t = 0; t < from.size(); t++) {
      System.arraycopy(before.get(t), 0, from.get(t).values(), 0, before.get(t).length);
    }
  }

  /** Step unit: the largest change equals the largest value, or 1 if all are zero. */
  private double unit(List<Tensor> from) {
    return from.stream().mapToDouble(tensor -> {
      double size = largest(tensor.values());
      return (size == 0 ? 1 : size) / largest(speeds.get(tensor.storage()));
    }).filter(Double::isFinite).min().orElse(1);
  }

  private static double largest(float[] numbers) {
    double largest = 0;
    for (float number : numbers) {
      largest = Math.max(largest, Math.abs(number));
    }
    return largest;
  }

  /** Whether its outputs are sums, with possible cancellation. */
  private static boolean adds(Op op) {
    return op.rectifies() && !(op instanceof Relu);
  }

  /** @param sums magnitude of the summands */
  private static void choose(double[] wide, double[] narrow, float[] values, double sums, double step) {
    for (int i = 0; i < wide.length; i++) {
      wide[i] = chosen(wide[i], narrow[i], Math.max(sums, Math.abs(values[i])), step);
    }
  }

  /** Derivative of the longer step, which has less rounding error, unless the shorter differs by more than its own. */
  private static double chosen(double wide, double narrow, double value, double step) {
    double noise = ROUNDING * Math.abs(value) / step;
    return Math.abs(wide - narrow) <= SAME * Math.abs(wide) + noise ? wide : narrow;
  }

  private static float[] floats(double[] numbers) {
    float[] floats = new float[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      floats[i] = (float) numbers[i];
    }
    return floats;
  }
}
