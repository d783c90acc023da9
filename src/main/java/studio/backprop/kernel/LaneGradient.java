package studio.backprop.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;

/**
 * The weight gradient of a convolution with a batch in the vector lanes. Its tiles are shared out. The tiles of the same filters run
 * through the whole batch together, a piece of a few result pixels after the other, whose gradients then stay in the near cache. A
 * running float sum of thousands of products loses digits, so no sum runs longer than {@link #LONGEST}: it is then added to the total and
 * starts again from 0.
 */
final class LaneGradient {
  private static final int LENGTH = ProductTile.LENGTH;
  private static final int MOST_CHUNKS = 16;
  private static final int CHUNKS_PER_THREAD = 4;
  private static final int TILE = 24 * LENGTH;
  private static final int SQUARE = LENGTH * LENGTH;
  /** Products in one running sum of a lane; shorter sums would spend more time on the totals. */
  private static final int LONGEST = 1024;
  /** Pixels that all tiles walk over before the next: the gradients that a tile reads, of eight filters, then stay in the near cache. */
  private static final int NEAR = GradientRowTile.PIXELS;
  /** Room for these gradients, side by side: planes that lie powers of two apart drive each other from the cache. */
  static final int NEAR_LENGTH = 8 * GradientRowTile.PLANE;
  /** So many tiles make it worth while to copy the gradients that they read. */
  private static final int WORTH_COPYING = 8;

  /**
   * Some filters by some taps; {@code filters} and {@code wide} are those of the tile, of which fewer may be real.
   *
   * @param row whether the taps are a row of the kernel
   */
  private record Tile(int group, int filter, int filters, int tap, int wide, boolean row) {}

  /** Result pixels from {@code first} on; {@code windows} are where the window of each begins in x. */
  private record Piece(int first, int[] windows) {}

  private final ConvSize size;
  private final int blocks;
  private final int xPlane;
  private final int dyPlane;
  private final int[] taps;
  /** Whether the pixels of each part are neighbours two by two, and so are their windows. */
  private final boolean inPairs;
  /** All result pixels, in parts that one running sum may hold, cut into pieces. */
  private final Piece[][] parts;
  private final Tile[] tiles;
  private final float[] sums;
  /** Whether a batch has more products than one running sum may hold. */
  private final boolean settles;
  /** What the running sums have been added to; themselves where they never end. */
  private final float[] totals;
  private final int chunks;

  /** @param threads that share the tiles */
  LaneGradient(ConvSize size, int blocks, int threads) {
    this.size = size;
    this.blocks = blocks;
    xPlane = Stencil.paddedHeight(size) * Stencil.paddedWidth(size) * LENGTH;
    dyPlane = size.outPixels() * LENGTH;
    parts = new Piece[(size.outPixels() + LONGEST - 1) / LONGEST][];
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
    settles = (long) blocks * size.outPixels() > LONGEST;
    totals = settles ? new float[sums.length] : sums;
    chunks = threads == 1 ? 1 : chunks(Math.min(MOST_CHUNKS, CHUNKS_PER_THREAD * threads));
  }

  /** All tiles of some filters belong together unless they are many: they read the same gradients. */
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

  /** Pieces of about equal length, and of even length but for the last. */
  private Piece[] pieces(int from, int end) {
    Piece[] pieces = new Piece[(end - from + NEAR - 1) / NEAR];
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

  /** Whether this many taps are a row of the kernel, and this machine has the registers for tiles of such rows. */
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
   * Adds the gradients of one chunk's weights. x, in planes with zeros around them, and dy are whole batches of blocks; {@code near} is
   * the thread's own room of {@link #NEAR_LENGTH}.
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

  /** The first tile after this one with other filters. */
  private int endOfFilters(int tile) {
    int end = tile + 1;
    while (end < tiles.length && tiles[end].group == tiles[tile].group && tiles[end].filter == tiles[tile].filter) {
      end++;
    }
    return end;
  }

  /** Tiles of the same filters, through the whole batch. */
  private void runTiles(int first, int end, float[] x, int xBlock, float[] dy, int dyBlock, float[] near) {
    Arrays.fill(sums, first * TILE, end * TILE, 0);
    if (settles) {
      Arrays.fill(totals, first * TILE, end * TILE, 0);
    }
    int terms = 0;
    for (int block = 0; block < blocks; block++) {
      for (int part = 0; part < parts.length; part++) {
        terms += firstPixel(part + 1) - firstPixel(part);
        boolean full = terms + firstPixel(1) > LONGEST;
        runPart(part, first, end, full, x, block * xBlock, dy, block * dyBlock, near);
        terms = full ? 0 : terms;
      }
    }
    for (int i = first; settles && i < end; i++) {
      settle(i * TILE);
    }
  }

  /** @param full whether no more products fit into the running sums */
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

  /** Adds the running sums of a tile to its totals, while they are near; they start again from 0. */
  private void settle(int tile) {
    for (int at = tile; at < tile + TILE; at += LENGTH) {
      FloatVector.fromArray(ProductTile.LANES, totals, at).add(FloatVector.fromArray(ProductTile.LANES, sums, at)).intoArray(totals, at);
      FloatVector.zero(ProductTile.LANES).intoArray(sums, at);
    }
  }

  /**
   * @param from where the totals begin, of which so many squares hold their sums already
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
