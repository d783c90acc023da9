package studio.backprop.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;

/**
 * Time series, with its sliding windows as examples: row {@code r} has the values {@code r} to {@code r + lags − 1} as inputs and the value
 * {@code horizon} steps later as target. Stored as float32 offsets, see {@link ColumnOrigin}. Immutable.
 */
public final class Series implements Content {
  /** Unit of the times. */
  public enum Clock {
    STEPS,
    YEARS,
    /** Since 1970. */
    DAYS
  }

  private final double origin;
  /** Relative to the origin. */
  private final float[] values;
  private final double[] times;
  private final Clock clock;
  private final SequenceSettings windows;

  /** Takes ownership of the arrays; missing values are NaN. @param origin offset of the values */
  Series(double origin, float[] values, double[] times, Clock clock, SequenceSettings windows) {
    this.origin = origin;
    this.values = values;
    this.times = times;
    this.clock = clock;
    this.windows = windows;
  }

  /** With times 1, 2, 3, …. */
  static Series counted(double origin, float[] values, SequenceSettings windows) {
    double[] times = new double[values.length];
    Arrays.setAll(times, i -> i + 1);
    return new Series(origin, values, times, Clock.STEPS, windows);
  }

  public int length() {
    return values.length;
  }

  /** Values in original units. */
  double[] values() {
    return IntStream.range(0, values.length).mapToDouble(this::value).toArray();
  }

  /** Value in original units, in double precision: a series may have a large mean and a small variance. */
  public double value(int index) {
    return origin + values[index];
  }

  public double time(int index) {
    return times[index];
  }

  public Clock clock() {
    return clock;
  }

  public SequenceSettings windows() {
    return windows;
  }

  public int lags() {
    return windows.lags();
  }

  /** Index of the target value of a row. */
  public int answerTo(int row) {
    return row + windows.lags() + windows.horizon() - 1;
  }

  @Override
  public boolean isOrdered() {
    return true;
  }

  static int rows(int length, SequenceSettings windows) {
    return length - windows.lags() - windows.horizon() + 1;
  }

  /**
   * One example per window.
   *
   * @param measure name of the quantity
   * @throws DataProblem if the series is shorter than a few windows
   */
  Dataset examples(String name, String measure, List<Message> notes) throws DataProblem {
    int lags = windows.lags();
    int rows = rows(values.length, windows);
    if (rows < DataSettings.LEAST_POINTS) {
      throw DataProblem.of("data.problem.series-too-short", name, values.length, lags, windows.horizon());
    }
    float[] inputs = new float[Math.multiplyExact(rows, lags)];
    float[] answers = new float[rows];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(values, row, inputs, row * lags, lags);
      answers[row] = values[answerTo(row)];
    }
    Dataset.Description about =
        new Dataset.Description(name, Shape.of(lags, 1), Task.REGRESSION, features(lags, origin), measure, List.of(), 0, 0, notes);
    return new Dataset(about.of(this), inputs, answers, origin);
  }

  private static List<Feature> features(int lags, double origin) {
    List<Feature> features = new ArrayList<>();
    for (int back = lags - 1; back > 0; back--) {
      features.add(new Feature("t−" + back, "", origin));
    }
    features.add(new Feature("t", "", origin));
    return features;
  }
}
