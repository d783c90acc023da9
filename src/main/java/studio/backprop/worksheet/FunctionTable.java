package studio.backprop.worksheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Printed table of a function, for use without a calculator.
 *
 * @param heads the argument's name and those of the functions
 * @param rows the argument and its values, each as printed
 * @param blocks number of column blocks side by side
 */
public record FunctionTable(List<String> heads, List<List<String>> rows, int blocks) {
  private static final int DECIMALS = 4;
  /** Columns of a table with one for each hundredth. */
  private static final int HUNDREDTHS = 10;

  /** σ in tenths, of either sign. */
  public static FunctionTable gates() {
    List<List<String>> rows = new ArrayList<>();
    for (int tenth = 1; tenth <= 15; tenth++) {
      double z = tenth / 10.0;
      rows.add(List.of(SheetNumber.fixed(z, 1), fixed(SheetFunction.SIGMOID.value(z)), fixed(SheetFunction.SIGMOID.value(-z))));
    }
    return new FunctionTable(List.of("z", "σ(z)", "σ(−z)"), rows, 5);
  }

  public static FunctionTable sigmoid() {
    return of(TabulatedFunction.SIGMOID, "z", "σ(z)", 2, 8);
  }

  /** {@link TabulatedFunction#TANH}: a row for each tenth, a column for each hundredth. */
  public static FunctionTable tanh() {
    List<String> heads = new ArrayList<>(List.of("tanh z"));
    for (int hundredth = 0; hundredth < HUNDREDTHS; hundredth++) {
      heads.add("+0.0" + hundredth);
    }
    List<List<String>> rows = new ArrayList<>();
    double[] all = TabulatedFunction.TANH.rows();
    for (int first = 0; first < all.length; first += HUNDREDTHS) {
      List<String> row = new ArrayList<>(List.of(SheetNumber.fixed(all[first], 1)));
      Arrays.stream(all, first, first + HUNDREDTHS).mapToObj(TabulatedFunction.TANH::printed).forEach(row::add);
      rows.add(row);
    }
    return new FunctionTable(heads, rows, 1);
  }

  /** Exponentials of the integer logits that occur. */
  public static FunctionTable exponentials() {
    List<List<String>> rows = new ArrayList<>();
    for (int z = -2; z <= 3; z++) {
      rows.add(List.of(SheetNumber.fixed(z, 0), fixed(SheetFunction.EXP.value(z))));
    }
    return new FunctionTable(List.of("z", "e^z"), rows, 6);
  }

  public static FunctionTable logarithms() {
    return of(TabulatedFunction.LOGARITHM, "p", "−ln p", 3, 8);
  }

  public static FunctionTable roots() {
    return of(TabulatedFunction.ROOT, "v", "√v", 3, 8);
  }

  private static FunctionTable of(TabulatedFunction function, String argument, String value, int decimals, int blocks) {
    return new FunctionTable(List.of(argument, value), Arrays.stream(function.rows())
        .mapToObj(row -> List.of(SheetNumber.fixed(row, decimals), function.printed(row))).toList(), blocks);
  }

  private static String fixed(double value) {
    return SheetNumber.fixed(value, DECIMALS);
  }
}
