package studio.backprop.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;

/**
 * Weight gradient of a convolution with the batch in the vector lanes. Parallel over tiles. Tiles of the same filters process the batch
 * together, in pieces of a few output pixels, whose gradients stay in the L1 cache. To limit rounding errors, float sums are added to
 * totals after {@link #MAX_RUN} products.
 */
final class LaneGradient {
  private static final int LENGTH = ProductTile.LENGTH;
  private static final int MOST_CHUNKS = 16;
  private static final int CHUNKS_PER_THREAD = 4;
  private static final int TILE = 24 * LENGTH;
  private static final int SQUARE = LENGTH * LENGTH;
  /** Products per running float sum of a lane. */
  private static final int MAX_RUN = 1024;
  /** Pixels per piece: the gradients of eight filters for them fit into the L1 cache. */
  private static final int PIECE_PIXELS = GradientRowTile.PIXELS;
  /** Size of their contiguous copy: planes at distances of powers of two would evict each other from the cache. */
  static final int NEAR_LENGTH = 8 * GradientRowTile.PLANE;
  /** Minimum number of tiles for which the copy pays off. */
  private static final int WORTH_COPYING = 8;

  /**
   * Some filters by some taps; {@code filters} and {@code wide} are the size of the tile, which may exceed the real ones.
   *
   * @param row whether the taps are a row of the kernel
   */
  private record Tile(int group, int filter, int filters, int tap, int wide, boolean row) {}

  /** Output pixels from {@code first} on; {@code windows} are the starts of their windows in x. */
  private record Piece(int first, int[] windows) {}

  private final ConvSize size;
  private final int blocks;
  private final int xPlane;
  private final int dyPlane;
  private final int[] taps;
  /** Whether the pixels of each part are pairs of neighbours, and so are their windows. */
  private final boolean inPairs;
  /** All output pixels, in parts of one running sum, cut into pieces. */
  private final Piece[][] parts;
  private final Tile[] tiles;
  private final float[] sums;
  /** Whether a batch has more products than one running sum. */
  private final boolean settles;
  /** Totals of the running sums; the same array if there is only one part. */
  private final float[] totals;
  private final int chunks;

  /** @param threads that share the tiles */
  LaneGradient(ConvSize size, int blocks, int threads) {
    this.size = size;
    this.blocks = blocks;
    xPlane = Stencil.paddedHeight(size) * Stencil.paddedWidth(size) * LENGTH;
    dyPlane = size.outPixels() * LENGTH;
    parts = new Piece[(size.outPixels() + MAX_RUN - 1) / MAX_RUN][];
    inPairs = size.strideWidth() == 1 && size.outWidth() % 2 == 0
        && IntStream.range(0, parts.length).allMatch(part -> firstPixel(part) % 2 == 0);
    for (int part = 0; part < parts.length; part++) {
      parts[part] = pieces(firstPixel(part), firstPixel(part + 1));
    }
    taps = new int[size.taps() + 4];
    for (int i = 0; i < taps.length; i++) {
      taps[i] = tapOffset(Math.min(i, size.taps() - 1));
    }
    tiles = tiles();
    sums = new float[tiles.length * TILE];
    settles = (long) blocks * size.outPixels() > MAX_RUN;
    totals = settles ? new float[sums.length] : sums;
    chunks = threads == 1 ? 1 : chunks(Math.min(MOST_CHUNKS, CHUNKS_PER_THREAD * threads));
  }

  /** Tiles of the same filters form one chunk, unless they are many: they read the same gradients. */
  private int chunks(int most) {
    int filters = 0;
    for (int tile = 0; tile < tiles.length; tile = endOfFilters(tile)) {
      filters++;
    }
    int sensible = Math.min(most, Math.max(filters, tiles.length / WORTH_COPYING));
    return (int) Math.max(1, Math.min(sensible, size.multiplyAdds() / LaneConvolution.CHUNK_MULTIPLY_ADDS));
  }

  private int firstPixel(int part) {
    return (int) ((long) size.outPixels() * part / parts.length);
  }

  /** Pieces of about equal, even length; the last may be odd. */
  private Piece[] pieces(int from, int end) {
    Piece[] pieces = new Piece[(end - from + PIECE_PIXELS - 1) / PIECE_PIXELS];
    int length = ((end - from + pieces.length - 1) / pieces.length + 1) / 2 * 2;
    for (int i = 0; i < pieces.length; i++) {
      int first = from + i * length;
      pieces[i] = new Piece(first, IntStream.range(first, Math.min(first + length, end)).map(this::pixelOffset).toArray());
    }
    return pieces;
  }

  private int pixelOffset(int pixel) {
    int row = pixel / size.outWidth() * size.strideHeight();
    return (row * Stencil.paddedWidth(size) + pixel % size.outWidth() * size.strideWidth()) * LENGTH;
  }

  private int tapOffset(int tap) {
    int column = tap % size.kernelWidth() * size.dilationWidth();
    int row = tap / size.kernelWidth() % size.kernelHeight() * size.dilationHeight();
    int channel = tap / (size.kernelWidth() * size.kernelHeight());
    return channel * xPlane + (row * Stencil.paddedWidth(size) + column) * LENGTH;
  }

  private Tile[] tiles() {
    List<Tile> tiles = new ArrayList<>();
    for (int group = 0; group < size.groups(); group++) {
      int filters;
      for (int filter = 0; filter < size.groupFilters(); filter += filters) {
        int left = size.groupFilters() - filter;
        boolean eightByThree = left >= 7 && sideBySide(3);
        filters = eightByThree ? 8 : threeOrFour(left);
        boolean row = eightByThree || filters == 4 && inPairs && sideBySide(5);
        int wide;
        for (int tap = 0; tap < size.taps(); tap += wide) {
          wide = row ? size.kernelWidth() : fourOrFive(size.taps() - tap);
          tiles.add(new Tile(group, filter, filters, tap, wide, row));
        }
      }
    }
    return tiles.toArray(Tile[]::new);
  }

  /** Whether these taps are a row of the kernel, and the machine has the registers for row tiles. */
  private boolean sideBySide(int taps) {
    return !ProductTile.FEW_REGISTERS && size.kernelWidth() == taps && size.dilationWidth() == 1;
  }

  private static int threeOrFour(int left) {
    return ProductTile.FEW_REGISTERS || left % 4 != 0 && left <= 6 ? 3 : 4;
  }

  private static int fourOrFive(int left) {
    return ProductTile.FEW_REGISTERS || left < 5 || left % 4 == 0 && left <= 16 ? 4 : 5;
  }

  int chunks() {
    return chunks;
  }

  /**
   * Adds the gradients of one chunk's weights. x (zero-padded) and dy are whole batches of blocks; {@code near} is the thread's scratch of
   * {@link #NEAR_LENGTH}.
   */
  void run(int chunk, float[] x, int xBlock, float[] dy, int dyBlock, float[] near, float[] dw) {
    int end = (int) ((long) tiles.length * (chunk + 1) / chunks);
    int next;
    for (int first = (int) ((long) tiles.length * chunk / chunks); first < end; first = next) {
      next = Math.min(end, endOfFilters(first));
      runTiles(first, next, x, xBlock, dy, dyBlock, near);
      int squares = Square.fits() ? (next - first) * TILE / SQUARE : 0;
      for (int i = 0; i < squares; i++) {
        Square.transpose(totals, first * TILE + i * SQUARE, LENGTH, totals, first * TILE + i * SQUARE, LENGTH);
        HalvedSum.sumColumns(totals, first * TILE + i * SQUARE);
      }
      for (int i = first; i < next; i++) {
        addTile(tiles[i], first * TILE, (i - first) * TILE / LENGTH, squares, dw);
      }
    }
  }

  /** Index of the next tile with other filters. */
  private int endOfFilters(int tile) {
    int end = tile + 1;
    while (end < tiles.length && tiles[end].group == tiles[tile].group && tiles[end].filter == tiles[tile].filter) {
      end++;
    }
    return end;
  }

  private void runTiles(int first, int end, float[] x, int xBlock, float[] dy, int dyBlock, float[] near) {
    Arrays.fill(sums, first * TILE, end * TILE, 0);
    if (settles) {
      Arrays.fill(totals, first * TILE, end * TILE, 0);
    }
    int terms = 0;
    for (int block = 0; block < blocks; block++) {
      for (int part = 0; part < parts.length; part++) {
        terms += firstPixel(part + 1) - firstPixel(part);
        boolean full = terms + firstPixel(1) > MAX_RUN;
        runPart(part, first, end, full, x, block * xBlock, dy, block * dyBlock, near);
        terms = full ? 0 : terms;
      }
    }
    for (int i = first; settles && i < end; i++) {
      settle(i * TILE);
    }
  }

  /** @param full whether the running sums are complete */
  private void runPart(int part, int first, int end, boolean full, float[] x, int xAt, float[] dy, int dyAt, float[] near) {
    Piece[] pieces = parts[part];
    for (Piece piece : pieces) {
      boolean settle = settles && full && piece == pieces[pieces.length - 1];
      int at = dyAt + (tiles[first].group * size.groupFilters() + tiles[first].filter) * dyPlane + piece.first * LENGTH;
      boolean copied = tiles[first].row || end - first >= WORTH_COPYING;
      if (copied) {
        copy(dy, at, tiles[first], piece, near);
      }
      for (int i = first; i < end; i++) {
        if (copied) {
          runTile(tiles[i], i * TILE, piece, x, xAt, near, 0, GradientRowTile.PLANE);
        } else {
          runTile(tiles[i], i * TILE, piece, x, xAt, dy, at, dyPlane);
        }
        if (settle) {
          settle(i * TILE);
        }
      }
    }
  }

  private void copy(float[] dy, int dyAt, Tile tile, Piece piece, float[] near) {
    int length = piece.windows.length * LENGTH;
    for (int f = 0; f < Math.min(tile.filters, size.groupFilters() - tile.filter); f++) {
      System.arraycopy(dy, dyAt + f * dyPlane, near, f * GradientRowTile.PLANE, length);
    }
  }

  private void runTile(Tile tile, int at, Piece piece, float[] x, int xAt, float[] dy, int dyAt, int plane) {
    int last = Math.min(tile.filters, size.groupFilters() - tile.filter) - 1;
    int from = xAt + tile.group * size.groupChannels() * xPlane;
    int row = from + taps[tile.tap];
    if (!tile.row) {
      LaneGradientTile.run(tile.filters, tile.wide, dy, dyAt, plane, last, x, from, taps, tile.tap, piece.windows, sums, at);
    } else if (tile.wide == 5) {
      GradientRowTile.fourByFiveInPairs(dy, x, row, piece.windows, sums, at);
    } else if (inPairs) {
      GradientRowTile.eightByThreeInPairs(dy, x, row, piece.windows, sums, at);
    } else {
      GradientRowTile.eightByThree(dy, x, row, piece.windows, sums, at);
    }
  }

  /** Adds the running sums of a tile to its totals and resets them. */
  private void settle(int tile) {
    for (int at = tile; at < tile + TILE; at += LENGTH) {
      FloatVector.fromArray(ProductTile.LANES, totals, at).add(FloatVector.fromArray(ProductTile.LANES, sums, at)).intoArray(totals, at);
      FloatVector.zero(ProductTile.LANES).intoArray(sums, at);
    }
  }

  /**
   * @param from offset of the totals, of which so many squares are summed already
   * @param number of the tile's first total
   */
  private void addTile(Tile tile, int from, int number, int squares, float[] dw) {
    int filters = Math.min(tile.filters, size.groupFilters() - tile.filter);
    int wide = Math.min(tile.wide, size.taps() - tile.tap);
    for (int f = 0; f < filters; f++) {
      int to = (tile.group * size.groupFilters() + tile.filter + f) * size.taps() + tile.tap;
      for (int t = 0; t < wide; t++) {
        dw[to + t] += sumLanes(from, number + f * tile.wide + t, squares);
      }
    }
  }

  private float sumLanes(int from, int number, int squares) {
    int square = number / LENGTH;
    if (square < squares) {
      return totals[from + square * SQUARE + number % LENGTH];
    }
    return HalvedSum.sum(FloatVector.fromArray(ProductTile.LANES, totals, from + number * LENGTH));
  }
}
