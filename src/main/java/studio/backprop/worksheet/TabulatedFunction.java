package studio.backprop.worksheet;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import studio.backprop.text.Message;

/** Function as a printed table with four decimals. Between two rows a learner interpolates. */
public final class TabulatedFunction {
  /** σ in steps of 0.05; σ(−z) = 1 − σ(z). */
  public static final TabulatedFunction SIGMOID = new TabulatedFunction(SheetFunction.SIGMOID::value, hundredths(0, 5, 39), 1,
      "σ(−z) = 1 − σ(z)");
  /** tanh in steps of 0.01; tanh(−z) = −tanh(z). */
  public static final TabulatedFunction TANH = new TabulatedFunction(SheetFunction.TANH::value, hundredths(10, 1, 149), 0,
      "tanh(−z) = −tanh z");
  /** √ in steps of 0.005. */
  public static final TabulatedFunction ROOT = new TabulatedFunction(Math::sqrt, thousandths(5, 5, 127), Double.NaN, "");
  /** −ln in steps of 0.001 to 0.1, then of 0.005. */
  public static final TabulatedFunction LOGARITHM = new TabulatedFunction(p -> -StrictMath.log(p),
      DoubleStream.concat(thousandths(20, 1, 79), thousandths(100, 5, 79)), Double.NaN, "");

  private static final int DECIMALS = 4;
  private static final double SAME = 1e-9;

  private final DoubleUnaryOperator function;
  private final double[] rows;
  private final double mirror;
  private final String mirrored;

  /**
   * @param mirror f(z) + f(−z), where the table serves for negative arguments, too; else NaN
   * @param mirrored the same as a formula; empty where it does not
   */
  private TabulatedFunction(DoubleUnaryOperator function, DoubleStream rows, double mirror, String mirrored) {
    this.function = function;
    this.rows = rows.toArray();
    this.mirror = mirror;
    this.mirrored = mirrored;
  }

  private static DoubleStream hundredths(int first, int step, int further) {
    return IntStream.rangeClosed(0, further).mapToDouble(row -> (first + row * step) / 100.0);
  }

  private static DoubleStream thousandths(int first, int step, int further) {
    return IntStream.rangeClosed(0, further).mapToDouble(row -> (first + row * step) / 1000.0);
  }

  /** Instruction for arguments between two rows. */
  public Message howToRead() {
    return mirrored.isEmpty() ? Message.of("worksheet.interpolate") : Message.of("worksheet.interpolate.mirrored", mirrored);
  }

  /** Arguments of the rows, ascending. */
  public double[] rows() {
    return rows.clone();
  }

  public String printed(double row) {
    return SheetNumber.fixed(function.applyAsDouble(row), DECIMALS);
  }

  /** Linear interpolation of the printed rows; empty outside the table. */
  public OptionalDouble read(double argument) {
    if (argument < 0 && Double.isFinite(mirror)) {
      OptionalDouble other = read(-argument);
      return other.isPresent() ? OptionalDouble.of(mirror - other.getAsDouble()) : other;
    }
    return between(argument).map(at -> at == 0 ? OptionalDouble.of(rounded(0)) : OptionalDouble.of(interpolated(argument, at)))
        .orElseGet(OptionalDouble::empty);
  }

  private double interpolated(double argument, int above) {
    double part = (argument - rows[above - 1]) / (rows[above] - rows[above - 1]);
    return rounded(above - 1) + part * (rounded(above) - rounded(above - 1));
  }

  private double rounded(int row) {
    return SheetNumber.rounded(function.applyAsDouble(rows[row]), DECIMALS);
  }

  /** Index of the first row not below the argument. */
  private Optional<Integer> between(double argument) {
    if (!(argument >= rows[0] - SAME) || argument > rows[rows.length - 1] + SAME) {
      return Optional.empty();
    }
    int at = (int) Arrays.stream(rows).filter(row -> row < argument - SAME).count();
    return Optional.of(at);
  }

  /** Difference between the function and its value in the nearest row; 0 outside the table. */
  public double slack(double argument) {
    double place = argument < 0 && Double.isFinite(mirror) ? -argument : argument;
    return between(place).map(at -> {
      boolean below = at > 0 && place - rows[at - 1] < rows[at] - place;
      return Math.abs(function.applyAsDouble(place) - function.applyAsDouble(rows[below ? at - 1 : at]));
    }).orElse(0.0);
  }
}
