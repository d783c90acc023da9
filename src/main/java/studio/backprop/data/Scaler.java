package studio.backprop.data;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Feature scaling and its inverse: {@code scaled = (x − shift) / unit}, column by column. Fitted to training rows only, to avoid leakage.
 * Missing numbers (NaN) are imputed by the training mean. Numbers are read from the origin of their feature, as a dataset keeps them; the
 * way back is computed in double precision and adds it.
 */
public final class Scaler {
  /** Of numbers that lie so many deviations from 0, seven digits leave too little of what differs. */
  private static final int FAR = 1000;

  private final double[] origin;
  private final float[] shift;
  private final float[] unit;
  private final float[] mean;
  /** Columns of which nothing is read; none where there is no choice. */
  private final boolean[] silent;

  private Scaler(double[] origin, float[] shift, float[] unit, float[] mean, boolean[] silent) {
    this.origin = origin;
    this.shift = shift;
    this.unit = unit;
    this.mean = mean;
    this.silent = silent;
  }

  /** The same, but with every other column masked to 0. @param kept one for each column */
  Scaler keeping(boolean[] kept) {
    boolean[] others = new boolean[kept.length];
    for (int c = 0; c < kept.length; c++) {
      others[c] = !kept[c];
    }
    return new Scaler(origin, shift, unit, mean, others);
  }

  /**
   * For the inputs of these rows. All pixels of an image are treated alike, since a pixel that never changes has no spread of its own; so
   * are all values of a series, since an answer of today is an input of tomorrow. A graph stays as it is.
   */
  static Scaler ofInputs(Scaling scaling, Dataset dataset, int[] trainRows) {
    Statistics[] columns = new Statistics[dataset.width()];
    if (dataset.graph().isPresent()) {
      return of(Scaling.NONE, new double[columns.length],
          Arrays.stream(columns).map(column -> Statistics.of(new double[0])).toArray(Statistics[]::new));
    }
    if (dataset.isImages()) {
      Arrays.fill(columns, pixels(scaling, dataset, trainRows));
    } else if (dataset.series().isPresent()) {
      Arrays.fill(columns, known(dataset.series().get(), trainRows));
    } else {
      for (int column = 0; column < columns.length; column++) {
        columns[column] = Statistics.of(numbers(dataset, trainRows, column));
      }
    }
    // the number of a token is a name, not a size
    double[] origins = IntStream.range(0, columns.length).mapToDouble(dataset::origin).toArray();
    return of(dataset.text().isPresent() ? Scaling.NONE : scaling, origins, columns);
  }

  /** All values of a series that are known when the last of these rows, which are in order, is answered. */
  private static Statistics known(Series series, int[] trainRows) {
    int count = trainRows.length == 0 ? 0 : series.answerTo(trainRows[trainRows.length - 1]) + 1;
    return Statistics.of(IntStream.range(0, count).mapToDouble(series::value).filter(value -> !Double.isNaN(value)).toArray());
  }

  private static Statistics pixels(Scaling scaling, Dataset dataset, int[] trainRows) {
    if (scaling != Scaling.STANDARDIZE) {
      return new Statistics(0, 1, 0, dataset.about().largestPixel());
    }
    double[] sums = new double[3];
    for (int row : trainRows) {
      for (int place = 0; place < dataset.width(); place++) {
        double pixel = dataset.input(row, place);
        sums[0]++;
        sums[1] += pixel;
        sums[2] += pixel * pixel;
      }
    }
    double mean = sums[1] / sums[0];
    return new Statistics(mean, Math.sqrt(Math.max(0, sums[2] / sums[0] - mean * mean)), 0, dataset.about().largestPixel());
  }

  /** For the target of these rows: a value is scaled like an input, a class is left alone. */
  static Scaler ofTarget(Scaling scaling, Dataset dataset, int[] trainRows) {
    if (dataset.series().isPresent()) {
      return of(scaling, new double[] {dataset.targetOrigin()}, known(dataset.series().get(), trainRows));
    }
    if (dataset.task() == Task.REGRESSION && dataset.isImages() && dataset.answersArePicture()) {
      // grey values like those that go in: from 0 to the largest, whichever the training rows have
      return of(scaling, new double[1],
          scaling == Scaling.STANDARDIZE ? Statistics.of(targets(dataset, trainRows)) : pixels(scaling, dataset, trainRows));
    }
    return of(dataset.task() == Task.REGRESSION ? scaling : Scaling.NONE, new double[] {dataset.targetOrigin()},
        Statistics.of(targets(dataset, trainRows)));
  }

  private static double[] targets(Dataset dataset, int[] trainRows) {
    return Arrays.stream(trainRows)
        .mapToObj(row -> IntStream.range(0, dataset.answers()).mapToDouble(place -> dataset.exactTarget(row, place)))
        .flatMapToDouble(answers -> answers).filter(answer -> !Double.isNaN(answer)).toArray();
  }

  private static Scaler of(Scaling scaling, double[] origin, Statistics... columns) {
    float[] shift = new float[columns.length];
    float[] unit = new float[columns.length];
    float[] mean = new float[columns.length];
    for (int c = 0; c < columns.length; c++) {
      Statistics column = columns[c];
      mean[c] = (float) (column.mean() - origin[c]);
      shift[c] = switch (scaling) {
        case NONE -> (float) (0 - origin[c]);
        case STANDARDIZE -> mean[c];
        case MIN_MAX -> (float) (column.least() - origin[c]);
      };
      float spread = switch (scaling) {
        case NONE -> 1;
        case STANDARDIZE -> (float) column.deviation();
        case MIN_MAX -> (float) (column.most() - column.least());
      };
      // a column that never changes has no spread: shifted to 0, it says nothing
      unit[c] = spread > 0 ? spread : 1;
    }
    return new Scaler(origin, shift, unit, mean, new boolean[columns.length]);
  }

  private static double[] numbers(Dataset dataset, int[] rows, int column) {
    return Arrays.stream(rows).mapToDouble(row -> dataset.exactInput(row, column)).filter(number -> !Double.isNaN(number)).toArray();
  }

  public int width() {
    return shift.length;
  }

  /** How much one unit of the scaled number is in the unit it was measured in. */
  public float unit(int column) {
    return unit[column];
  }

  /** Scales a number that is counted from its origin. */
  public float scale(int column, float x) {
    float known = Float.isNaN(x) ? mean[column] : x;
    return silent[column] ? 0 : (known - shift[column]) / unit[column];
  }

  /** Scales a number as it was measured. */
  public float scaleMeasured(int column, double x) {
    return scale(column, (float) (x - origin[column]));
  }

  /** The number as it is measured, as exactly as a float can be. */
  public float unscale(int column, float scaled) {
    return scaled * unit[column] + shift[column] + (float) origin[column];
  }

  /** The number as it is measured, in double precision. */
  public double unscaleExactly(int column, float scaled) {
    return scaled * (double) unit[column] + shift[column] + origin[column];
  }

  /** Whether {@link #unscaleExactly} gives numbers whose digits a float32 does not have. */
  public boolean isFine(int column) {
    return Math.abs(shift[column] + origin[column]) > FAR * unit[column];
  }

  /** Scales one row, its numbers from their origins, in place, starting at {@code at}. */
  public void scale(float[] row, int at) {
    for (int column = 0; column < shift.length; column++) {
      row[at + column] = scale(column, row[at + column]);
    }
  }

  /** What is known of a column's numbers; deviation is that of the numbers themselves (divided by n). */
  record Statistics(double mean, double deviation, double least, double most) {
    static Statistics of(double[] numbers) {
      if (numbers.length == 0) {
        return new Statistics(0, 0, 0, 0);
      }
      double mean = Arrays.stream(numbers).average().getAsDouble();
      double variance = Arrays.stream(numbers).map(x -> (x - mean) * (x - mean)).average().getAsDouble();
      return new Statistics(
          mean, Math.sqrt(variance), Arrays.stream(numbers).min().getAsDouble(), Arrays.stream(numbers).max().getAsDouble());
    }
  }
}
