package studio.backprop.data;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Feature scaling and its inverse: {@code scaled = (x − shift) / unit}, per column. Fitted to training rows only, to avoid leakage. Missing
 * numbers (NaN) are imputed by the training mean. Inputs are relative to the origin of their feature, as stored by a dataset; the inverse
 * is computed in double precision and adds the origin.
 */
public final class Scaler {
  /** Ratio of mean to deviation above which float32's seven digits are too few. */
  private static final int FAR_RATIO = 1000;

  private final double[] origin;
  private final float[] shift;
  private final float[] unit;
  private final float[] mean;
  /** Masked columns; empty for none. */
  private final boolean[] silent;

  private Scaler(double[] origin, float[] shift, float[] unit, float[] mean, boolean[] silent) {
    this.origin = origin;
    this.shift = shift;
    this.unit = unit;
    this.mean = mean;
    this.silent = silent;
  }

  /** Copy that masks the other columns to 0. @param kept [columns] */
  Scaler keeping(boolean[] kept) {
    boolean[] others = new boolean[kept.length];
    for (int c = 0; c < kept.length; c++) {
      others[c] = !kept[c];
    }
    return new Scaler(origin, shift, unit, mean, others);
  }

  /**
   * Fitted to the inputs of these rows. Pixels of an image share their statistics, as a constant pixel has no spread; so do the values of a
   * series, which are both inputs and targets. Graphs are not scaled.
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
    // token ids are categorical
    double[] origins = IntStream.range(0, columns.length).mapToDouble(dataset::origin).toArray();
    return of(dataset.text().isPresent() ? Scaling.NONE : scaling, origins, columns);
  }

  /** Statistics of the series values known at the last of these rows, which are in order. */
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

  /** Fitted to the targets of these rows; identity for classes. */
  static Scaler ofTarget(Scaling scaling, Dataset dataset, int[] trainRows) {
    if (dataset.series().isPresent()) {
      return of(scaling, new double[] {dataset.targetOrigin()}, known(dataset.series().get(), trainRows));
    }
    if (dataset.task() == Task.REGRESSION && dataset.isImages() && dataset.answersArePicture()) {
      // grey values like the inputs: from 0 to the maximum, whatever the training rows have
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
      // a constant column is shifted to 0
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

  /** Unit of the scaled number in original units. */
  public float unit(int column) {
    return unit[column];
  }

  /** @param x relative to the origin */
  public float scale(int column, float x) {
    float known = Float.isNaN(x) ? mean[column] : x;
    return silent[column] ? 0 : (known - shift[column]) / unit[column];
  }

  /** @param x in original units */
  public float scaleMeasured(int column, double x) {
    return scale(column, (float) (x - origin[column]));
  }

  /** Inverse, rounded to float. */
  public float unscale(int column, float scaled) {
    return scaled * unit[column] + shift[column] + (float) origin[column];
  }

  /** Inverse in double precision. */
  public double unscaleExactly(int column, float scaled) {
    return scaled * (double) unit[column] + shift[column] + origin[column];
  }

  /** Whether {@link #unscaleExactly} has significant digits beyond float32. */
  public boolean isFine(int column) {
    return Math.abs(shift[column] + origin[column]) > FAR_RATIO * unit[column];
  }

  /** Scales one row relative to the origins, in place, from {@code at}. */
  public void scale(float[] row, int at) {
    for (int column = 0; column < shift.length; column++) {
      row[at + column] = scale(column, row[at + column]);
    }
  }

  /** Statistics of a column; population standard deviation (divided by n). */
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
