package studio.backprop.op;

import java.util.List;

/**
 * Class weights of a loss.
 *
 * @param byClass positive weights; empty for uniform ones
 * @param oneHot whether the target is one-hot, instead of a single number for two classes
 */
public record ClassWeights(List<Double> byClass, boolean oneHot) {
  /** Uniform. */
  public static final ClassWeights NONE = new ClassWeights(List.of(), false);

  public ClassWeights {
    byClass = List.copyOf(byClass);
    for (double weight : byClass) {
      if (!(weight > 0)) {
        throw new IllegalArgumentException("a class weight must be above 0, but was " + weight);
      }
    }
  }

  /** Whether non-uniform. */
  public boolean weigh() {
    return !byClass.isEmpty();
  }

  double[] values() {
    return byClass.stream().mapToDouble(weight -> weight).toArray();
  }
}
