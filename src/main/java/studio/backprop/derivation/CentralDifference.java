package studio.backprop.derivation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import studio.backprop.op.LossOp;
import studio.backprop.op.Op;
import studio.backprop.plan.Step;
import studio.backprop.tensor.Tensor;

/**
 * Central difference of the loss along one element, for gradient checking: (L(w + h) − L(w − h)) / 2h. Truncation error grows with h,
 * rounding error with 1 / h; of several h, with Richardson extrapolation, the one with the least estimated error is used. Near a kink, a
 * smaller h without one, or the smallest that rounding allows. Independent of the backward pass. Press et al. 2007, section 5.7; noise:
 * Moré and Wild 2011. Immutable.
 *
 * @param step h
 * @param above L(w + h), summed in double
 * @param below L(w − h)
 * @param plain their difference / 2h
 * @param slope after Richardson extrapolation
 * @param gradient of the backward pass
 * @param noise error of the slope by float rounding
 * @param fine slope by {@link OpByOp}, if the relative difference exceeds 1e-3
 * @param corners nodes with a kink between both points, as a ReLU at zero
 */
public record CentralDifference(
    double step, double above, double below, double plain, double slope, double gradient, double noise, OptionalDouble fine,
    List<Integer> corners) {
  /** Result of the comparison. */
  public enum Verdict {
    AGREES,
    /** Below the rounding error of the loss, see {@link #noise}. */
    TOO_SMALL,
    /** Kink, see {@link #corners}. */
    CORNER,
    DISAGREES
  }

  private static final int SAMPLES = 8;
  private static final double[] STEPS = {0.3, 0.1, 0.03, 0.01, 0.003, 0.001, 0.0003, 0.0001};
  /** Approximate number of passes: gradient, noise, steps both ways, kinks. */
  static final int PASSES = 2 + SAMPLES + 2 * STEPS.length + 2;
  private static final double TOLERANCE = 1e-2;
  /** Relative difference above which {@link OpByOp} is evaluated. */
  private static final double CLOSE = 1e-3;
  /** Relative distance of points for the noise estimate. */
  private static final double NOISE_DISTANCE = 1e-4;

  /** Largest relative noise of a significant slope. */
  private static final double CLEAR = 3e-3;

  /** Variance of a fourth difference of noise, 8! / (4!)², relative to that of the noise. */
  private static final double FOURTH = 70;

  /** Relative change of a slope that counts as a jump. */
  private static final double JUMP = 0.1;

  public CentralDifference {
    corners = List.copyOf(corners);
  }

  /** |slope − gradient| / max(|slope|, |gradient|); 0 if both are 0. */
  public double difference() {
    double larger = Math.max(Math.abs(slope), Math.abs(gradient));
    return larger == 0 ? 0 : Math.abs(slope - gradient) / larger;
  }

  /** The same of {@link #fine}. */
  public double fineDifference() {
    double larger = Math.max(Math.abs(fine.orElse(gradient)), Math.abs(gradient));
    return larger == 0 ? 0 : Math.abs(fine.orElse(gradient) - gradient) / larger;
  }

  public Verdict verdict() {
    if (difference() <= TOLERANCE) {
      return Verdict.AGREES;
    }
    if (Math.abs(slope - gradient) <= noise) {
      return Verdict.TOO_SMALL;
    }
    return corners.isEmpty() ? Verdict.DISAGREES : Verdict.CORNER;
  }

  /** Whether they agree within float precision. */
  public boolean agrees() {
    return verdict() == Verdict.AGREES || verdict() == Verdict.TOO_SMALL;
  }

  /** @param cell of an input or parameter */
  static CentralDifference of(Slopes slopes, Cell cell) {
    CentralDifference found = ofLoss(slopes, cell);
    return found.difference() <= CLOSE ? found : found.with(OpByOp.slope(slopes, cell));
  }

  private static CentralDifference ofLoss(Slopes slopes, Cell cell) {
    double gradient = slopes.gradient(cell);
    double size = Math.max(0.1, Math.abs(cell.value()));
    int first = slopes.plan().firstReader(cell.tensor());
    DoubleUnaryOperator loss = to -> loss(slopes, cell, (float) to, first);
    float before = cell.value();
    try {
      double noise = noise(loss, before, NOISE_DISTANCE * size);
      CentralDifference[] bent =
          Arrays.stream(STEPS).mapToObj(step -> at(loss, before, step * size, gradient, noise)).toArray(CentralDifference[]::new);
      CentralDifference[] tried = IntStream.range(0, bent.length)
          .mapToObj(i -> i == 0 || i == bent.length - 1 ? bent[i] : bent[i].straightened(bent[i - 1], bent[i + 1]))
              .toArray(CentralDifference[]::new);
      int best = IntStream.range(1, tried.length).boxed().min((i, j) -> Double.compare(apart(tried, i), apart(tried, j))).orElseThrow();
      return aside(tried, best, i -> corners(slopes, loss, before, tried[i].step));
    } finally {
      cell.tensor().values()[cell.at()] = before;
      slopes.plan().settle(first);
    }
  }

  /** The best one, or one with a smaller step without kinks. */
  private static CentralDifference aside(CentralDifference[] tried, int best, IntFunction<List<Integer>> corners) {
    CentralDifference found = tried[best].with(corners.apply(best), tried[best].slope);
    for (int i = best + 1; i < tried.length && !found.corners.isEmpty() && tried[i].noise <= CLEAR * Math.abs(tried[i].plain); i++) {
      found = tried[i].with(corners.apply(i), tried[i].plain);
    }
    return found;
  }

  private CentralDifference with(double opByOp) {
    return new CentralDifference(step, above, below, plain, slope, gradient, noise, OptionalDouble.of(opByOp), corners);
  }

  private CentralDifference with(List<Integer> met, double taken) {
    return new CentralDifference(step, above, below, plain, taken, gradient, noise, fine, met);
  }

  /** Richardson extrapolation: the truncation error grows with h²; a third step verifies it. */
  private CentralDifference straightened(CentralDifference wider, CentralDifference narrower) {
    double bend = (plain - wider.plain) / (Math.pow(wider.step / step, 2) - 1);
    double foreseen = plain + bend * (1 - Math.pow(narrower.step / step, 2));
    boolean smooth = Math.abs(foreseen - narrower.plain) < Math.abs(plain - narrower.plain);
    return smooth ? new CentralDifference(step, above, below, plain, plain + bend, gradient, noise, fine, corners) : this;
  }

  /** Estimated error: remaining truncation error, O(h⁴), and rounding. */
  private static double apart(CentralDifference[] tried, int i) {
    double longer = tried[i - 1].step / tried[i].step;
    return Math.abs(tried[i - 1].slope - tried[i].slope) / (Math.pow(longer, 4) - 1) + tried[i].noise;
  }

  private static CentralDifference at(DoubleUnaryOperator loss, float before, double step, double gradient, double noise) {
    float up = (float) (before + step);
    float down = (float) (before - step);
    double above = loss.applyAsDouble(up);
    double below = loss.applyAsDouble(down);
    double width = (double) up - down;
    double plain = (above - below) / width;
    return new CentralDifference(step, above, below, plain, plain, gradient, noise / width, OptionalDouble.empty(), List.of());
  }

  /** Rounding noise of the loss, from fourth differences. */
  private static double noise(DoubleUnaryOperator loss, float before, double apart) {
    double[] row = IntStream.range(0, SAMPLES).mapToDouble(i -> loss.applyAsDouble(before + (i - SAMPLES / 2) * apart)).toArray();
    double largest = Arrays.stream(row).map(Math::abs).max().orElse(0);
    double squares = 0;
    for (int i = 0; i + 4 < SAMPLES; i++) {
      double fourth = row[i] - 4 * row[i + 1] + 6 * row[i + 2] - 4 * row[i + 3] + row[i + 4];
      squares += fourth * fourth;
    }
    return 4 * Math.sqrt(squares / (SAMPLES - 4) / FOURTH) + Math.ulp((float) largest) / 2;
  }

  private static double loss(Slopes slopes, Cell cell, float value, int first) {
    cell.tensor().values()[cell.at()] = value;
    slopes.plan().forward(first);
    return ((LossOp) slopes.plan().steps().get(slopes.plan().steps().size() - 1).op()).total();
  }

  /** Nodes whose slopes jump between both points. */
  private static List<Integer> corners(Slopes slopes, DoubleUnaryOperator loss, float before, double step) {
    List<Step> bent = slopes.plan().steps().stream().filter(at -> at.goesBack() && at.op().hasCorners()).toList();
    List<float[]> sides = new ArrayList<>();
    for (double side : new double[] {step, -step}) {
      loss.applyAsDouble(before + side);
      bent.forEach(at -> sides.add(sides(at.op())));
    }
    return IntStream.range(0, bent.size()).filter(i -> jumps(sides.get(i), sides.get(bent.size() + i)))
        .mapToObj(i -> bent.get(i).node()).distinct().toList();
  }

  /** Values that jump with the op's slopes: its active outputs, or else its gradients. */
  private static float[] sides(Op op) {
    Tensor input = op.inputs().get(0);
    if (op.rectifies() || op.jumps() || !input.hasGrad()) {
      float[] through = op.output().values().clone();
      for (int i = 0; i < through.length; i++) {
        through[i] = Math.signum(through[i]);
      }
      return through;
    }
    op.inputs().stream().filter(Tensor::hasGrad).forEach(Tensor::zeroGrad);
    Arrays.fill(op.output().grads(), 1);
    op.backward();
    return input.grads().clone();
  }

  private static boolean jumps(float[] one, float[] other) {
    return IntStream.range(0, one.length)
        .anyMatch(i -> Math.abs(one[i] - other[i]) > JUMP * Math.max(Math.abs(one[i]), Math.abs(other[i])));
  }
}
