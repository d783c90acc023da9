package studio.backprop.kernel;

import java.util.Arrays;

/**
 * Convolution in plain Java. Each image is unfolded (im2col): a row for each tap of the kernel with its input at every output pixel. All
 * three passes are weighted sums of these rows. Parallel over chunks of images.
 */
final class ScalarConvolution implements Convolution {
  private static final long CHUNK_MULTIPLY_ADDS = 60_000;
  private static final int MOST_CHUNKS = 8;
  /** Products in one running float sum of the weight gradient, as in {@link LaneGradient}. */
  private static final int MAX_RUN = 1024;

  private final ConvSize size;
  private final boolean relu;
  private final int outHeight;
  private final int outWidth;
  private final int outPixels;
  private final Workers workers;
  private final ThreadLocal<Scratch> scratch;
  private final Workers.Job forwardJob = this::forwardChunk;
  private final Workers.Job inputJob = this::inputChunk;
  private final Workers.Job weightJob = this::weightChunk;
  private final int chunks;
  private final int chunkImages;
  /** Partial weight gradients by chunk; lazily allocated. */
  private float[][] partialWeights;
  /** Gradients after the ReLU. */
  private float[] passed;
  private float[] x;
  private float[] w;
  private float[] b;
  private float[] y;
  private float[] dy;
  private float[] dx;

  ScalarConvolution(ConvSize size, boolean relu, Workers workers) {
    this.size = size;
    this.relu = relu;
    this.outHeight = size.outHeight();
    this.outWidth = size.outWidth();
    this.outPixels = outHeight * outWidth;
    this.workers = workers;
    this.scratch = ThreadLocal.withInitial(() -> new Scratch(size));
    long wanted = Math.max(1, Math.min(MOST_CHUNKS, size.multiplyAdds() / CHUNK_MULTIPLY_ADDS));
    this.chunkImages = (int) ((size.batch() + wanted - 1) / wanted);
    this.chunks = (size.batch() + chunkImages - 1) / chunkImages;
  }

  /** Scratch of one thread: the unfolded image, and one row for each filter of a group. */
  private static final class Scratch {
    final float[][] taps;
    final float[][] filters;
    final float[] sum;

    Scratch(ConvSize size) {
      taps = new float[size.taps()][size.outPixels()];
      filters = new float[size.groupFilters()][size.outPixels()];
      sum = new float[size.outPixels()];
    }
  }

  @Override
  public void forward(float[] x, float[] w, float[] b, float[] y) {
    this.x = x;
    this.w = w;
    this.b = b;
    this.y = y;
    workers.run(chunks, forwardJob);
    if (relu) {
      PlainLoops.relu(y, 0, outLength(), y);
    }
  }

  private int outLength() {
    return size.batch() * size.filters() * outPixels;
  }

  @Override
  public void backward(float[] x, float[] w, float[] y, float[] dy, float[] dx, boolean add, float[] dw, float[] db) {
    this.x = x;
    this.w = w;
    this.dy = relu ? passed(y, dy) : dy;
    this.dx = dx;
    if (dx != null) {
      if (!add) {
        Arrays.fill(dx, 0, size.batch() * size.inChannels() * size.inPixels(), 0);
      }
      workers.run(chunks, inputJob);
    }
    if (dw != null) {
      if (partialWeights == null) {
        partialWeights = new float[chunks][dw.length];
      }
      workers.run(chunks, weightJob);
      for (float[] partial : partialWeights) {
        PlainLoops.addScaled(1, partial, dw, partial.length);
      }
    }
    if (db != null) {
      addBiasGradient(db);
    }
  }

  private float[] passed(float[] y, float[] dy) {
    if (passed == null) {
      passed = new float[outLength()];
    }
    PlainLoops.reluGradient(y, dy, 0, passed.length, passed);
    return passed;
  }

  private int lastImage(int chunk) {
    return Math.min(size.batch(), (chunk + 1) * chunkImages);
  }

  private int inAt(int image, int group) {
    return (image * size.inChannels() + group * size.groupChannels()) * size.inPixels();
  }

  private int outAt(int image, int filter) {
    return (image * size.filters() + filter) * outPixels;
  }

  private void forwardChunk(int chunk) {
    Scratch own = scratch.get();
    for (int image = chunk * chunkImages; image < lastImage(chunk); image++) {
      for (int group = 0; group < size.groups(); group++) {
        unfold(own.taps, inAt(image, group));
        for (int f = group * size.groupFilters(); f < (group + 1) * size.groupFilters(); f++) {
          Arrays.fill(own.sum, b == null ? 0 : b[f]);
          RowSums.add(own.sum, outPixels, size.taps(), w, f * size.taps(), 1, own.taps);
          System.arraycopy(own.sum, 0, y, outAt(image, f), outPixels);
        }
      }
    }
  }

  private void inputChunk(int chunk) {
    Scratch own = scratch.get();
    for (int image = chunk * chunkImages; image < lastImage(chunk); image++) {
      for (int group = 0; group < size.groups(); group++) {
        int firstFilter = group * size.groupFilters();
        copyFilters(own.filters, image, firstFilter);
        for (int tap = 0; tap < size.taps(); tap++) {
          Arrays.fill(own.sum, 0);
          RowSums.add(own.sum, outPixels, size.groupFilters(), w, firstFilter * size.taps() + tap, size.taps(), own.filters);
          visitTap(tap, own.sum, dx, inAt(image, group), true);
        }
      }
    }
  }

  private void weightChunk(int chunk) {
    Scratch own = scratch.get();
    float[] partial = partialWeights[chunk];
    Arrays.fill(partial, 0);
    for (int image = chunk * chunkImages; image < lastImage(chunk); image++) {
      for (int group = 0; group < size.groups(); group++) {
        unfold(own.taps, inAt(image, group));
        copyFilters(own.filters, image, group * size.groupFilters());
        for (int from = 0; from < outPixels; from += MAX_RUN) {
          int to = Math.min(outPixels, from + MAX_RUN);
          RowSums.addDots(partial, group * size.groupFilters() * size.taps(), size.taps(), own.filters, own.taps, from, to);
        }
      }
    }
  }

  private void addBiasGradient(float[] db) {
    for (int image = 0; image < size.batch(); image++) {
      for (int f = 0; f < size.filters(); f++) {
        db[f] += PlainLoops.sum(dy, outAt(image, f), outPixels);
      }
    }
  }

  private void copyFilters(float[][] filters, int image, int firstFilter) {
    for (int f = 0; f < filters.length; f++) {
      System.arraycopy(dy, outAt(image, firstFilter + f), filters[f], 0, outPixels);
    }
  }

  private void unfold(float[][] taps, int imageAt) {
    for (int tap = 0; tap < taps.length; tap++) {
      visitTap(tap, taps[tap], x, imageAt, false);
    }
  }

  /** Reads the pixels of one tap in output order, 0 outside the image, or adds to them. */
  private void visitTap(int tap, float[] seen, float[] image, int imageAt, boolean add) {
    int column = tap % size.kernelWidth();
    int row = tap / size.kernelWidth() % size.kernelHeight();
    int planeAt = imageAt + tap / (size.kernelWidth() * size.kernelHeight()) * size.inPixels();
    int left = column * size.dilationWidth() - size.padLeft();
    int top = row * size.dilationHeight() - size.padTop();
    int stride = size.strideWidth();
    int first = Math.min(outWidth, left >= 0 ? 0 : (-left + stride - 1) / stride);
    int end = Math.max(first, Math.min(outWidth, Math.floorDiv(size.inWidth() - 1 - left, stride) + 1));
    for (int oh = 0, at = 0; oh < outHeight; oh++, at += outWidth) {
      int ih = oh * size.strideHeight() + top;
      boolean inside = ih >= 0 && ih < size.inHeight();
      int from = planeAt + ih * size.inWidth() + left;
      if (!add) {
        readRow(seen, at, outWidth, inside ? first : outWidth, end, image, from, stride);
      } else if (inside) {
        addRow(seen, at, first, end, image, from, stride);
      }
    }
  }

  private static void readRow(float[] seen, int at, int width, int first, int end, float[] image, int from, int stride) {
    Arrays.fill(seen, at, at + first, 0);
    if (stride == 1 && first < end) {
      System.arraycopy(image, from + first, seen, at + first, end - first);
    } else {
      for (int ow = first; ow < end; ow++) {
        seen[at + ow] = image[from + ow * stride];
      }
    }
    Arrays.fill(seen, at + Math.max(first, end), at + width, 0);
  }

  private static void addRow(float[] seen, int at, int first, int end, float[] image, int from, int stride) {
    for (int ow = first; ow < end; ow++) {
      image[from + ow * stride] += seen[at + ow];
    }
  }
}
