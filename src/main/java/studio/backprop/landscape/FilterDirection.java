package studio.backprop.landscape;

import java.util.Arrays;
import java.util.SplittableRandom;
import studio.backprop.landscape.WeightLayout.Span;
import studio.backprop.layer.ParameterSpec;
import studio.backprop.layer.ParameterSpec.Role;
import studio.backprop.tensor.Init;

/**
 * Filter-normalized random directions (Li, Xu, Taylor, Studer and Goldstein 2018, "Visualizing the Loss Landscape of Neural Nets"):
 * standard normal, the part of each unit or filter scaled to the norm of its weights. Zero for biases and for scales and shifts of
 * normalizations. Invariant to rescaling between ReLU layers.
 */
final class FilterDirection {
  private final WeightLayout layout;
  private final float[] at;

  /** @param at weights for the normalization */
  FilterDirection(WeightLayout layout, float[] at) {
    this.layout = layout;
    this.at = at;
  }

  double[] draw(SplittableRandom random) {
    double[] direction = new double[layout.count()];
    for (Span span : layout.spans()) {
      if (span.spec().role().penalized()) {
        for (int i = 0; i < span.count(); i++) {
          direction[span.from() + i] = Init.gaussian(random);
        }
        scale(direction, span);
      }
    }
    return direction;
  }

  /** Scales each unit's part to the norm of its weights. */
  private void scale(double[] direction, Span span) {
    int rows = span.spec().rows();
    int width = Math.toIntExact(span.spec().shape().count());
    boolean columns = unitsAreColumns(span.spec());
    for (int unit = 0; unit < (columns ? width : rows); unit++) {
      int from = span.from() + (columns ? unit : unit * width);
      scale(direction, from, columns ? width : 1, columns ? rows : width);
    }
  }

  private void scale(double[] direction, int from, int stride, int count) {
    double own = 0;
    double drawn = 0;
    for (int i = 0; i < count; i++) {
      int place = from + i * stride;
      own += (double) at[place] * at[place];
      drawn += direction[place] * direction[place];
    }
    double factor = drawn == 0 ? 0 : Math.sqrt(own / drawn);
    for (int i = 0; i < count; i++) {
      direction[from + i * stride] *= factor;
    }
  }

  /** Dense weights are [inputs × units]; others have a row per filter, gate or token. */
  private static boolean unitsAreColumns(ParameterSpec spec) {
    return spec.role() == Role.WEIGHT && spec.name().equals("weight") && spec.shape().rank() == 1;
  }

  /** Whether two directions are collinear, as with units of a single weight. */
  static boolean parallel(double[] first, double[] second) {
    double ff = 0;
    double ss = 0;
    double fs = 0;
    for (int i = 0; i < first.length; i++) {
      ff += first[i] * first[i];
      ss += second[i] * second[i];
      fs += first[i] * second[i];
    }
    return fs * fs >= ff * ss * (1 - 1e-9);
  }

  static boolean zero(double[] direction) {
    return Arrays.stream(direction).allMatch(part -> part == 0);
  }
}
