package studio.backprop.lesson.check;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Arithmetic expression over quantities of the engine. */
public sealed interface Expression {
  /** Its value; NaN where a quantity is not known. @param thorough whether expensive quantities are computed, too */
  double value(Facts facts, boolean thorough);

  /** Visits all quantities in it. */
  void each(Consumer<CheckedQuantity> visitor);

  /** Copy with replaced quantities. */
  Expression with(UnaryOperator<CheckedQuantity> change);

  /** Numeric literal. */
  record Number(double number) implements Expression {
    @Override
    public double value(Facts facts, boolean thorough) {
      return number;
    }

    @Override
    public void each(Consumer<CheckedQuantity> visitor) {}

    @Override
    public Expression with(UnaryOperator<CheckedQuantity> change) {
      return this;
    }
  }

  /** Quantity of the engine. */
  record Quantity(CheckedQuantity quantity) implements Expression {
    @Override
    public double value(Facts facts, boolean thorough) {
      return facts.number(quantity, thorough);
    }

    @Override
    public void each(Consumer<CheckedQuantity> visitor) {
      visitor.accept(quantity);
    }

    @Override
    public Expression with(UnaryOperator<CheckedQuantity> change) {
      return new Quantity(change.apply(quantity));
    }
  }

  /** Negation. */
  record Negative(Expression sum) implements Expression {
    @Override
    public double value(Facts facts, boolean thorough) {
      return -sum.value(facts, thorough);
    }

    @Override
    public void each(Consumer<CheckedQuantity> visitor) {
      sum.each(visitor);
    }

    @Override
    public Expression with(UnaryOperator<CheckedQuantity> change) {
      return new Negative(sum.with(change));
    }
  }

  /** Binary operation. @param sign one of + - * / */
  record Joined(Expression left, char sign, Expression right) implements Expression {
    @Override
    public double value(Facts facts, boolean thorough) {
      double a = left.value(facts, thorough);
      double b = right.value(facts, thorough);
      return switch (sign) {
        case '+' -> a + b;
        case '-' -> a - b;
        case '*' -> a * b;
        default -> a / b;
      };
    }

    @Override
    public void each(Consumer<CheckedQuantity> visitor) {
      left.each(visitor);
      right.each(visitor);
    }

    @Override
    public Expression with(UnaryOperator<CheckedQuantity> change) {
      return new Joined(left.with(change), sign, right.with(change));
    }
  }
}
