package studio.backprop.worksheet;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import studio.backprop.text.Message;

/**
 * One blank of a sheet.
 *
 * @param name of its result, for later formulas
 * @param formula over givens and earlier lines
 * @param decimals printed and expected; 0 for integers, which are exact
 * @param exact whether its value terminates within these decimals
 * @param reading where it is read from a table without a row for each argument
 * @param spoken its name in words
 * @param slips common mistakes
 */
public record SheetLine(
    String name, SheetFormula formula, int decimals, boolean exact, Optional<Reading> reading, Message spoken, List<Slip> slips) {
  /** Floating-point tolerance. */
  private static final double EXACT = 1e-9;
  /** Floating-point tolerance, in units of the last place. */
  private static final double NOISE = 1e-5;

  /** @param argument of the table look-up */
  public record Reading(TabulatedFunction table, SheetFormula argument) {
    /** Value interpolated in the table. */
    OptionalDouble value(ToDoubleFunction<String> known) {
      return table.read(argument.value(known));
    }
  }

  public SheetLine {
    slips = List.copyOf(slips);
  }

  public static SheetLine of(String name, String formula, Message spoken, Slip... slips) {
    return new SheetLine(name, SheetFormula.of(formula), 4, false, Optional.empty(), spoken, List.of(slips));
  }

  public SheetLine withDecimals(int changed) {
    return new SheetLine(name, formula, changed, exact, reading, spoken, slips);
  }

  /** Marks the value as exact. */
  public SheetLine withAllPlaces() {
    return new SheetLine(name, formula, decimals, true, reading, spoken, slips);
  }

  /** Value read from a table at an argument. */
  public SheetLine read(TabulatedFunction table, String argument) {
    return new SheetLine(name, formula, decimals, exact, Optional.of(new Reading(table, SheetFormula.of(argument))), spoken, slips);
  }

  double unit() {
    return decimals == 0 ? EXACT : Math.pow(10, -decimals) + EXACT;
  }

  /** Tolerance of a correctly computed value. */
  double unit(double value) {
    return isWritten(value) ? EXACT : unit();
  }

  /** Whether its printed form is exact. */
  private boolean isWritten(double value) {
    double units = value * Math.pow(10, decimals);
    return decimals == 0 || exact && Math.abs(units - Math.rint(units)) < NOISE;
  }

  /** Additional tolerance for reading the nearest row of the table instead of interpolating. */
  double slack(ToDoubleFunction<String> known) {
    return reading.map(one -> one.table().slack(one.argument().value(known))).orElse(0.0);
  }

  /** Rounding error of a correctly written value. */
  double rounding(double value) {
    return isWritten(value) ? 0 : Math.pow(10, -decimals) / 2;
  }

  /** Upper bound of its change, given those of the names in it (error propagation). */
  double moved(ToDoubleFunction<String> known, ToDoubleFunction<String> moves) {
    double all = 0;
    for (String one : formula.names()) {
      double move = moves.applyAsDouble(one);
      if (move > 0) {
        all += Math.abs(with(known, one, move) - with(known, one, -move)) / 2;
      }
    }
    return Double.isFinite(all) ? all : 0;
  }

  private double with(ToDoubleFunction<String> known, String moved, double by) {
    return formula.value(name -> known.applyAsDouble(name) + (name.equals(moved) ? by : 0));
  }
}
