package studio.backprop.observe.predict;

import java.util.Arrays;
import studio.backprop.data.DataProblem;
import studio.backprop.data.PreparedData;
import studio.backprop.data.SequenceSettings;
import studio.backprop.text.Message;

/**
 * How a series goes on: the value {@code horizon} steps after each window that ends in the known values, and after these are used up,
 * in values that were foretold before.
 */
public final class Forecast {
  private Forecast() {}

  /**
   * The next values, in the unit they were measured in; in double precision, as they may lie far from 0 and differ by little.
   *
   * @param data what the network learned from, whose windows and scaling are used
   * @param known values in order, the last one is that of now
   * @throws DataProblem if they do not fill a window
   */
  public static double[] after(double[] known, int steps, PreparedData data, Predictor predictor) throws DataProblem {
    SequenceSettings windows = data.dataset().series().orElseThrow().windows();
    int lags = windows.lags();
    int least = lags + windows.horizon() - 1;
    if (known.length < least) {
      throw new DataProblem(Message.of("data.problem.few-values", known.length, least));
    }
    double[] values = Arrays.copyOf(known, known.length + steps);
    for (int next = known.length; next < values.length; next++) {
      int first = next - windows.horizon() - lags + 1;
      float[] window = new float[lags];
      for (int lag = 0; lag < lags; lag++) {
        window[lag] = data.inputScaler().scaleMeasured(lag, values[first + lag]);
      }
      values[next] = data.targetScaler().unscaleExactly(0, predictor.predict(window, 1)[0]);
    }
    return Arrays.copyOfRange(values, known.length, values.length);
  }
}
