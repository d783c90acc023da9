package studio.backprop.train.regime;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import studio.backprop.plan.Parameters;
import studio.backprop.train.record.KeptState;

/** Weights of an agent's best greedy evaluation and, once they are restored after training, the last ones. */
final class BestPolicyWeights {
  private final Parameters parameters;
  private final float[][] best;
  private final float[][] last;
  private double bestMean = Double.NaN;
  private int epoch;
  private boolean ended;

  BestPolicyWeights(Parameters parameters) {
    this.parameters = parameters;
    this.best = parameters.room();
    this.last = parameters.room();
  }

  /** Keeps the current weights if none were better. @param mean return of the evaluation @param epochs completed */
  void offer(double mean, int epochs) {
    if (!(mean < bestMean)) {
      bestMean = mean;
      epoch = epochs;
      parameters.copyTo(best);
    }
  }

  void goOn() {
    ended = false;
  }

  /** Restores the best weights. @return whether there are any */
  boolean take() {
    if (epoch == 0) {
      return false;
    }
    parameters.copyTo(last);
    ended = true;
    parameters.set(best);
    return true;
  }

  /** Epoch of the best weights; empty if none. */
  OptionalInt epoch() {
    return epoch == 0 ? OptionalInt.empty() : OptionalInt.of(epoch);
  }

  /** Measurement with the last weights; empty unless the best ones were restored. */
  OptionalDouble byLast(DoubleSupplier measured) {
    if (!ended) {
      return OptionalDouble.empty();
    }
    float[][] now = parameters.room();
    parameters.copyTo(now);
    parameters.set(last);
    double found = measured.getAsDouble();
    parameters.set(now);
    return OptionalDouble.of(found);
  }

  /** Format of the state: the number of weights. */
  String form() {
    return Arrays.stream(best).map(array -> String.valueOf(array.length)).collect(Collectors.joining(" "));
  }

  void write(KeptState.Writer to) {
    to.put(bestMean);
    to.put(epoch);
    for (float[] array : best) {
      to.own(array.clone());
    }
  }

  void read(KeptState.Reader from) {
    bestMean = from.number();
    epoch = (int) from.number();
    for (float[] array : best) {
      System.arraycopy(from.own(), 0, array, 0, array.length);
    }
  }
}
