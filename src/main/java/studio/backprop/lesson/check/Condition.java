package studio.backprop.lesson.check;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Boolean expression of comparisons: and, or, not. */
sealed interface Condition {
  /** Visits all quantities in it. */
  void each(Consumer<CheckedQuantity> visitor);

  /** Copy with replaced quantities. */
  Condition with(UnaryOperator<CheckedQuantity> change);

  record All(List<Condition> parts) implements Condition {
    @Override
    public void each(Consumer<CheckedQuantity> visitor) {
      parts.forEach(part -> part.each(visitor));
    }

    @Override
    public Condition with(UnaryOperator<CheckedQuantity> change) {
      return new All(parts.stream().map(part -> part.with(change)).toList());
    }
  }

  record Any(List<Condition> parts) implements Condition {
    @Override
    public void each(Consumer<CheckedQuantity> visitor) {
      parts.forEach(part -> part.each(visitor));
    }

    @Override
    public Condition with(UnaryOperator<CheckedQuantity> change) {
      return new Any(parts.stream().map(part -> part.with(change)).toList());
    }
  }

  record Not(Condition part) implements Condition {
    @Override
    public void each(Consumer<CheckedQuantity> visitor) {
      part.each(visitor);
    }

    @Override
    public Condition with(UnaryOperator<CheckedQuantity> change) {
      return new Not(part.with(change));
    }
  }

  /** Time at which a comparison is evaluated. */
  enum When {
    NOW, AT, BY
  }

  /**
   * Comparison at a time.
   *
   * @param place index among all comparisons
   * @param epochs whether {@code count} counts epochs; else steps
   */
  record Timed(Comparing comparing, When when, boolean epochs, long count, int place) implements Condition {
    @Override
    public void each(Consumer<CheckedQuantity> visitor) {
      comparing.each(visitor);
    }

    @Override
    public Timed with(UnaryOperator<CheckedQuantity> change) {
      return new Timed(comparing.with(change), when, epochs, count, place);
    }

    Timed at(int number) {
      return new Timed(comparing, when, epochs, count, number);
    }

    /** Variant whose clock applies: that of its quantities, 0 for the project's. */
    char lane() {
      char[] lane = new char[1];
      each(quantity -> lane[0] = quantity.lane().orElse(lane[0]));
      return lane[0];
    }
  }
}
