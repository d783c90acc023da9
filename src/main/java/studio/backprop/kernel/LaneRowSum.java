package studio.backprop.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Convolution for kernels three or five taps wide with stride 1: several output pixels of a row are computed together and share their input
 * pixels. Input rows are copied with their left and right padding; rows above and below are skipped, so that only products at the left and
 * right edge are wasted. Input channels are blocked for the L1 cache. Taps are in the order of the input pixels.
 */
final class LaneRowSum implements LaneSum {
  private static final int LENGTH = ProductTile.LENGTH;
  /** Narrowest output row of the tiles, in pixels. */
  private static final int NARROWEST = 4;
  /** Ratio of computed to required products above which {@link LaneStencilSum} is faster. */
  private static final double MOST_WASTE = 1.4;
  /** Input channels per block: 18 KB with three rows of six pixels. */
  private static final int BLOCK = 16;

  /** Output rows with the same kernel rows. */
  private final class Band {
    final int firstRow;
    final int endRow;
    /** Input row of the first output row. */
    final int sourceRow;
    /** First kernel row, in the order of the input, and their number. */
    final int kernelRow;
    final int kernelRows;
    /** For each block of input channels, the start of each row of taps. */
    final int[][] runs;
    /** Offset of each tap of all channels. */
    final int[] taps;
    /** By group: block by block the weights of the tiles, then those of the remaining channels. */
    final float[] weights;

    Band(int firstRow, int endRow) {
      this.firstRow = firstRow;
      this.endRow = endRow;
      kernelRow = firstKernelRow(firstRow);
      kernelRows = endKernelRow(firstRow) - kernelRow;
      sourceRow = firstRow + kernelRow - above;
      runs = new int[(sourceChannels + BLOCK - 1) / BLOCK][];
      for (int block = 0; block < runs.length; block++) {
        int first = block * BLOCK;
        runs[block] = IntStream.range(0, (Math.min(sourceChannels, first + BLOCK) - first) * kernelRows)
            .map(i -> ((first + i / kernelRows) * sourcePlane + i % kernelRows * rowLength) * LENGTH).toArray();
      }
      taps = Arrays.stream(runs).flatMapToInt(Arrays::stream)
          .flatMap(run -> IntStream.range(0, kernelWidth).map(tap -> run + tap * LENGTH)).toArray();
      weights = isWhole() ? packed : new float[convGroups * (resultChannels * taps.length + rest())];
    }

    boolean isWhole() {
      return kernelRows == kernelHeight;
    }
  }

  private final ThreadLocal<LaneScratch> scratch;
  private final boolean forward;
  private final int convGroups;
  private final int resultChannels;
  private final int resultHeight;
  private final int resultWidth;
  private final int sourceChannels;
  private final int sourceHeight;
  private final int sourceWidth;
  private final int kernelHeight;
  private final int kernelWidth;
  /** Rows and columns of leading padding. */
  private final int above;
  private final int before;
  /** Pixels of a padded input row. */
  private final int rowLength;
  /** Pixels between input channels. */
  private final int sourcePlane;
  private final boolean inPlace;
  /** Channels per tile, and tiles per group. */
  private final int tile;
  private final int tiles;
  /** Weights of bands with the whole kernel. */
  private final float[] packed;
  /** Biases of the tiles' channels, for all pixels of a tile. */
  private final float[] starts;
  private final Band[] bands;

  /** Whether this class is applicable, on a machine with enough registers. */
  static boolean fits(ConvSize size, boolean forward) {
    boolean plain = Math.max(size.strideHeight(), size.strideWidth()) == 1 && Math.max(size.dilationHeight(), size.dilationWidth()) == 1;
    boolean wide = size.kernelWidth() == 3 || size.kernelWidth() == 5;
    boolean room = (forward ? size.outWidth() : size.inWidth()) >= NARROWEST
        && (forward || Math.max(size.padLeft(), size.padRight()) < size.kernelWidth());
    boolean many = (forward ? size.groupFilters() : size.groupChannels()) >= 4;
    return plain && wide && room && many && !ProductTile.FEW_REGISTERS && waste(size, forward) <= MOST_WASTE;
  }

  /** Computed products per required one, including padding and recomputed pixels. */
  private static double waste(ConvSize size, boolean forward) {
    int results = forward ? size.outWidth() : size.inWidth();
    int sources = forward ? size.inWidth() : size.outWidth();
    int before = forward ? size.padLeft() : size.kernelWidth() - 1 - size.padLeft();
    int needed = 0;
    for (int column = 0; column < results; column++) {
      needed += Math.max(0, Math.min(sources, column - before + size.kernelWidth()) - Math.max(0, column - before));
    }
    int pixels = LaneRowTile.pixels(tile(forward ? size.groupFilters() : size.groupChannels()));
    return (double) ((results + pixels - 1) / pixels * pixels) * size.kernelWidth() / Math.max(1, needed);
  }

  private static int tile(int channels) {
    return channels % 6 == 0 && channels % 4 != 0 ? 6 : 4;
  }

  LaneRowSum(ConvSize size, boolean forward, ThreadLocal<LaneScratch> scratch) {
    this.scratch = scratch;
    this.forward = forward;
    convGroups = size.groups();
    kernelHeight = size.kernelHeight();
    kernelWidth = size.kernelWidth();
    resultChannels = forward ? size.groupFilters() : size.groupChannels();
    resultHeight = forward ? size.outHeight() : size.inHeight();
    resultWidth = forward ? size.outWidth() : size.inWidth();
    sourceChannels = forward ? size.groupChannels() : size.groupFilters();
    sourceHeight = forward ? size.inHeight() : size.outHeight();
    sourceWidth = forward ? size.inWidth() : size.outWidth();
    above = forward ? size.padTop() : kernelHeight - 1 - size.padTop();
    before = forward ? size.padLeft() : kernelWidth - 1 - size.padLeft();
    rowLength = resultWidth + kernelWidth - 1;
    inPlace = rowLength == sourceWidth && spreads(sourceHeight * sourceWidth);
    sourcePlane = inPlace ? sourceHeight * sourceWidth : spread(sourceHeight * rowLength);
    tile = tile(resultChannels);
    tiles = resultChannels / tile;
    packed = new float[convGroups * (resultChannels * sourceChannels * kernelHeight * kernelWidth + rest())];
    starts = new float[convGroups * tiles * tile * LaneRowTile.pixels(tile) * LENGTH];
    bands = bands();
  }

  /** Channels beyond the tiles. */
  private int rest() {
    return resultChannels - tiles * tile;
  }

  /**
   * Whether the same pixel of all channels maps to different sets of the L1 cache, which repeat after 64 lines of 64 bytes. Otherwise the
   * channels evict each other.
   */
  private static boolean spreads(int plane) {
    return plane % 16 >= 4 && plane % 16 <= 12;
  }

  private static int spread(int plane) {
    int wider = plane;
    while (!spreads(wider)) {
      wider++;
    }
    return wider;
  }

  private int firstKernelRow(int resultRow) {
    return Math.min(kernelHeight, Math.max(0, above - resultRow));
  }

  private int endKernelRow(int resultRow) {
    return Math.max(firstKernelRow(resultRow), Math.min(kernelHeight, sourceHeight + above - resultRow));
  }

  private Band[] bands() {
    List<Band> found = new ArrayList<>();
    int first = 0;
    for (int row = 1; row <= resultHeight; row++) {
      boolean same = row < resultHeight
          && firstKernelRow(row) == firstKernelRow(first) && endKernelRow(row) == endKernelRow(first);
      if (!same) {
        found.add(new Band(first, row));
        first = row;
      }
    }
    return found.toArray(Band[]::new);
  }

  @Override
  public void pack(float[] w, float[] b) {
    int kernel = kernelHeight * kernelWidth;
    int each = LaneRowTile.pixels(tile) * LENGTH;
    int at = 0;
    for (int g = 0; g < convGroups; g++) {
      for (int first = 0; first < sourceChannels; first += BLOCK) {
        int end = Math.min(sourceChannels, first + BLOCK);
        for (int channel = 0; channel < tiles * tile; channel++) {
          int to = at + channel / tile * tile * (end - first) * kernel + channel % tile;
          packChannel(w, g, channel, first, end, to, tile);
        }
        at += tiles * tile * (end - first) * kernel;
      }
      for (int channel = 0; channel < tiles * tile; channel++) {
        int to = (g * tiles * tile + channel) * each;
        Arrays.fill(starts, to, to + each, b == null ? 0 : b[g * resultChannels + channel]);
      }
      for (int i = 0; i < rest(); i++) {
        packed[at + i] = b == null ? 0 : b[g * resultChannels + tiles * tile + i];
        packChannel(w, g, tiles * tile + i, 0, sourceChannels, at + rest() + i, rest());
      }
      at += rest() * (1 + sourceChannels * kernel);
    }
    for (Band band : bands) {
      if (!band.isWhole()) {
        packPart(band);
      }
    }
  }

  /** One output channel's weights, {@code apart} from each other. */
  private void packChannel(float[] w, int g, int channel, int firstSource, int endSource, int at, int apart) {
    int kernel = kernelHeight * kernelWidth;
    int resultStep = forward ? sourceChannels * kernel : kernel;
    int sourceStep = forward ? kernel : resultChannels * kernel;
    int from = g * resultChannels * sourceChannels * kernel + channel * resultStep + (forward ? 0 : kernel - 1);
    int step = forward ? 1 : -1;
    int to = at;
    for (int s = firstSource; s < endSource; s++) {
      int tap = from + s * sourceStep;
      for (int i = 0; i < kernel; i++) {
        packed[to] = w[tap];
        tap += step;
        to += apart;
      }
    }
  }

  /** Copies the kernel rows of a band. */
  private void packPart(Band band) {
    int kernel = kernelHeight * kernelWidth;
    int part = band.kernelRows * kernelWidth;
    int skipped = band.kernelRow * kernelWidth;
    int from = 0;
    int to = 0;
    for (int g = 0; g < convGroups; g++) {
      for (int i = 0; i < tiles * sourceChannels; i++, from += kernel * tile, to += part * tile) {
        System.arraycopy(packed, from + skipped * tile, band.weights, to, part * tile);
      }
      System.arraycopy(packed, from, band.weights, to, rest());
      from += rest();
      to += rest();
      for (int i = 0; i < sourceChannels && rest() > 0; i++, from += kernel * rest(), to += part * rest()) {
        System.arraycopy(packed, from + skipped * rest(), band.weights, to, part * rest());
      }
    }
  }

  @Override
  public void run(float[] source, int sourceAt, float[] result, int resultAt) {
    float[] rows = source;
    int rowsAt = sourceAt;
    if (!inPlace) {
      rows = scratch.get().widened(convGroups * sourceChannels * sourcePlane * LENGTH);
      rowsAt = 0;
      widen(source, sourceAt, rows);
    }
    for (Band band : bands) {
      for (int row = band.firstRow; row < band.endRow; row++) {
        int from = rowsAt + (band.sourceRow + row - band.firstRow) * rowLength * LENGTH;
        runRow(band, rows, from, result, resultAt + row * resultWidth * LENGTH);
      }
    }
  }

  /** Copies one block of the input, with zeros beside its rows. */
  private void widen(float[] source, int sourceAt, float[] rows) {
    int left = before * LENGTH;
    int length = sourceWidth * LENGTH;
    int end = rowLength * LENGTH;
    int from = sourceAt;
    for (int channel = 0; channel < convGroups * sourceChannels; channel++) {
      int to = channel * sourcePlane * LENGTH;
      for (int row = 0; row < sourceHeight; row++, from += length, to += end) {
        Arrays.fill(rows, to, to + left, 0);
        System.arraycopy(source, from, rows, to + left, length);
        Arrays.fill(rows, to + left + length, to + end, 0);
      }
    }
  }

  /** All channels of an output row. The last pixels may be recomputed, with the same results. */
  private void runRow(Band band, float[] rows, int from, float[] result, int to) {
    int plane = resultHeight * resultWidth * LENGTH;
    int pixels = LaneRowTile.pixels(tile);
    int groupLength = resultChannels * band.taps.length + rest();
    for (int g = 0; g < convGroups; g++) {
      int x = from + g * sourceChannels * sourcePlane * LENGTH;
      int y = to + g * resultChannels * plane;
      int start = g * tiles * tile * pixels * LENGTH;
      for (int column = 0; column < resultWidth; column += pixels) {
        int at = Math.min(column, resultWidth - pixels) * LENGTH;
        runTiles(band, g * groupLength, rows, x + at, start, result, y + at, plane);
      }
      int left = g * groupLength + tiles * tile * band.taps.length;
      for (int column = 0; column < resultWidth && rest() > 0; column += 2) {
        int at = Math.min(column, resultWidth - 2) * LENGTH;
        runRest(band, left, rows, x + at, result, y + tiles * tile * plane + at, plane);
      }
    }
  }

  /** Some pixels of the tiled channels. */
  private void runTiles(Band band, int weights, float[] rows, int x, int start, float[] result, int y, int plane) {
    int each = LaneRowTile.pixels(tile) * LENGTH;
    int wAt = weights;
    for (int block = 0; block < band.runs.length; block++) {
      int[] runs = band.runs[block];
      for (int t = 0; t < tiles; t++, wAt += runs.length * kernelWidth * tile) {
        int to = y + t * tile * plane;
        if (block == 0) {
          LaneRowTile.run(tile, kernelWidth, rows, x, runs, band.weights, wAt, starts, start + t * tile * each, each, result, to, plane);
        } else {
          LaneRowTile.run(tile, kernelWidth, rows, x, runs, band.weights, wAt, result, to, plane, result, to, plane);
        }
      }
    }
  }

  /** Two pixels of the remaining channels. */
  private void runRest(Band band, int wAt, float[] rows, int x, float[] result, int y, int plane) {
    LaneTile.run(rest(), rows, x, x + LENGTH, band.taps, band.taps.length, band.weights, wAt, result, y, y + LENGTH, plane);
  }
}
