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
 * The slope of the loss along one number by differences of each op in turn, still without any backward pass: how fast the numbers before an
 * op move tells how fast those after it do. The step is chosen anew at each op, as large as its numbers are, so that a slope far below the
 * rounding of the loss is not lost in it. Where a long and a short step disagree, as beside the corner of a ReLU, the short one decides.
 */
final class OpByOp {
  /** Parts of the largest number that an op reads, the longest first. */
  private static final double[] STEPS = {0.03, 0.006, 0.001, 1e-4, 1e-5};
  /** As many serve an op whose slope jumps nowhere. */
  private static final int SMOOTH = 3;

  private static final double SAME = 1e-3;
  /** What the sums of an op may be rounded by. */
  private static final double ROUNDING = 3e-7;

  private final Slopes slopes;
  /** How fast numbers move when the one in question moves by one. */
  private final Map<Storage, float[]> speeds = new IdentityHashMap<>();
  private final Map<Storage, Tensor> moving = new IdentityHashMap<>();

  private OpByOp(Slopes slopes) {
    this.slopes = slopes;
  }

  /** Of a parameter or a number of the data. Leaves all numbers of the plan as they were. */
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

  /** A loss may read what was computed before beside its inputs: probabilities beside logits. So all moves at once. */
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

  /** Runs an op with the numbers before it moved along their speeds, and puts these back. */
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

  /** So far that the fastest number moves by as much as the largest of its kind, or by one where all are zero. */
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

  /** Whether its numbers are sums, which may be rounded by more than what is left of them. */
  private static boolean adds(Op op) {
    return op.rectifies() && !(op instanceof Relu);
  }

  /** @param sums how large the numbers are that were added up */
  private static void choose(double[] wide, double[] narrow, float[] values, double sums, double step) {
    for (int i = 0; i < wide.length; i++) {
      wide[i] = chosen(wide[i], narrow[i], Math.max(sums, Math.abs(values[i])), step);
    }
  }

  /**
   * The longer step is rounded less; where the shorter one says otherwise, and not by its rounding, something bends or breaks off in
   * between.
   */
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
