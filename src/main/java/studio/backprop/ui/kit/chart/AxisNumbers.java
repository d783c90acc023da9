package studio.backprop.ui.kit.chart;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.function.DoubleFunction;

/** Axis number format of charts. */
public final class AxisNumbers extends NumberFormat {
  private static final long serialVersionUID = 1;

  private final transient DoubleFunction<String> write;

  public AxisNumbers(DoubleFunction<String> write) {
    this.write = write;
  }

  @Override
  public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
    return to.append(write.apply(number));
  }

  @Override
  public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
    return format((double) number, to, position);
  }

  /** Formatting only. */
  @Override
  public Number parse(String source, ParsePosition position) {
    throw new UnsupportedOperationException("an axis is not read");
  }
}
