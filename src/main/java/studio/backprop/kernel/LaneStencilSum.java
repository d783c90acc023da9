package studio.backprop.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jdk.incubator.vector.FloatVector;

/** Convolution for any kernel, stride, padding and dilation: output pixels with the same taps are computed in pairs. */
final class LaneStencilSum implements LaneSum {
  private static final int LENGTH = ProductTile.LENGTH;

  /** Output pixels with the same taps, in pairs, with the weights in tile order. */
  private static final class Group {
    final int[] taps;
    final int[] offsets;
    final int[] sources;
    final int[] results;
    final float[] weights;

    Group(Stencil.Group group, LaneStencilSum sum) {
      int kernel = group.taps().length;
      taps = group.taps();
      offsets = new int[sum.sourceChannels * kernel];
      for (int i = 0; i < offsets.length; i++) {
        offsets[i] = (i / kernel * sum.sourcePixels + group.offsets()[i % kernel]) * LENGTH;
      }
      int count = group.results().length;
      sources = new int[count + count % 2];
      results = new int[count + count % 2];
      for (int i = 0; i < results.length; i++) {
        sources[i] = group.sources()[Math.min(i, count - 1)] * LENGTH;
        results[i] = group.results()[Math.min(i, count - 1)] * LENGTH;
      }
      weights = new float[sum.convGroups * sum.resultChannels * (1 + offsets.length) + LENGTH];
    }
  }

  private final int convGroups;
  private final int resultChannels;
  private final int sourceChannels;
  private final int sourcePixels;
  private final int resultPlane;
  private final int kernel;
  private final int resultStep;
  private final int sourceStep;
  private final int[] tiles;
  /** The group with all taps, if any, is first: the others copy its weights. */
  private final Group[] groups;

  private LaneStencilSum(ConvSize size, List<Stencil.Group> groups, boolean forward) {
    convGroups = size.groups();
    kernel = size.kernelHeight() * size.kernelWidth();
    resultChannels = forward ? size.groupFilters() : size.groupChannels();
    sourceChannels = forward ? size.groupChannels() : size.groupFilters();
    sourcePixels = forward ? size.inPixels() : size.outPixels();
    resultPlane = (forward ? size.outPixels() : size.inPixels()) * LENGTH;
    resultStep = forward ? size.taps() : kernel;
    sourceStep = forward ? kernel : size.taps();
    tiles = tiles(resultChannels);
    this.groups = groups.stream()
        .sorted(Comparator.comparingInt(group -> -group.taps().length))
        .map(group -> new Group(group, this))
        .toArray(Group[]::new);
  }

  static LaneStencilSum forward(ConvSize size) {
    return new LaneStencilSum(size, Stencil.forward(size), true);
  }

  /** Input gradient from the output gradient. */
  static LaneStencilSum backward(ConvSize size) {
    return new LaneStencilSum(size, Stencil.backward(size), false);
  }

  /** Heights of the tiles that cover so many channels. */
  private static int[] tiles(int channels) {
    List<Integer> tiles = new ArrayList<>();
    int left = channels;
    while (left > 0) {
      int tile = left >= ProductTile.ROWS ? ProductTile.ROWS : left == 1 ? 1 : left - left % 2;
      tiles.add(tile);
      left -= tile;
    }
    return tiles.stream().mapToInt(tile -> tile).toArray();
  }

  @Override
  public void pack(float[] w, float[] b) {
    for (Group group : groups) {
      boolean copied = group != groups[0] && groups[0].taps.length == kernel && ProductTile.ROWS <= LENGTH;
      Group whole = copied ? groups[0] : null;
      int at = 0;
      for (int g = 0; g < convGroups; g++) {
        int channel = 0;
        for (int tile : tiles) {
          packTile(group, whole, at, tile, g, channel, w, b);
          at += tile * (1 + group.offsets.length);
          channel += tile;
        }
      }
    }
  }

  private void packTile(Group group, Group whole, int at, int tile, int g, int channel, float[] w, float[] b) {
    for (int i = 0; i < tile; i++) {
      group.weights[at + i] = b == null ? 0 : b[g * resultChannels + channel + i];
      int from = g * resultChannels * sourceChannels * kernel + (channel + i) * resultStep;
      if (whole == null) {
        packChannel(group, at + tile + i, tile, w, from);
      }
    }
    if (whole != null) {
      copyTile(whole, group, at, tile, g, channel);
    }
  }

  /** Copies a tile's weights from the packed ones: a vector per tap, whose excess the next one overwrites. */
  private void copyTile(Group whole, Group group, int at, int tile, int g, int channel) {
    int from = (g * resultChannels + channel) * (1 + whole.offsets.length) + tile;
    int to = at + tile;
    for (int s = 0; s < sourceChannels; s++) {
      for (int tap : group.taps) {
        FloatVector.fromArray(ProductTile.LANES, whole.weights, from + tap * tile).intoArray(group.weights, to);
        to += tile;
      }
      from += kernel * tile;
    }
  }

  private void packChannel(Group group, int at, int tile, float[] w, int from) {
    int to = at;
    for (int s = 0; s < sourceChannels; s++) {
      for (int tap : group.taps) {
        group.weights[to] = w[from + s * sourceStep + tap];
        to += tile;
      }
    }
  }

  @Override
  public void run(float[] source, int sourceAt, float[] result, int resultAt) {
    for (Group group : groups) {
      for (int i = 0; i < group.results.length; i += 2) {
        runPair(group, i, source, sourceAt, result, resultAt);
      }
    }
  }

  private void runPair(Group group, int pair, float[] source, int sourceAt, float[] result, int resultAt) {
    int wAt = 0;
    for (int g = 0; g < convGroups; g++) {
      int from = sourceAt + g * sourceChannels * sourcePixels * LENGTH;
      int to = resultAt + g * resultChannels * resultPlane;
      for (int tile : tiles) {
        LaneTile.run(tile, source, from + group.sources[pair], from + group.sources[pair + 1], group.offsets, group.offsets.length,
            group.weights, wAt, result, to + group.results[pair], to + group.results[pair + 1], resultPlane);
        wAt += tile * (1 + group.offsets.length);
        to += tile * resultPlane;
      }
    }
  }
}
