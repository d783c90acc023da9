package studio.backprop.kernel;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/** Where the windows of a pool lie in a plane whose pixels are vectors. */
final class LaneWindows {
  private static final int LENGTH = ProductTile.LENGTH;

  /** Where the pixels of each window lie, one window after another. */
  final int[] places;
  /** Where each window begins among the places, and where the last one ends. */
  final int[] starts;
  /** Where windows lie side by side, each pixel gets at most one gradient; those that get none are listed. */
  final boolean apart;
  final int[] uncovered;

  LaneWindows(int pixels, int[][] windows) {
    places = Arrays.stream(windows).flatMapToInt(Arrays::stream).map(pixel -> pixel * LENGTH).toArray();
    starts = new int[windows.length + 1];
    for (int i = 0; i < windows.length; i++) {
      starts[i + 1] = starts[i] + windows[i].length;
    }
    BitSet covered = new BitSet(pixels);
    Arrays.stream(windows).flatMapToInt(Arrays::stream).forEach(covered::set);
    apart = covered.cardinality() == places.length;
    uncovered = IntStream.range(0, pixels).filter(pixel -> !covered.get(pixel)).map(pixel -> pixel * LENGTH).toArray();
  }
}
