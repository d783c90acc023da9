package studio.backprop.ui.plots;

import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;

/** From where to where some numbers reach, with a little room around them. Starts empty and grows. */
final class Span {
  private static final double ROOM = 0.08;

  private double low = Double.POSITIVE_INFINITY;
  private double high = Double.NEGATIVE_INFINITY;

  /** A column of the inputs, over training and validation rows, as it was measured. */
  static Span ofInput(PreparedData data, int column) {
    Span span = new Span();
    float[] row = new float[data.dataset().width()];
    for (Part part : shown()) {
      for (int i = 0; i < data.rows(part); i++) {
        data.copyRawInput(part, i, row);
        span.add(row[column]);
      }
    }
    return span;
  }

  /** The targets of training and validation rows, as they were measured. */
  static Span ofTarget(PreparedData data) {
    Span span = new Span();
    for (Part part : shown()) {
      for (int i = 0; i < data.rows(part); i++) {
        span.add(data.rawTarget(part, i));
      }
    }
    return span;
  }

  private static Part[] shown() {
    return new Part[] {Part.TRAIN, Part.VALIDATION};
  }

  /** Missing numbers are left out. */
  void add(double number) {
    if (Double.isFinite(number)) {
      low = Math.min(low, number);
      high = Math.max(high, number);
    }
  }

  double low() {
    return at(0);
  }

  double high() {
    return at(1);
  }

  /** Where a number stands, 0 to 1. */
  double shareOf(double number) {
    return (number - start()) / length();
  }

  double at(double share) {
    return start() + share * length();
  }

  private double start() {
    return high > low ? low - ROOM * (high - low) : high == low ? low - 0.5 : 0;
  }

  private double length() {
    return high > low ? (1 + 2 * ROOM) * (high - low) : 1;
  }
}
