package studio.backprop.worksheet;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import studio.backprop.text.Message;

/**
 * One blank of a sheet.
 *
 * @param name of what is computed; later formulas speak of it
 * @param formula over givens and earlier lines
 * @param decimals with which it is printed and expected; 0 for whole numbers, which are exact
 * @param exact whether no more places are needed than are printed, so that nothing is rounded
 * @param reading where it is read in a table with rows of which none need be its own
 * @param spoken its name in words
 * @param slips its usual mistakes
 */
public record SheetLine(
    String name, SheetFormula formula, int decimals, boolean exact, Optional<Reading> reading, Message spoken, List<Slip> slips) {
  /** Enough for the noise of doubles. */
  private static final double EXACT = 1e-9;
  /** More than the noise of doubles, in units of the last place. */
  private static final double NOISE = 1e-5;

  /** @param argument with which a table is entered */
  public record Reading(TabulatedFunction table, SheetFormula argument) {
    /** What the table leads to. */
    OptionalDouble value(ToDoubleFunction<String> known) {
      return table.read(argument.value(known));
    }
  }

  public SheetLine {
    slips = List.copyOf(slips);
  }

  /** A line with four decimals. */
  public static SheetLine of(String name, String formula, Message spoken, Slip... slips) {
    return new SheetLine(name, SheetFormula.of(formula), 4, false, Optional.empty(), spoken, List.of(slips));
  }

  public SheetLine withDecimals(int changed) {
    return new SheetLine(name, formula, changed, exact, reading, spoken, slips);
  }

  /** Its right value has all its places printed. */
  public SheetLine withAllPlaces() {
    return new SheetLine(name, formula, decimals, true, reading, spoken, slips);
  }

  /** Read in a table at an argument. */
  public SheetLine read(TabulatedFunction table, String argument) {
    return new SheetLine(name, formula, decimals, exact, Optional.of(new Reading(table, SheetFormula.of(argument))), spoken, slips);
  }

  /** One unit of the last place. */
  double unit() {
    return decimals == 0 ? EXACT : Math.pow(10, -decimals) + EXACT;
  }

  /** By how much a value may be missed that is computed right. */
  double unit(double value) {
    return isWritten(value) ? EXACT : unit();
  }

  /** Whether nothing is lost where a value is written down. */
  private boolean isWritten(double value) {
    double units = value * Math.pow(10, decimals);
    return decimals == 0 || exact && Math.abs(units - Math.rint(units)) < NOISE;
  }

  /** What may be missing beside rounding, because the nearest row of the table was taken. */
  double slack(ToDoubleFunction<String> known) {
    return reading.map(one -> one.table().slack(one.argument().value(known))).orElse(0.0);
  }

  /** What rounding leaves open of a value that was written down right. */
  double rounding(double value) {
    return isWritten(value) ? 0 : Math.pow(10, -decimals) / 2;
  }

  /** How far the value moves, at most, when each of the names moves as far as is said. */
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
