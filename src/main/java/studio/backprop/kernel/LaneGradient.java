package studio.backprop.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jdk.incubator.vector.FloatVector;

/** The weight gradient of a convolution with a batch in the vector lanes. Its tiles are shared out; each runs through the whole batch. */
final class LaneGradient {
  private static final int LENGTH = ProductTile.LENGTH;
  private static final int MOST_CHUNKS = 16;

  /** Some filters by some taps; {@code filters} and {@code wide} are those of the tile, of which fewer may be real. */
  private record Tile(int group, int filter, int filters, int tap, int wide) {}

  private final ConvSize size;
  private final int blocks;
  private final int xPlane;
  private final int dyPlane;
  private final int[] taps;
  private final int[] pixels;
  private final Tile[] tiles;
  private final float[] sums;
  private final int chunks;

  LaneGradient(ConvSize size, int blocks) {
    this.size = size;
    this.blocks = blocks;
    xPlane = Stencil.paddedHeight(size) * Stencil.paddedWidth(size) * LENGTH;
    dyPlane = size.outPixels() * LENGTH;
    pixels = new int[size.outPixels()];
    for (int p = 0; p < pixels.length; p++) {
      int row = p / size.outWidth() * size.strideHeight();
      pixels[p] = (row * Stencil.paddedWidth(size) + p % size.outWidth() * size.strideWidth()) * LENGTH;
    }
    taps = new int[size.taps() + 4];
    for (int i = 0; i < taps.length; i++) {
      taps[i] = tapOffset(Math.min(i, size.taps() - 1));
    }
    tiles = tiles(size);
    sums = new float[tiles.length * 20 * LENGTH];
    chunks = (int) Math.max(1, Math.min(Math.min(MOST_CHUNKS, tiles.length), size.multiplyAdds() / LaneConvolution.CHUNK_MULTIPLY_ADDS));
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
    Arrays.fill(sums, first * 20 * LENGTH, end * 20 * LENGTH, 0);
    for (int block = 0; block < blocks; block++) {
      for (int i = first; i < end; i++) {
        Tile tile = tiles[i];
        int filter = tile.group * size.groupFilters() + tile.filter;
        LaneGradientTile.run(tile.filters, tile.wide, dy, block * dyBlock + filter * dyPlane, dyPlane,
            Math.min(tile.filters, size.groupFilters() - tile.filter) - 1,
            x, block * xBlock + tile.group * size.groupChannels() * xPlane, taps, tile.tap, pixels, sums, i * 20 * LENGTH);
      }
    }
    for (int i = first; i < end; i++) {
      addTile(tiles[i], i * 20 * LENGTH, dw);
    }
  }

  private void addTile(Tile tile, int at, float[] dw) {
    int filters = Math.min(tile.filters, size.groupFilters() - tile.filter);
    int wide = Math.min(tile.wide, size.taps() - tile.tap);
    for (int f = 0; f < filters; f++) {
      int to = (tile.group * size.groupFilters() + tile.filter + f) * size.taps() + tile.tap;
      for (int t = 0; t < wide; t++) {
        dw[to + t] += sumLanes(sums, at + (f * tile.wide + t) * LENGTH);
      }
    }
  }

  private static float sumLanes(float[] sums, int at) {
    return Lanes.sum(FloatVector.fromArray(ProductTile.LANES, sums, at));
  }
}
