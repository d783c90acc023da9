package studio.backprop.data;

import java.util.Arrays;
import java.util.Optional;
import studio.backprop.text.Message;

/**
 * Offset of a column for float32 storage. A float32 has 24 bits: of times in seconds since 1970 it knows every 128th. Where its rounding is
 * not small beside the spread of the numbers, their smallest is subtracted in double precision, and the difference is what is kept. All
 * others are kept as they are.
 */
final class ColumnOrigin {
  /** A rounding error of this share of the deviation changes no network; below it bits stay as they always were. */
  private static final double MOST_ROUNDED = 1e-4;
  /** Numbers that differ by no more than the rounding of a double are one number. */
  private static final double LEAST_SPREAD = 1e-12;

  /** Some of very many numbers are equal as float32; where more than one in ten gets lost, it is said. */
  private static final double MOST_MERGED = 0.9;

  private ColumnOrigin() {}

  /** The smallest of the numbers where they need it, else 0. Missing numbers are NaN. */
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

  /** What there is to say where float32 still cannot tell the numbers of a column apart. */
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
