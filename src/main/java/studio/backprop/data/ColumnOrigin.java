package studio.backprop.data;

import java.util.Arrays;
import java.util.Optional;
import studio.backprop.text.Message;

/**
 * Offset of a column for float32 storage. A float32 has a 24-bit significand: it resolves Unix times to 128 s. Where the rounding error is
 * not small compared with the spread of a column, its minimum is subtracted in double precision before the conversion. Other columns have
 * the offset 0.
 */
final class ColumnOrigin {
  /** Largest rounding error relative to the standard deviation without an offset. */
  private static final double MOST_ROUNDED = 1e-4;
  /** Relative spread below which a column counts as constant in double precision. */
  private static final double LEAST_SPREAD = 1e-12;

  /** Minimum share of distinct values that stay distinct as float32; below it a note is shown. */
  private static final double MOST_MERGED = 0.9;

  private ColumnOrigin() {}

  /** The minimum where an offset is needed, else 0. Missing numbers are NaN. */
  static double of(double[] numbers) {
    double[] known = known(numbers);
    double rounded = Arrays.stream(known).map(x -> Math.abs(x - (float) x)).max().orElse(0);
    if (rounded == 0) {
      return 0;
    }
    Scaler.Statistics column = Scaler.Statistics.of(known);
    boolean spread = column.most() - column.least() > LEAST_SPREAD * Math.max(Math.abs(column.least()), Math.abs(column.most()));
    return spread && rounded > MOST_ROUNDED * column.deviation() ? column.least() : 0;
  }

  /** Note where float32 still merges distinct values of a column. */
  static Optional<Message> note(String name, double[] column, double origin) {
    double[] known = known(column);
    if (Arrays.stream(known).allMatch(x -> (float) (x - origin) == x - origin)) {
      return Optional.empty();
    }
    long different = Arrays.stream(known).distinct().count();
    long apart = Arrays.stream(known).map(x -> (float) (x - origin)).distinct().count();
    return apart < MOST_MERGED * different ? Optional.of(Message.of("data.note.rounded", name, different, apart)) : Optional.empty();
  }

  private static double[] known(double[] column) {
    return Arrays.stream(column).filter(x -> !Double.isNaN(x)).toArray();
  }
}
