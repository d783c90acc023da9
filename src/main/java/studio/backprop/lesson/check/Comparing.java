package studio.backprop.lesson.check;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Comparison of numbers, words or booleans. */
sealed interface Comparing {
  /**
   * Evaluates the comparison.
   *
   * @param none verdict for a value that is NaN even though expensive quantities were computed
   */
  Verdict look(Facts facts, boolean thorough, Verdict none);

  void each(Consumer<CheckedQuantity> visitor);

  Comparing with(UnaryOperator<CheckedQuantity> change);

  /** Expensive quantities may be NaN until computed; one that is NaN even then fails the comparison. */
  private static Verdict unknown(boolean thorough, Verdict none) {
    return thorough ? none : Verdict.NOT_YET;
  }

  /** Comparison of two numbers. @param sign one of {@code < <= > >= =} */
  record Numbers(Expression left, String sign, Expression right) implements Comparing {
    @Override
    public Verdict look(Facts facts, boolean thorough, Verdict none) {
      double a = left.value(facts, thorough);
      double b = right.value(facts, thorough);
      if (Double.isNaN(a) || Double.isNaN(b)) {
        return unknown(thorough, none);
      }
      return Verdict.of(isFloat(left) || isFloat(right) ? holds((float) a, (float) b) : holds(a, b));
    }

    private boolean holds(double a, double b) {
      return switch (sign) {
        case "<" -> a < b;
        case "<=" -> a <= b;
        case ">" -> a > b;
        case ">=" -> a >= b;
        default -> a == b;
      };
    }

    /** Whether it is an element of a tensor: then the other side is rounded to float, too (0.1 is a float there). */
    private static boolean isFloat(Expression side) {
      return side instanceof Expression.Quantity one && one.quantity().isElement();
    }

    @Override
    public void each(Consumer<CheckedQuantity> visitor) {
      left.each(visitor);
      right.each(visitor);
    }

    @Override
    public Comparing with(UnaryOperator<CheckedQuantity> change) {
      return new Numbers(left.with(change), sign, right.with(change));
    }
  }

  /** Comparison with a tolerance. @param percent whether the tolerance is a fraction of the right side */
  record Within(Expression left, Expression tolerance, boolean percent, Expression right) implements Comparing {
    /** Relative slack for rounding, so that 1 is within 0.1 of 1.1. */
    private static final double ROUNDING = 1 + 1e-9;

    @Override
    public Verdict look(Facts facts, boolean thorough, Verdict ifNone) {
      double target = right.value(facts, thorough);
      double far = tolerance.value(facts, thorough) * (percent ? Math.abs(target) : 1);
      double value = left.value(facts, thorough);
      boolean none = Double.isNaN(target) || Double.isNaN(far) || Double.isNaN(value);
      return none ? unknown(thorough, ifNone) : Verdict.of(Math.abs(value - target) <= far * ROUNDING);
    }

    @Override
    public void each(Consumer<CheckedQuantity> visitor) {
      left.each(visitor);
      tolerance.each(visitor);
      right.each(visitor);
    }

    @Override
    public Comparing with(UnaryOperator<CheckedQuantity> change) {
      return new Within(left.with(change), tolerance.with(change), percent, right.with(change));
    }
  }

  /** Equality with a word. */
  record Is(CheckedQuantity quantity, String word) implements Comparing {
    @Override
    public Verdict look(Facts facts, boolean thorough, Verdict none) {
      String found = facts.word(quantity);
      return found == null ? Verdict.NOT_YET : Verdict.of(found.equals(word));
    }

    @Override
    public void each(Consumer<CheckedQuantity> visitor) {
      visitor.accept(quantity);
    }

    @Override
    public Comparing with(UnaryOperator<CheckedQuantity> change) {
      return new Is(change.apply(quantity), word);
    }
  }

  record Truth(CheckedQuantity quantity) implements Comparing {
    @Override
    public Verdict look(Facts facts, boolean thorough, Verdict none) {
      double found = facts.number(quantity, thorough);
      return Double.isNaN(found) ? Verdict.NOT_YET : Verdict.of(found != 0);
    }

    @Override
    public void each(Consumer<CheckedQuantity> visitor) {
      visitor.accept(quantity);
    }

    @Override
    public Comparing with(UnaryOperator<CheckedQuantity> change) {
      return new Truth(change.apply(quantity));
    }
  }

  /** Always false: a pattern that matches no node. */
  record Never() implements Comparing {
    @Override
    public Verdict look(Facts facts, boolean thorough, Verdict none) {
      return Verdict.NO;
    }

    @Override
    public void each(Consumer<CheckedQuantity> visitor) {}

    @Override
    public Comparing with(UnaryOperator<CheckedQuantity> change) {
      return this;
    }
  }
}
