package studio.backprop.ui.lens;

import java.util.Set;
import java.util.stream.IntStream;
import studio.backprop.op.BinaryCrossEntropy;
import studio.backprop.op.BinaryCrossEntropyLogits;
import studio.backprop.op.CrossEntropyLogits;
import studio.backprop.op.Hinge;
import studio.backprop.op.Huber;
import studio.backprop.op.KlDivergence;
import studio.backprop.op.MeanAbsoluteError;
import studio.backprop.ui.kit.Numbers;

/**
 * What one number costs, written out with its values, as its rule is found in textbooks.
 *
 * @param kind of the loss
 * @param delta where Huber's loss turns straight
 */
record LossFormula(Class<?> kind, double delta) {
  /** Losses that are −ln of the share of what is right; their slope back through softmax or sigmoid is foretold minus right. */
  private static final Set<Class<?>> ENTROPIES = Set.of(CrossEntropyLogits.class, BinaryCrossEntropyLogits.class, BinaryCrossEntropy.class);
  private static final double SURE = 1 - 1e-6;
  /** Of a share so near to 1 more digits are needed: what it lacks is what it costs. */
  private static final double NEARLY = 0.99;

  /** Whether it compares shares of classes: then its cost is the surprise at what is right. */
  boolean comparesShares() {
    return ENTROPIES.contains(kind) || kind == KlDivergence.class;
  }

  /** Whether the slope is that back to a sum before a softmax or sigmoid, which the loss reads past. */
  boolean readsPast() {
    return ENTROPIES.contains(kind);
  }

  /** What the foretold number should be: of a hinge the side of the line, 1 or −1. */
  float wanted(float target) {
    return kind != Hinge.class ? target : target > 0 ? 1 : -1;
  }

  /** @param right what the class is called whose share this is */
  static String surprise(String right, double share, Numbers digits) {
    return "−ln p(" + right + ") = −ln " + digits.significant(share, share > NEARLY ? 8 : 4) + " = " + digits.significant(-Math.log(share), 4);
  }

  /** The cost of shares p where shares t are right; null where one class alone is right, which a {@link #surprise} tells. */
  static String divergence(float[] p, float[] t, int from, int width, Numbers digits) {
    if (IntStream.range(from, from + width).anyMatch(at -> t[at] > SURE)) {
      return null;
    }
    double sum = IntStream.range(from, from + width).filter(at -> t[at] > 0).mapToDouble(at -> t[at] * Math.log(t[at] / p[at])).sum();
    return "Σ t · ln(t ⁄ p) = " + digits.significant(sum, 4);
  }

  /** The cost of a number p where t is right. */
  String of(float p, float t, Numbers digits) {
    double error = p - t;
    String written = digits.significant(error, 4);
    if (kind == Hinge.class) {
      String product = held(wanted(t), digits) + " · " + held(p, digits);
      return "max(0, 1 − t · p) = max(0, 1 − " + product + ") = " + digits.significant(Math.max(0, 1 - wanted(t) * p), 4);
    }
    if (kind == MeanAbsoluteError.class) {
      return "|p − t| = |" + written + "| = " + digits.significant(Math.abs(error), 4);
    }
    if (kind == Huber.class && Math.abs(error) > delta) {
      String straight = digits.significant(delta, 4) + " · (" + digits.significant(Math.abs(error), 4) + " − " + digits.significant(delta / 2, 4) + ")";
      return "δ · (|p − t| − δ ⁄ 2) = " + straight + " = " + digits.significant(delta * (Math.abs(error) - delta / 2), 4);
    }
    double half = kind == Huber.class ? 0.5 : 1;
    String before = kind == Huber.class ? "½ · " : "";
    return before + "(p − t)² = " + before + held(error, digits) + "² = " + digits.significant(half * error * error, 4);
  }

  private static String held(double number, Numbers digits) {
    String written = digits.significant(number, 4);
    return number < 0 ? "(" + written + ")" : written;
  }
}
