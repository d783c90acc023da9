package studio.backprop.worksheet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A printed table of a function, for those who have no calculator at hand.
 *
 * @param heads the argument's name and those of the functions
 * @param rows the argument and its values, each as printed
 * @param blocks how many of such tables stand side by side
 */
public record FunctionTable(List<String> heads, List<List<String>> rows, int blocks) {
  private static final int DECIMALS = 4;

  /** σ and tanh of tenths; for a negative argument σ has a column, tanh its sign. */
  public static FunctionTable gates() {
    List<List<String>> rows = new ArrayList<>();
    for (int tenth = 1; tenth <= 15; tenth++) {
      double z = tenth / 10.0;
      rows.add(List.of(SheetNumber.fixed(z, 1), fixed(SheetFunction.SIGMOID.value(z)), fixed(SheetFunction.SIGMOID.value(-z)),
          fixed(SheetFunction.TANH.value(z))));
    }
    return new FunctionTable(List.of("z", "σ(z)", "σ(−z)", "tanh z"), rows, 4);
  }

  /** The exponentials of the whole logits that occur. */
  public static FunctionTable exponentials() {
    List<List<String>> rows = new ArrayList<>();
    for (int z = -2; z <= 3; z++) {
      rows.add(List.of(SheetNumber.fixed(z, 0), fixed(SheetFunction.EXP.value(z))));
    }
    return new FunctionTable(List.of("z", "e^z"), rows, 6);
  }

  /** −ln of small probabilities in steps of 0.002, of others in steps of 0.01. */
  public static FunctionTable logarithms() {
    List<List<String>> rows = new ArrayList<>();
    for (double p : logarithmArguments()) {
      rows.add(List.of(SheetNumber.shortest(p, 3), SheetNumber.fixed(-StrictMath.log(p), 2)));
    }
    return new FunctionTable(List.of("p", "−ln p"), rows, 8);
  }

  /** Square roots in steps of 0.01. */
  public static FunctionTable roots() {
    List<List<String>> rows = new ArrayList<>();
    for (int hundredth = 1; hundredth <= 64; hundredth++) {
      rows.add(List.of(SheetNumber.fixed(hundredth / 100.0, 2), fixed(Math.sqrt(hundredth / 100.0))));
    }
    return new FunctionTable(List.of("v", "√v"), rows, 8);
  }

  /** By how much −ln p differs from that of the nearest row. */
  public static double logarithmSlack(double p) {
    return slack(p, logarithmArguments(), value -> -StrictMath.log(value)) + 0.005;
  }

  /** By how much the root differs from that of the nearest row. */
  public static double rootSlack(double v) {
    return slack(v, java.util.stream.IntStream.rangeClosed(1, 64).mapToObj(hundredth -> hundredth / 100.0).toList(), Math::sqrt);
  }

  private static List<Double> logarithmArguments() {
    List<Double> arguments = new ArrayList<>();
    for (int two = 10; two < 50; two++) {
      arguments.add(two * 2 / 1000.0);
    }
    for (int hundredth = 10; hundredth <= 49; hundredth++) {
      arguments.add(hundredth / 100.0);
    }
    return arguments;
  }

  private static double slack(double at, List<Double> rows, DoubleUnaryOperator function) {
    double nearest = rows.stream().min((a, b) -> Double.compare(Math.abs(a - at), Math.abs(b - at))).orElseThrow();
    return Math.abs(function.applyAsDouble(at) - function.applyAsDouble(nearest));
  }

  private static String fixed(double value) {
    return SheetNumber.fixed(value, DECIMALS);
  }
}
