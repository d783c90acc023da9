package studio.backprop.kernel;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Input pixels of each output pixel of a convolution. Output pixels with the same taps of the kernel form a group with fixed tap offsets,
 * for any stride, padding and dilation: nothing is padded and no product is wasted on borders.
 */
final class Stencil {
  /**
   * @param taps of the kernel, numbered row by row
   * @param offsets of the taps, in pixels from the first
   * @param sources input pixel of the first tap, for each output pixel
   * @param results output pixels
   */
  record Group(int[] taps, int[] offsets, int[] sources, int[] results) {}

  /** Input pixel of an output pixel and a tap; negative in the padding. */
  interface Source {
    int pixel(int result, int tap);
  }

  private Stencil() {}

  /** Output pixels as sums over pixels of x. */
  static List<Group> forward(ConvSize size) {
    return groups(size.outPixels(), size.kernelHeight() * size.kernelWidth(), (result, tap) -> {
      int row = result / size.outWidth() * size.strideHeight() + tap / size.kernelWidth() * size.dilationHeight() - size.padTop();
      int column = result % size.outWidth() * size.strideWidth() + tap % size.kernelWidth() * size.dilationWidth() - size.padLeft();
      boolean inside = row >= 0 && row < size.inHeight() && column >= 0 && column < size.inWidth();
      return inside ? row * size.inWidth() + column : -1;
    });
  }

  /** Input gradients as sums over output gradients. */
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
