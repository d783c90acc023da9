package studio.backprop.op;

import java.util.List;

/**
 * How much the answers of each class count in a loss.
 *
 * @param byClass a weight above 0 for each class; empty where all answers count alike
 * @param oneHot whether the target has a number for each class, and not one that tells two classes apart
 */
public record ClassWeights(List<Double> byClass, boolean oneHot) {
  /** All answers count alike. */
  public static final ClassWeights NONE = new ClassWeights(List.of(), false);

  public ClassWeights {
    byClass = List.copyOf(byClass);
    for (double weight : byClass) {
      if (!(weight > 0)) {
        throw new IllegalArgumentException("a class weight must be above 0, but was " + weight);
      }
    }
  }

  /** Whether some answers may count more than others. */
  public boolean weigh() {
    return !byClass.isEmpty();
  }

  /** The weights as losses read them. */
  double[] values() {
    return byClass.stream().mapToDouble(weight -> weight).toArray();
  }
}
