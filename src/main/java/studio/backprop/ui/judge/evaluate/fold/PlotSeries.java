package studio.backprop.ui.judge.evaluate.fold;

import java.util.function.Function;
import javafx.scene.paint.Color;
import studio.backprop.ui.kit.Palette;

/**
 * Series of a plot.
 *
 * @param name shown on hover
 * @param x ascending
 * @param y of the same length; NaN for no point
 * @param deviation half the height of the band; NaN for none
 * @param colour in the current theme
 * @param dashed whether the line is dashed
 * @param marked whether its points are marked
 * @param open where results are incomplete, drawn as hollow marks; empty for none
 */
public record PlotSeries(String name, double[] x, double[] y, double[] deviation, Function<Palette, Color> colour, boolean dashed,
    boolean marked, boolean[] open) {
  /** A complete series. */
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
