package studio.backprop.landscape;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Progressive computation of a loss map: every ninth grid line, then every third, then all; each point once. */
public final class LossMapper {
  /** Default number of grid points along each axis. */
  public static final int SIDE = 40;
  public static final int FEWEST_SIDE = 5;
  public static final int MOST_SIDE = 200;

  private static final int[] STRIDES = {9, 3, 1};
  private static final double NANOS = 1e9;

  private final LossSurface surface;
  private final float[] states;
  private final WeightPlane plane;
  private final MapFrame frame;
  private final int side;
  private final double[] losses;
  private int computed;

  /**
   * @param states running statistics, those of the centre
   * @param side grid points along each axis, {@link #FEWEST_SIDE} to {@link #MOST_SIDE}
   */
  public LossMapper(LossSurface surface, float[] states, WeightPlane plane, MapFrame frame, int side) {
    if (side < FEWEST_SIDE || side > MOST_SIDE) {
      throw new IllegalArgumentException("crossings along a side must be from " + FEWEST_SIDE + " to " + MOST_SIDE + ", but were " + side);
    }
    this.surface = surface;
    this.states = states;
    this.plane = plane;
    this.frame = frame;
    this.side = side;
    this.losses = new double[side * side];
    Arrays.fill(losses, Double.NaN);
  }

  /**
   * Computes the whole map on the calling thread.
   *
   * @param drawn notified of each pass
   * @param rest called after each pass through the network; may block, or throw to abort
   */
  public LossMap compute(Consumer<LossMap> drawn, Runnable rest) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    LossMap map = null;
    boolean[] known = new boolean[losses.length];
    for (int stride : STRIDES) {
      int[] lines = lines(stride);
      int[] places = IntStream.of(lines).flatMap(row -> IntStream.of(lines).map(column -> row * side + column))
          .filter(place -> !known[place]).toArray();
      LossMap shape = new LossMap(plane, frame, side, losses, 0, 0, 0);
      double[] found = surface.all(places.length,
          (point, into) -> plane.point(shape.a(places[point] % side), shape.b(places[point] / side), into), states, rest);
      for (int i = 0; i < places.length; i++) {
        losses[places[i]] = found[i];
        known[places[i]] = true;
      }
      computed += places.length;
      double seconds = (threads.getCurrentThreadCpuTime() - before) / NANOS;
      map = new LossMap(plane, frame, side, filled(lines), computed, seconds, surface.rows());
      drawn.accept(map);
    }
    return map;
  }

  /** Every nth grid line, and the last. */
  private int[] lines(int stride) {
    List<Integer> lines = new ArrayList<>();
    for (int line = 0; line < side; line += stride) {
      lines.add(line);
    }
    if (lines.get(lines.size() - 1) != side - 1) {
      lines.add(side - 1);
    }
    return lines.stream().mapToInt(Integer::intValue).toArray();
  }

  /** All losses, interpolated between the lines. */
  private double[] filled(int[] lines) {
    double[] all = new double[losses.length];
    int below = 0;
    for (int row = 0; row < side; row++) {
      below = below + 1 < lines.length - 1 && lines[below + 1] <= row ? below + 1 : below;
      int left = 0;
      for (int column = 0; column < side; column++) {
        left = left + 1 < lines.length - 1 && lines[left + 1] <= column ? left + 1 : left;
        double x = (double) (column - lines[left]) / (lines[left + 1] - lines[left]);
        double y = (double) (row - lines[below]) / (lines[below + 1] - lines[below]);
        all[row * side + column] = mixed(mixed(loss(lines[left], lines[below]), loss(lines[left + 1], lines[below]), x),
            mixed(loss(lines[left], lines[below + 1]), loss(lines[left + 1], lines[below + 1]), x), y);
      }
    }
    return all;
  }

  private double loss(int column, int row) {
    return losses[row * side + column];
  }

  /** Linear interpolation; exact at 0 and 1, even if the other value is not finite. */
  private static double mixed(double from, double to, double share) {
    return share == 0 ? from : share == 1 ? to : from + (to - from) * share;
  }
}
