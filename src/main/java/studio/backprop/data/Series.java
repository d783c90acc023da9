package studio.backprop.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;

/**
 * Time series, and its sliding windows as examples: row {@code r} knows the values {@code r} to {@code r + lags − 1} and is asked for the
 * value {@code horizon} steps after the last of them. Values are kept as float32 from an origin, see {@link ColumnOrigin}. Immutable.
 */
public final class Series implements Content {
  /** What the times count. */
  public enum Clock {
    STEPS,
    YEARS,
    /** Since 1970. */
    DAYS
  }

  private final double origin;
  /** From the origin. */
  private final float[] values;
  private final double[] times;
  private final Clock clock;
  private final SequenceSettings windows;

  /** Takes the arrays over; a missing value is NaN. @param origin from which the values are counted */
  Series(double origin, float[] values, double[] times, Clock clock, SequenceSettings windows) {
    this.origin = origin;
    this.values = values;
    this.times = times;
    this.clock = clock;
    this.windows = windows;
  }

  /** Times are counted from 1. */
  static Series counted(double origin, float[] values, SequenceSettings windows) {
    double[] times = new double[values.length];
    Arrays.setAll(times, i -> i + 1);
    return new Series(origin, values, times, Clock.STEPS, windows);
  }

  /** How many values there are. */
  public int length() {
    return values.length;
  }

  /** Value after value as it was measured. */
  double[] values() {
    return IntStream.range(0, values.length).mapToDouble(this::value).toArray();
  }

  /** As it was measured, in double precision: a series may lie far from 0 and differ by little. */
  public double value(int index) {
    return origin + values[index];
  }

  public double time(int index) {
    return times[index];
  }

  public Clock clock() {
    return clock;
  }

  /** How the examples are cut out of it. */
  public SequenceSettings windows() {
    return windows;
  }

  /** Values that an example knows. */
  public int lags() {
    return windows.lags();
  }

  /** Which value is the answer to a row of the dataset. */
  public int answerTo(int row) {
    return row + windows.lags() + windows.horizon() - 1;
  }

  @Override
  public boolean isOrdered() {
    return true;
  }

  /** Examples that windows over so many values make. */
  static int rows(int length, SequenceSettings windows) {
    return length - windows.lags() - windows.horizon() + 1;
  }

  /**
   * One example for each place of the window.
   *
   * @param measure what was measured
   * @param notes what was left out or filled in
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
