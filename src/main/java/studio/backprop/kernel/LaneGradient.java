package studio.backprop.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;

/**
 * The weight gradient of a convolution with a batch in the vector lanes. Its tiles are shared out; each runs through the whole batch. A
 * running float sum of thousands of products loses digits, so no sum runs longer than {@link #LONGEST}: it is then added to the total and
 * starts again from 0.
 */
final class LaneGradient {
  private static final int LENGTH = ProductTile.LENGTH;
  private static final int MOST_CHUNKS = 16;
  private static final int TILE = 20 * LENGTH;
  /** Products in one running sum of a lane; shorter sums would spend more time on the totals. */
  private static final int LONGEST = 1024;

  /** Some filters by some taps; {@code filters} and {@code wide} are those of the tile, of which fewer may be real. */
  private record Tile(int group, int filter, int filters, int tap, int wide) {}

  private final ConvSize size;
  private final int blocks;
  private final int xPlane;
  private final int dyPlane;
  private final int[] taps;
  /** Where the window of each result pixel begins in x, cut into parts that one running sum may hold. */
  private final int[][] parts;
  private final Tile[] tiles;
  private final float[] sums;
  /** Whether a batch has more products than one running sum may hold. */
  private final boolean settles;
  /** What the running sums have been added to; themselves where they never end. */
  private final float[] totals;
  private final int chunks;

  LaneGradient(ConvSize size, int blocks) {
    this.size = size;
    this.blocks = blocks;
    xPlane = Stencil.paddedHeight(size) * Stencil.paddedWidth(size) * LENGTH;
    dyPlane = size.outPixels() * LENGTH;
    parts = new int[(size.outPixels() + LONGEST - 1) / LONGEST][];
    for (int part = 0; part < parts.length; part++) {
      parts[part] = IntStream.range(firstPixel(part), firstPixel(part + 1)).map(this::pixelOffset).toArray();
    }
    taps = new int[size.taps() + 4];
    for (int i = 0; i < taps.length; i++) {
      taps[i] = tapOffset(Math.min(i, size.taps() - 1));
    }
    tiles = tiles(size);
    sums = new float[tiles.length * TILE];
    settles = (long) blocks * size.outPixels() > LONGEST;
    totals = settles ? new float[sums.length] : sums;
    chunks = (int) Math.max(1, Math.min(Math.min(MOST_CHUNKS, tiles.length), size.multiplyAdds() / LaneConvolution.CHUNK_MULTIPLY_ADDS));
  }

  private int firstPixel(int part) {
    return (int) ((long) size.outPixels() * part / parts.length);
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

  private static Tile[] tiles(ConvSize size) {
    List<Tile> tiles = new ArrayList<>();
    for (int group = 0; group < size.groups(); group++) {
      int filters;
      for (int filter = 0; filter < size.groupFilters(); filter += filters) {
        int left = size.groupFilters() - filter;
        filters = ProductTile.FEW_REGISTERS || left % 4 != 0 && left <= 6 ? 3 : 4;
        int wide;
        for (int tap = 0; tap < size.taps(); tap += wide) {
          int wanting = size.taps() - tap;
          wide = ProductTile.FEW_REGISTERS || wanting < 5 || wanting % 4 == 0 && wanting <= 16 ? 4 : 5;
          tiles.add(new Tile(group, filter, filters, tap, wide));
        }
      }
    }
    return tiles.toArray(Tile[]::new);
  }

  int chunks() {
    return chunks;
  }

  /** Adds the gradients of one chunk's weights. x, in planes with zeros around them, and dy are whole batches of blocks. */
  void run(int chunk, float[] x, int xBlock, float[] dy, int dyBlock, float[] dw) {
    int first = (int) ((long) tiles.length * chunk / chunks);
    int end = (int) ((long) tiles.length * (chunk + 1) / chunks);
    Arrays.fill(sums, first * TILE, end * TILE, 0);
    if (settles) {
      Arrays.fill(totals, first * TILE, end * TILE, 0);
    }
    int terms = 0;
    for (int block = 0; block < blocks; block++) {
      for (int part = 0; part < parts.length; part++) {
        terms += parts[part].length;
        boolean full = terms + parts[0].length > LONGEST;
        runPart(part, first, end, full, x, block * xBlock, dy, block * dyBlock + firstPixel(part) * LENGTH);
        terms = full ? 0 : terms;
      }
    }
    for (int i = first; i < end; i++) {
      if (settles) {
        settle(i * TILE);
      }
      addTile(tiles[i], i * TILE, dw);
    }
  }

  /** @param full whether no more products fit into the running sums */
  private void runPart(int part, int first, int end, boolean full, float[] x, int xAt, float[] dy, int dyAt) {
    for (int i = first; i < end; i++) {
      Tile tile = tiles[i];
      int filter = tile.group * size.groupFilters() + tile.filter;
      LaneGradientTile.run(tile.filters, tile.wide, dy, dyAt + filter * dyPlane, dyPlane,
          Math.min(tile.filters, size.groupFilters() - tile.filter) - 1,
          x, xAt + tile.group * size.groupChannels() * xPlane, taps, tile.tap, parts[part], sums, i * TILE);
      if (full && settles) {
        settle(i * TILE);
      }
    }
  }

  /** Adds the running sums of a tile to its totals, while they are near; they start again from 0. */
  private void settle(int tile) {
    for (int at = tile; at < tile + TILE; at += LENGTH) {
      FloatVector.fromArray(ProductTile.LANES, totals, at).add(FloatVector.fromArray(ProductTile.LANES, sums, at)).intoArray(totals, at);
      FloatVector.zero(ProductTile.LANES).intoArray(sums, at);
    }
  }

  private void addTile(Tile tile, int at, float[] dw) {
    int filters = Math.min(tile.filters, size.groupFilters() - tile.filter);
    int wide = Math.min(tile.wide, size.taps() - tile.tap);
    for (int f = 0; f < filters; f++) {
      int to = (tile.group * size.groupFilters() + tile.filter + f) * size.taps() + tile.tap;
      for (int t = 0; t < wide; t++) {
        dw[to + t] += sumLanes(totals, at + (f * tile.wide + t) * LENGTH);
      }
    }
  }

  private static float sumLanes(float[] sums, int at) {
    return HalvedSum.sum(FloatVector.fromArray(ProductTile.LANES, sums, at));
  }
}
