package studio.backprop.worksheet;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Expression of a line over givens and earlier lines, such as {@code w11*x1 + w12*x2 + b1}. Evaluates with correct values or with a
 * learner's own, and formats in any {@link SheetNotation}.
 */
public sealed interface SheetFormula {
  /** Parses a formula: names, numbers, {@code + - * / ^}, parentheses, and the functions of {@link SheetFunction}. */
  static SheetFormula of(String text) {
    return new SheetFormulaReader(text).read();
  }

  double value(ToDoubleFunction<String> known);

  /** Adds the names that occur in it. */
  void collect(Set<String> names);

  String written(SheetNotation notation);

  /** Operator precedence: 1 sum, 2 product, 3 power, 4 atom. */
  default int strength() {
    return 4;
  }

  default Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    collect(names);
    return names;
  }

  /** Constant. */
  record Constant(double number) implements SheetFormula {
    @Override
    public double value(ToDoubleFunction<String> known) {
      return number;
    }

    @Override
    public void collect(Set<String> names) {}

    @Override
    public String written(SheetNotation notation) {
      return notation.number(number);
    }
  }

  /** Reference to a given or an earlier line. */
  record Named(String name) implements SheetFormula {
    @Override
    public double value(ToDoubleFunction<String> known) {
      return known.applyAsDouble(name);
    }

    @Override
    public void collect(Set<String> names) {
      names.add(name);
    }

    @Override
    public String written(SheetNotation notation) {
      return notation.name(name);
    }
  }

  /** Negation. */
  record Negative(SheetFormula of) implements SheetFormula {
    @Override
    public double value(ToDoubleFunction<String> known) {
      return -of.value(known);
    }

    @Override
    public void collect(Set<String> names) {
      of.collect(names);
    }

    @Override
    public String written(SheetNotation notation) {
      return "−" + Operation.part(of, notation, 2, true);
    }

    @Override
    public int strength() {
      return 1;
    }
  }

  /** Binary operation. */
  record Operation(char sign, SheetFormula left, SheetFormula right) implements SheetFormula {
    @Override
    public double value(ToDoubleFunction<String> known) {
      double a = left.value(known);
      double b = right.value(known);
      return switch (sign) {
        case '+' -> a + b;
        case '-' -> a - b;
        case '*' -> a * b;
        case '/' -> a / b;
        default -> StrictMath.pow(a, b);
      };
    }

    @Override
    public void collect(Set<String> names) {
      left.collect(names);
      right.collect(names);
    }

    @Override
    public String written(SheetNotation notation) {
      return switch (sign) {
        case '+' -> part(left, notation, 1, false) + " + " + part(right, notation, 1, true);
        case '-' -> part(left, notation, 1, false) + " − " + part(right, notation, 2, true);
        case '*' -> part(left, notation, 2, false) + notation.times() + part(right, notation, 2, true);
        case '/' -> notation.quotient(part(left, notation, 2, false), part(right, notation, 3, true));
        default -> notation.power(part(left, notation, 4, true), right.written(notation));
      };
    }

    @Override
    public int strength() {
      return sign == '+' || sign == '-' ? 1 : sign == '^' ? 3 : 2;
    }

    /** Operand in parentheses where its precedence is lower than its place requires, or where its minus would follow an operator. */
    static String part(SheetFormula formula, SheetNotation notation, int strength, boolean noMinus) {
      String written = formula.written(notation);
      return formula.strength() < strength || noMinus && written.startsWith("−") ? "(" + written + ")" : written;
    }
  }

  /** Function application. */
  record Applied(SheetFunction function, List<SheetFormula> of) implements SheetFormula {
    @Override
    public double value(ToDoubleFunction<String> known) {
      return function.value(of.stream().mapToDouble(one -> one.value(known)).toArray());
    }

    @Override
    public void collect(Set<String> names) {
      of.forEach(one -> one.collect(names));
    }

    @Override
    public String written(SheetNotation notation) {
      return notation.function(function, of.stream().map(one -> one.written(notation)).toList());
    }
  }
}
