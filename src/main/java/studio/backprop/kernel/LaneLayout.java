package studio.backprop.kernel;

/**
 * Moves images between row-major order [batch, channels, pixels] and blocks [channels, pixels, lanes] that hold one image in each lane.
 * {@code places[p]} is where pixel p lies in its channel's plane of a block, in floats.
 */
final class LaneLayout {
  private static final int LENGTH = ProductTile.LENGTH;

  private final int batch;
  private final int channels;
  private final int pixels;
  private final int plane;
  private final int[] places;

  /**
   * @param plane floats of one channel in a block, at least pixels × lanes
   * @param places of the pixels in it
   */
  LaneLayout(int batch, int channels, int pixels, int plane, int[] places) {
    this.batch = batch;
    this.channels = channels;
    this.pixels = pixels;
    this.plane = plane;
    this.places = places;
  }

  /** Planes without gaps. */
  static LaneLayout dense(int batch, int channels, int pixels) {
    int[] places = new int[pixels];
    for (int p = 0; p < pixels; p++) {
      places[p] = p * LENGTH;
    }
    return new LaneLayout(batch, channels, pixels, pixels * LENGTH, places);
  }

  static int blocks(int batch) {
    return (batch + LENGTH - 1) / LENGTH;
  }

  /** Floats of one block. */
  int blockLength() {
    return channels * plane;
  }

  int[] places() {
    return places;
  }

  /** Copies one block of images into lanes; lanes without an image become 0. */
  void toLanes(float[] images, int block, float[] lanes, int at) {
    for (int channel = 0; channel < channels; channel++) {
      for (int lane = 0; lane < LENGTH; lane++) {
        int image = block * LENGTH + lane;
        int to = at + channel * plane + lane;
        if (image < batch) {
          read(images, (image * channels + channel) * pixels, lanes, to);
        } else {
          clear(lanes, to);
        }
      }
    }
  }

  private void read(float[] images, int from, float[] lanes, int to) {
    for (int p = 0; p < pixels; p++) {
      lanes[to + places[p]] = images[from + p];
    }
  }

  private void clear(float[] lanes, int to) {
    for (int p = 0; p < pixels; p++) {
      lanes[to + places[p]] = 0;
    }
  }

  /** Copies one block back. */
  void fromLanes(float[] lanes, int at, int block, float[] images) {
    for (int channel = 0; channel < channels; channel++) {
      for (int image = block * LENGTH; image < Math.min(batch, (block + 1) * LENGTH); image++) {
        write(lanes, at + channel * plane + image % LENGTH, images, (image * channels + channel) * pixels);
      }
    }
  }

  private void write(float[] lanes, int from, float[] images, int to) {
    for (int p = 0; p < pixels; p++) {
      images[to + p] = lanes[from + places[p]];
    }
  }

  /** Adds one block to the images. */
  void addFromLanes(float[] lanes, int at, int block, float[] images) {
    for (int channel = 0; channel < channels; channel++) {
      for (int image = block * LENGTH; image < Math.min(batch, (block + 1) * LENGTH); image++) {
        add(lanes, at + channel * plane + image % LENGTH, images, (image * channels + channel) * pixels);
      }
    }
  }

  private void add(float[] lanes, int from, float[] images, int to) {
    for (int p = 0; p < pixels; p++) {
      images[to + p] += lanes[from + places[p]];
    }
  }
}
