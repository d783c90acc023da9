package studio.backprop.ui.designer;

import java.util.Optional;
import java.util.stream.IntStream;
import studio.backprop.layer.Loss;
import studio.backprop.ui.kit.Numbers;

/** What one example costs, with its own numbers put into the formula: −ln 0.8566. */
final class LossFormula {
  private static final int DIGITS = 4;
  /** So near to 1 the logarithm lives in the last digits. */
  private static final int MOST_DIGITS = 8;
  private static final double NEAR_ONE = 0.999;
  private static final double HALF = 0.5;

  private LossFormula() {}

  /** The left side of the formula; empty where one line cannot say it. */
  static Optional<String> of(Loss loss, float[] prediction, float[] target, Numbers numbers) {
    return switch (loss) {
      case CROSS_ENTROPY -> only(target).map(right -> "−ln " + share(prediction[right], numbers));
      case BINARY_CROSS_ENTROPY -> prediction.length > 1
          ? Optional.empty()
          : Optional.of("−ln " + share(target[0] > HALF ? prediction[0] : 1 - prediction[0], numbers));
      case MSE -> difference(prediction, target, "(", ")²", numbers);
      case MAE -> difference(prediction, target, "|", "|", numbers);
      case HUBER, HINGE, KL_DIVERGENCE -> Optional.empty();
    };
  }

  private static Optional<String> difference(float[] prediction, float[] target, String before, String after, Numbers numbers) {
    if (prediction.length > 1) {
      return Optional.empty();
    }
    String right = numbers.significant(Math.abs(target[0]), DIGITS - 1);
    return Optional.of(before + numbers.significant(prediction[0], DIGITS - 1) + (target[0] < 0 ? " + " : " − ") + right + after);
  }

  private static String share(double p, Numbers numbers) {
    return numbers.significant(p, p > NEAR_ONE ? MOST_DIGITS : DIGITS);
  }

  /** The right class; none where there are several, as for the nodes of a graph or the letters of a text: there the loss is a mean. */
  private static Optional<Integer> only(float[] target) {
    int[] right = IntStream.range(0, target.length).filter(i -> target[i] > 0).limit(2).toArray();
    return right.length == 1 ? Optional.of(right[0]) : Optional.empty();
  }
}
