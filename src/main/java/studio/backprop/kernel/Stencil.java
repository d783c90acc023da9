package studio.backprop.kernel;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which source pixels each result pixel of a convolution sums over. Result pixels that see the same taps of the kernel form a group:
 * within it every tap lies at a fixed distance, whatever stride, padding and dilation are, so nothing need be padded and no product is
 * wasted on a border.
 */
final class Stencil {
  /**
   * @param taps of the kernel that these pixels see, numbered row by row
   * @param offsets of the taps, in pixels from the first
   * @param sources the source pixel of the first tap, for each result pixel
   * @param results the result pixels
   */
  record Group(int[] taps, int[] offsets, int[] sources, int[] results) {}

  /** The source pixel that a result pixel sees through a tap, below 0 where there is none. */
  interface Source {
    int pixel(int result, int tap);
  }

  private Stencil() {}

  /** A result pixel sums over pixels of x. */
  static List<Group> forward(ConvSize size) {
    return groups(size.outPixels(), size.kernelHeight() * size.kernelWidth(), (result, tap) -> {
      int row = result / size.outWidth() * size.strideHeight() + tap / size.kernelWidth() * size.dilationHeight() - size.padTop();
      int column = result % size.outWidth() * size.strideWidth() + tap % size.kernelWidth() * size.dilationWidth() - size.padLeft();
      boolean inside = row >= 0 && row < size.inHeight() && column >= 0 && column < size.inWidth();
      return inside ? row * size.inWidth() + column : -1;
    });
  }

  /** A pixel of x gathers the gradients of all results that it went into. */
  static List<Group> backward(ConvSize size) {
    return groups(size.inPixels(), size.kernelHeight() * size.kernelWidth(), (result, tap) -> {
      int row = result / size.inWidth() + size.padTop() - tap / size.kernelWidth() * size.dilationHeight();
      int column = result % size.inWidth() + size.padLeft() - tap % size.kernelWidth() * size.dilationWidth();
      boolean inside = row >= 0 && row % size.strideHeight() == 0 && row / size.strideHeight() < size.outHeight()
          && column >= 0 && column % size.strideWidth() == 0 && column / size.strideWidth() < size.outWidth();
      return inside ? row / size.strideHeight() * size.outWidth() + column / size.strideWidth() : -1;
    });
  }

  static int paddedWidth(ConvSize size) {
    return size.padLeft() + size.inWidth() + size.padRight();
  }

  static int paddedHeight(ConvSize size) {
    return size.padTop() + size.inHeight() + size.padBottom();
  }

  private static List<Group> groups(int results, int taps, Source source) {
    Map<BitSet, List<Integer>> members = new LinkedHashMap<>();
    for (int result = 0; result < results; result++) {
      BitSet seen = new BitSet(taps);
      for (int tap = 0; tap < taps; tap++) {
        seen.set(tap, source.pixel(result, tap) >= 0);
      }
      members.computeIfAbsent(seen, key -> new ArrayList<>()).add(result);
    }
    List<Group> groups = new ArrayList<>();
    members.forEach((seen, pixels) -> groups.add(group(seen.stream().toArray(), pixels.stream().mapToInt(p -> p).toArray(), source)));
    return groups;
  }

  private static Group group(int[] taps, int[] results, Source source) {
    int[] offsets = new int[taps.length];
    int[] sources = new int[results.length];
    for (int i = 0; i < results.length && taps.length > 0; i++) {
      sources[i] = source.pixel(results[i], taps[0]);
    }
    for (int t = 0; t < taps.length; t++) {
      offsets[t] = source.pixel(results[0], taps[t]) - sources[0];
    }
    return new Group(taps, offsets, sources, results);
  }
}
