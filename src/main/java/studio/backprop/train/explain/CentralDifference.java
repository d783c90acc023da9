package studio.backprop.train.explain;

import java.util.Arrays;
import studio.backprop.op.LossOp;
import studio.backprop.op.Op;
import studio.backprop.plan.Step;
import studio.backprop.tensor.Tensor;

/**
 * The slope of the loss along one number without any chain rule: (L(w + h) − L(w − h)) / 2h, with the whole network run forward twice. A
 * large h bends with the loss, a small one drowns in the rounding of floats, so several are tried, and the one is taken that agrees best with
 * the next smaller; the gradient of the backward pass has no say in it. Press et al. 2007, section 5.7.
 *
 * @param step h
 * @param above L(w + h)
 * @param below L(w − h)
 * @param slope their difference by 2h
 * @param gradient what the backward pass says
 * @param noise by how much the rounding of floats alone can change the slope
 */
public record CentralDifference(double step, double above, double below, double slope, double gradient, double noise) {
  private static final double[] STEPS = {0.1, 0.03, 0.01, 0.003, 0.001, 0.0003};
  private static final double TOLERANCE = 1e-2;

  /** |slope − gradient|, measured by the larger of both; 0 where both are 0. */
  public double difference() {
    double larger = Math.max(Math.abs(slope), Math.abs(gradient));
    return larger == 0 ? 0 : Math.abs(slope - gradient) / larger;
  }

  /** Whether they are the same as far as floats can tell. */
  public boolean agrees() {
    return difference() <= TOLERANCE || Math.abs(slope - gradient) <= noise;
  }

  /** Of a number that is an input or a parameter, so that nothing overwrites it on the way forward. */
  static CentralDifference of(Slopes slopes, Cell cell) {
    double gradient = slopes.gradient(cell);
    double size = Math.max(0.1, Math.abs(cell.value()));
    CentralDifference[] tried = Arrays.stream(STEPS).mapToObj(step -> at(slopes, cell, step * size, gradient)).toArray(CentralDifference[]::new);
    int best = 0;
    for (int i = 1; i + 1 < tried.length; i++) {
      best = apart(tried, i) < apart(tried, best) ? i : best;
    }
    slopes.forward();
    return tried[best];
  }

  /** How far a slope and the next are apart, and how far rounding may have led both astray. */
  private static double apart(CentralDifference[] tried, int i) {
    return Math.abs(tried[i].slope - tried[i + 1].slope) + tried[i].noise;
  }

  private static CentralDifference at(Slopes slopes, Cell cell, double step, double gradient) {
    float[] values = cell.tensor().values();
    int at = cell.at();
    float before = values[at];
    float up = (float) (before + step);
    float down = (float) (before - step);
    int from = slopes.maker(cell.tensor()) + 1;
    double above = loss(slopes, values, at, up, from);
    double below = loss(slopes, values, at, down, from);
    values[at] = before;
    double width = (double) up - down;
    double rounding = Math.ulp((float) Math.max(Math.abs(above), Math.abs(below)));
    return new CentralDifference(step, above, below, (above - below) / width, gradient, 4 * rounding / width);
  }

  private static double loss(Slopes slopes, float[] values, int at, float value, int from) {
    values[at] = value;
    for (Step step : slopes.steps().subList(from, slopes.steps().size())) {
      step.op().forward(slopes.mode());
    }
    return precise(slopes);
  }

  /** The mean over the examples in double: the loss itself is rounded to a float. */
  private static double precise(Slopes slopes) {
    Op last = slopes.steps().get(slopes.steps().size() - 1).op();
    LossOp loss = (LossOp) last;
    Tensor each = loss.perExample();
    double sum = 0;
    int counted = 0;
    for (int row = 0; row < each.rows(); row++) {
      int known = loss.counted(row);
      sum += (double) each.get(row, 0) * known;
      counted += known;
    }
    return counted == 0 ? 0 : sum / counted;
  }
}
