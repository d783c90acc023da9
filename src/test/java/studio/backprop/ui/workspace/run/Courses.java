package studio.backprop.ui.workspace.run;

import java.util.function.DoubleUnaryOperator;
import studio.backprop.run.Run;
import studio.backprop.train.metric.Metric;
import studio.backprop.train.metric.Metrics;
import studio.backprop.train.metric.Quantity;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.ui.kit.Smoothing;

/** Runs that nobody has trained, for tests of what is shown of them. */
public final class Courses {
  private Courses() {}

  /** @param loss of each step, counted from 1 */
  public static RunHistory of(int steps, DoubleUnaryOperator loss) {
    return of(steps, loss, new Smoothing(0.94));
  }

  /** The same, smoothed in some way. */
  public static RunHistory of(int steps, DoubleUnaryOperator loss, Smoothing smoothing) {
    RunHistory history = RunHistory.none(smoothing);
    double[] row = new double[Run.NORMS];
    for (int step = 1; step <= steps; step++) {
      row[Run.STEP] = step;
      row[history.column(Quantity.batch(Metric.LOSS))] = loss.applyAsDouble(step);
      row[history.column(Quantity.batch(Metric.ACCURACY))] = 0.5;
      row[history.column(Quantity.RATE)] = 0.01;
      history.add(row, 0);
    }
    return history;
  }

  /** Adds epochs of one step with these validation losses. */
  public static RunHistory withEpochs(RunHistory history, double... validationLosses) {
    for (double loss : validationLosses) {
      int epoch = history.epochs().size() + 1;
      history.add(new EpochRecord(epoch, epoch, Metrics.NONE, new Metrics(loss, 1 - loss, Double.NaN, Double.NaN), 0.01));
    }
    return history;
  }
}
