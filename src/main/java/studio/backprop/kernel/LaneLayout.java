package studio.backprop.kernel;

import java.util.Arrays;
import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Moves images between row-major order [batch, channels, pixels] and blocks [channels, pixels, lanes] that hold one image in each lane. A
 * channel's plane in a block may have a border of zeros around it.
 */
final class LaneLayout {
  private static final VectorSpecies<Float> LANES = ProductTile.LANES;
  private static final int LENGTH = ProductTile.LENGTH;

  /** Pixels that are moved together, so that what they touch stays in the near cache. */
  private static final int STRIP = 128;

  private final int batch;
  private final int channels;
  private final int pixels;
  private final int plane;
  private final int[] inner;
  private final int[] border;

  private LaneLayout(int batch, int channels, int pixels, int planePixels, int[] inner) {
    this.batch = batch;
    this.channels = channels;
    this.pixels = pixels;
    this.plane = planePixels * LENGTH;
    this.inner = inner;
    this.border = IntStream.range(0, planePixels).filter(p -> Arrays.binarySearch(inner, p) < 0).toArray();
  }

  /** Planes without a border. */
  static LaneLayout dense(int batch, int channels, int pixels) {
    return new LaneLayout(batch, channels, pixels, pixels, IntStream.range(0, pixels).toArray());
  }

  /** The inputs of a convolution with its padding around them. */
  static LaneLayout padded(ConvSize size) {
    int width = Stencil.paddedWidth(size);
    int[] inner = IntStream.range(0, size.inPixels())
        .map(p -> (p / size.inWidth() + size.padTop()) * width + p % size.inWidth() + size.padLeft()).toArray();
    return new LaneLayout(size.batch(), size.inChannels(), size.inPixels(), Stencil.paddedHeight(size) * width, inner);
  }

  static int blocks(int batch) {
    return (batch + LENGTH - 1) / LENGTH;
  }

  /** Floats of one block. */
  int blockLength() {
    return channels * plane;
  }

  /** Images of a block; the last may have fewer than there are lanes. */
  private int images(int block) {
    return Math.min(LENGTH, batch - block * LENGTH);
  }

  /** The first pixel that is not part of a whole square of pixels and images. */
  private int squares(int block) {
    return Square.fits() && images(block) == LENGTH ? pixels / Square.SIDE * Square.SIDE : 0;
  }

  private int imageAt(int block, int channel) {
    return (block * LENGTH * channels + channel) * pixels;
  }

  /** Copies one block of images into lanes; lanes without an image become 0. */
  void toLanes(float[] images, int block, float[] lanes, int at) {
    int squares = squares(block);
    for (int channel = 0; channel < channels; channel++) {
      int from = imageAt(block, channel);
      int to = at + channel * plane;
      for (int p = 0; p < squares; p += Square.SIDE) {
        Square.transpose(images, from + p, channels * pixels, lanes, to + p * LENGTH, LENGTH);
      }
      for (int first = squares; first < pixels; first += STRIP) {
        int count = Math.min(STRIP, pixels - first);
        for (int lane = 0; lane < LENGTH; lane++) {
          if (lane < images(block)) {
            read(images, from + lane * channels * pixels + first, count, lanes, to + first * LENGTH + lane);
          } else {
            clear(count, lanes, to + first * LENGTH + lane);
          }
        }
      }
      if (border.length > 0) {
        addBorder(lanes, to);
      }
    }
  }

  private static void read(float[] images, int from, int count, float[] lanes, int to) {
    for (int p = 0; p < count; p++) {
      lanes[to + p * LENGTH] = images[from + p];
    }
  }

  private static void clear(int count, float[] lanes, int to) {
    for (int p = 0; p < count; p++) {
      lanes[to + p * LENGTH] = 0;
    }
  }

  /** Moves the pixels of a plane apart, the last first because none moves to the left, and clears what is around them. */
  private void addBorder(float[] lanes, int at) {
    for (int p = pixels - 1; p >= 0; p--) {
      FloatVector.fromArray(LANES, lanes, at + p * LENGTH).intoArray(lanes, at + inner[p] * LENGTH);
    }
    for (int p : border) {
      FloatVector.zero(LANES).intoArray(lanes, at + p * LENGTH);
    }
  }

  /** Copies one block, which has no border, back. */
  void fromLanes(float[] lanes, int at, int block, float[] images) {
    int squares = squares(block);
    for (int channel = 0; channel < channels; channel++) {
      int from = at + channel * plane;
      int to = imageAt(block, channel);
      for (int p = 0; p < squares; p += Square.SIDE) {
        Square.transpose(lanes, from + p * LENGTH, LENGTH, images, to + p, channels * pixels);
      }
      for (int first = squares; first < pixels; first += STRIP) {
        for (int lane = 0; lane < images(block); lane++) {
          write(lanes, from + first * LENGTH + lane, Math.min(STRIP, pixels - first), images, to + lane * channels * pixels + first);
        }
      }
    }
  }

  private static void write(float[] lanes, int from, int count, float[] images, int to) {
    for (int p = 0; p < count; p++) {
      images[to + p] = lanes[from + p * LENGTH];
    }
  }

  /** Adds one block, which has no border, to the images. Leaves the block in disorder. */
  void addFromLanes(float[] lanes, int at, int block, float[] images) {
    int squares = squares(block);
    for (int channel = 0; channel < channels; channel++) {
      int from = at + channel * plane;
      int to = imageAt(block, channel);
      for (int p = 0; p < squares; p += Square.SIDE) {
        Square.transpose(lanes, from + p * LENGTH, LENGTH, lanes, from + p * LENGTH, LENGTH);
        addSquare(lanes, from + p * LENGTH, images, to + p, channels * pixels);
      }
      for (int first = squares; first < pixels; first += STRIP) {
        for (int lane = 0; lane < images(block); lane++) {
          add(lanes, from + first * LENGTH + lane, Math.min(STRIP, pixels - first), images, to + lane * channels * pixels + first);
        }
      }
    }
  }

  private static void addSquare(float[] lanes, int from, float[] images, int to, int stride) {
    for (int i = 0; i < LENGTH; i++) {
      FloatVector.fromArray(LANES, images, to + i * stride).add(FloatVector.fromArray(LANES, lanes, from + i * LENGTH))
          .intoArray(images, to + i * stride);
    }
  }

  private static void add(float[] lanes, int from, int count, float[] images, int to) {
    for (int p = 0; p < count; p++) {
      images[to + p] += lanes[from + p * LENGTH];
    }
  }
}
