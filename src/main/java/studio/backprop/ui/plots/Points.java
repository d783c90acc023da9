package studio.backprop.ui.plots;

import java.util.Arrays;
import org.jfree.data.DomainOrder;
import org.jfree.data.xy.AbstractXYDataset;

/** One series of a chart in two arrays, so that nothing is boxed while it is drawn. Filled anew before each drawing. */
final class Points extends AbstractXYDataset {
  private final String name;
  private double[] xs = new double[64];
  private double[] ys = new double[64];
  private int size;

  Points(String name) {
    this.name = name;
  }

  void clear() {
    size = 0;
  }

  void add(double x, double y) {
    if (size == xs.length) {
      xs = Arrays.copyOf(xs, 2 * size);
      ys = Arrays.copyOf(ys, 2 * size);
    }
    xs[size] = x;
    ys[size++] = y;
  }

  int size() {
    return size;
  }

  @Override
  public int getSeriesCount() {
    return 1;
  }

  @Override
  public Comparable<String> getSeriesKey(int series) {
    return name;
  }

  @Override
  public DomainOrder getDomainOrder() {
    return DomainOrder.ASCENDING;
  }

  @Override
  public int getItemCount(int series) {
    return size;
  }

  @Override
  public Number getX(int series, int item) {
    return xs[item];
  }

  @Override
  public Number getY(int series, int item) {
    return ys[item];
  }

  @Override
  public double getXValue(int series, int item) {
    return xs[item];
  }

  @Override
  public double getYValue(int series, int item) {
    return ys[item];
  }
}
