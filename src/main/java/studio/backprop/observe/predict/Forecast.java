package studio.backprop.observe.predict;

import java.util.Arrays;
import studio.backprop.data.DataProblem;
import studio.backprop.data.PreparedData;
import studio.backprop.data.SequenceSettings;
import studio.backprop.text.Message;

/** Autoregressive forecast of a series: the value {@code horizon} steps after each window of known values, then of predicted ones. */
public final class Forecast {
  private Forecast() {}

  /**
   * Next values in the original unit, in double precision.
   *
   * @param data training data, for windows and scaling
   * @param known values in order
   * @throws DataProblem if they are shorter than a window
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
