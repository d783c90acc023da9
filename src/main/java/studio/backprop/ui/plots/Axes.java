package studio.backprop.ui.plots;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import studio.backprop.ui.kit.Numbers;
import studio.backprop.ui.kit.Ticks;

/** Axes of JFreeChart with marks at the places of {@link Ticks}, and numbers as the reader's language writes them. */
final class Axes {
  /** Least distance of two marks in px. */
  private static final double APART = 28;

  private static final double APART_LEVEL = 64;

  /** The end of the level axis belongs to its name. */
  private static final double NAME = 52;

  /** Enough for every mark, even after zooming far in. */
  private static final int DIGITS = 6;

  private Axes() {}

  /** A round number as a mark says it: 0.125, 1,000, 10⁻⁴. */
  static String write(Numbers numbers, double mark) {
    String text = numbers.significant(mark, DIGITS);
    return text.startsWith("1·10") ? text.substring("1·".length()) : text;
  }

  static ValueAxis steps(DoubleFunction<String> write) {
    return new NumberAxis() {
      @Override
      public List<?> refreshTicks(Graphics2D g, AxisState state, Rectangle2D area, RectangleEdge edge) {
        double free = Math.max(0, area.getWidth() - NAME);
        double end = getLowerBound() + getRange().getLength() * free / Math.max(1, area.getWidth());
        double[] at = free == 0 ? new double[0] : Ticks.whole(getLowerBound(), end, most(free, APART_LEVEL));
        return marks(at, write, TextAnchor.TOP_CENTER);
      }
    };
  }

  static ValueAxis linear(DoubleFunction<String> write) {
    return new NumberAxis() {
      @Override
      public List<?> refreshTicks(Graphics2D g, AxisState state, Rectangle2D area, RectangleEdge edge) {
        return marks(Ticks.linear(getLowerBound(), getUpperBound(), most(area.getHeight(), APART)), write, TextAnchor.CENTER_RIGHT);
      }
    };
  }

  static ValueAxis log(DoubleFunction<String> write) {
    return new LogAxis() {
      @Override
      public List<?> refreshTicks(Graphics2D g, AxisState state, Rectangle2D area, RectangleEdge edge) {
        return marks(Ticks.log(getLowerBound(), getUpperBound(), most(area.getHeight(), APART)), write, TextAnchor.CENTER_RIGHT);
      }
    };
  }

  private static int most(double length, double apart) {
    return Math.max(2, (int) (length / apart) + 1);
  }

  private static List<NumberTick> marks(double[] at, DoubleFunction<String> write, TextAnchor anchor) {
    return Arrays.stream(at).mapToObj(x -> new NumberTick(TickType.MAJOR, x, write.apply(x), anchor, TextAnchor.CENTER, 0)).toList();
  }
}
