package studio.backprop.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * For kernels three or five taps wide with stride 1: some result pixels of a row are computed at once, and share the source pixels that
 * they see. Rows of the source have their padding beside them, copied where there is any; rows above and below are left out, so that
 * only products at the left and right edge are wasted. Taps are taken in the order of the source pixels.
 */
final class LaneRowSum implements LaneSum {
  private static final int LENGTH = ProductTile.LENGTH;
  /** Pixels of the narrowest row of results that the tiles can write. */
  private static final int NARROWEST = 4;

  /** Result rows that see the same rows of the kernel. */
  private final class Band {
    final int firstRow;
    final int endRow;
    /** Of the source, for the first result row. */
    final int sourceRow;
    /** The first kernel row, in the order of the source, and how many there are. */
    final int kernelRow;
    final int kernelRows;
    /** Where each row of taps of each source channel begins, and where each tap lies. */
    final int[] runs;
    final int[] taps;
    final float[] weights;

    Band(int firstRow, int endRow) {
      this.firstRow = firstRow;
      this.endRow = endRow;
      kernelRow = firstKernelRow(firstRow);
      kernelRows = endKernelRow(firstRow) - kernelRow;
      sourceRow = firstRow + kernelRow - above;
      runs = new int[sourceChannels * kernelRows];
      for (int i = 0; i < runs.length; i++) {
        runs[i] = (i / kernelRows * sourcePlane + i % kernelRows * rowLength) * LENGTH;
      }
      taps = new int[runs.length * kernelWidth];
      for (int i = 0; i < taps.length; i++) {
        taps[i] = runs[i / kernelWidth] + i % kernelWidth * LENGTH;
      }
      weights = isWhole() ? packed : new float[convGroups * resultChannels * (1 + taps.length)];
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
  /** Rows and columns of padding before the first of the source. */
  private final int above;
  private final int before;
  /** Pixels of a row of the source with its padding. */
  private final int rowLength;
  /** From a channel of the source to the next, in pixels. */
  private final int sourcePlane;
  private final boolean inPlace;
  private final int[] tiles;
  /** The weights of bands that see the whole kernel. */
  private final float[] packed;
  private final Band[] bands;

  /** Whether this class can do it, on a machine with enough registers. */
  static boolean fits(ConvSize size, boolean forward) {
    boolean plain = Math.max(size.strideHeight(), size.strideWidth()) == 1 && Math.max(size.dilationHeight(), size.dilationWidth()) == 1;
    boolean wide = size.kernelWidth() == 3 || size.kernelWidth() == 5;
    boolean room = (forward ? size.outWidth() : size.inWidth()) >= NARROWEST
        && (forward || Math.max(size.padLeft(), size.padRight()) < size.kernelWidth());
    return plain && wide && room && !ProductTile.FEW_REGISTERS;
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
    tiles = tiles(resultChannels, kernelWidth);
    packed = new float[convGroups * resultChannels * (1 + sourceChannels * kernelHeight * kernelWidth)];
    bands = bands();
  }

  /**
   * Whether the same pixel of all channels falls into different sets of the near cache, whose addresses repeat after 64 vectors of
   * 64 bytes. Otherwise the channels push each other out.
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

  /** Channels of the tiles; what is left in the end goes through {@link LaneTile}. */
  private static int[] tiles(int channels, int kernelWidth) {
    List<Integer> tiles = new ArrayList<>();
    for (int left = channels; left > 0; left -= tiles.get(tiles.size() - 1)) {
      boolean six = kernelWidth == 3 ? left == 6 : left >= 6 && left != 8;
      tiles.add(six ? 6 : left >= 4 ? 4 : left >= 2 ? 2 : 1);
    }
    return tiles.stream().mapToInt(tile -> tile).toArray();
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
    int at = 0;
    for (int g = 0; g < convGroups; g++) {
      int channel = g * resultChannels;
      for (int tile : tiles) {
        for (int i = 0; i < tile; i++) {
          packed[at + i] = b == null ? 0 : b[channel + i];
          packChannel(w, g, channel - g * resultChannels + i, at + tile + i, tile);
        }
        at += tile * (1 + sourceChannels * kernelHeight * kernelWidth);
        channel += tile;
      }
    }
    for (Band band : bands) {
      if (!band.isWhole()) {
        packPart(band);
      }
    }
  }

  private void packChannel(float[] w, int g, int channel, int at, int tile) {
    int kernel = kernelHeight * kernelWidth;
    int resultStep = forward ? sourceChannels * kernel : kernel;
    int sourceStep = forward ? kernel : resultChannels * kernel;
    int from = g * resultChannels * sourceChannels * kernel + channel * resultStep + (forward ? 0 : kernel - 1);
    int step = forward ? 1 : -1;
    int to = at;
    for (int s = 0; s < sourceChannels; s++) {
      int tap = from + s * sourceStep;
      for (int i = 0; i < kernel; i++) {
        packed[to] = w[tap];
        tap += step;
        to += tile;
      }
    }
  }

  /** Copies the kernel rows that a band sees. */
  private void packPart(Band band) {
    int from = 0;
    int to = 0;
    for (int g = 0; g < convGroups; g++) {
      for (int tile : tiles) {
        System.arraycopy(packed, from, band.weights, to, tile);
        from += tile;
        to += tile;
        int length = band.kernelRows * kernelWidth * tile;
        for (int s = 0; s < sourceChannels; s++) {
          System.arraycopy(packed, from + band.kernelRow * kernelWidth * tile, band.weights, to, length);
          from += kernelHeight * kernelWidth * tile;
          to += length;
        }
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

  /** Copies one block of the source, with zeros beside its rows. */
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

  private void runRow(Band band, float[] rows, int from, float[] result, int to) {
    int plane = resultHeight * resultWidth * LENGTH;
    int wAt = 0;
    for (int g = 0; g < convGroups; g++) {
      int x = from + g * sourceChannels * sourcePlane * LENGTH;
      int y = to + g * resultChannels * plane;
      for (int tile : tiles) {
        runTile(tile, band, rows, x, wAt, result, y, plane);
        wAt += tile * (1 + band.taps.length);
        y += tile * plane;
      }
    }
  }

  /** Some channels of a row of results. The last pixels may be computed again: that writes the same numbers. */
  private void runTile(int tile, Band band, float[] rows, int x, int wAt, float[] result, int y, int plane) {
    int pixels = tile < 4 ? 2 : LaneRowTile.pixels(tile);
    for (int column = 0; column < resultWidth; column += pixels) {
      int at = Math.min(column, resultWidth - pixels) * LENGTH;
      if (tile < 4) {
        LaneTile.run(tile, rows, x + at, x + at + LENGTH, band.taps, band.taps.length, band.weights, wAt,
            result, y + at, y + at + LENGTH, plane);
      } else {
        LaneRowTile.run(tile, kernelWidth, rows, x + at, band.runs, band.weights, wAt, result, y + at, plane);
      }
    }
  }
}
