package studio.backprop.landscape;

import java.util.Arrays;
import java.util.SplittableRandom;
import studio.backprop.landscape.WeightLayout.Span;
import studio.backprop.layer.ParameterSpec;
import studio.backprop.layer.ParameterSpec.Role;
import studio.backprop.tensor.Init;

/**
 * Random directions whose parts have the size of the weights that they move (Li, Xu, Taylor, Studer and Goldstein 2018, "Visualizing the
 * Loss Landscape of Neural Nets"): numbers of a standard normal distribution, the part of each unit or filter scaled to the norm of its own
 * weights. Biases, and the scales and shifts of norms, stay where they are. A ReLU network whose weights are ten times as large in one
 * layer and a tenth in the next is the same function: without this scaling, its valley would look ten times as flat.
 */
final class FilterDirection {
  private final WeightLayout layout;
  private final float[] at;

  /** @param at the weights by which it is scaled */
  FilterDirection(WeightLayout layout, float[] at) {
    this.layout = layout;
    this.at = at;
  }

  /** The next direction that a source gives. */
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

  /** The same direction with each unit's part at the norm of its own weights. */
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

  /** A dense layer's matrix has a row for each input and a column for each unit; elsewhere a row belongs to a filter, gate or token. */
  private static boolean unitsAreColumns(ParameterSpec spec) {
    return spec.role() == Role.WEIGHT && spec.name().equals("weight") && spec.shape().rank() == 1;
  }

  /** Whether two directions are the same or opposite, as of units with a single weight each. */
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

  /** Whether nothing moves along it. */
  static boolean zero(double[] direction) {
    return Arrays.stream(direction).allMatch(part -> part == 0);
  }
}
