package studio.backprop.ui.judge.evaluate.fold;

import java.util.function.Function;
import javafx.scene.paint.Color;
import studio.backprop.ui.kit.Palette;

/**
 * One line of a plot.
 *
 * @param name what it is, for who points at it
 * @param x rising
 * @param y as many; a NaN is no point
 * @param deviation the height of the band on each side of it; NaN for none
 * @param colour in the look of the moment
 * @param dashed whether it is told from others by dashes, too
 * @param marked whether its points are marked
 * @param open at which places more is to come, whose marks are hollow; empty for none
 */
public record PlotSeries(String name, double[] x, double[] y, double[] deviation, Function<Palette, Color> colour, boolean dashed,
    boolean marked, boolean[] open) {
  /** A line of which all is known. */
  public PlotSeries(String name, double[] x, double[] y, double[] deviation, Function<Palette, Color> colour, boolean dashed,
      boolean marked) {
    this(name, x, y, deviation, colour, dashed, marked, new boolean[0]);
  }

  /** A line without a band. */
  public static PlotSeries line(String name, double[] x, double[] y, Function<Palette, Color> colour, boolean dashed) {
    return new PlotSeries(name, x, y, new double[0], colour, dashed, false);
  }

  boolean isOpen(int place) {
    return place < open.length && open[place];
  }

  boolean hasBand() {
    return deviation.length == y.length && y.length > 0;
  }
}
