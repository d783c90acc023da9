package studio.backprop.kernel;

/**
 * Convolution with the batch in the vector lanes: a vector holds one pixel of one channel for as many images as there are lanes. No
 * unfolding, masks or unaligned accesses, for any width, stride, padding and channel count. Parallel over blocks of images.
 */
final class LaneConvolution implements Convolution {
  private static final int LENGTH = ProductTile.LENGTH;

  /** About 20 µs of work, the minimum for multithreading. */
  static final long CHUNK_MULTIPLY_ADDS = 1_000_000;

  private final Workers workers;
  private final ThreadLocal<LaneScratch> scratch;
  private final ConvSize size;
  private final boolean relu;
  private final int blocks;
  private final int chunks;
  private final int inLength;
  private final int outLength;
  private final LaneSum forward;
  private final Workers.Job forwardJob = this::forwardChunk;
  private final Workers.Job backwardJob = this::backwardChunk;
  private final Workers.Job weightJob = this::weightChunk;
  // allocated on the first training step
  private LaneSum backward;
  private LaneGradient gradient;
  private LaneBorder border;
  private float[] biasSums;
  private float[] x;
  private float[] y;
  private float[] dy;
  private float[] dx;
  private boolean add;
  private float[] dw;
  private float[] db;
  /** Padded images, and gradients after the ReLU: in the backward pass only. */
  private float[] images;
  private float[] arriving;

  /** @param size of any batch; the last block is padded to full lanes */
  LaneConvolution(ConvSize size, boolean relu, Workers workers, ThreadLocal<LaneScratch> scratch) {
    this.workers = workers;
    this.scratch = scratch;
    this.size = size;
    this.relu = relu;
    this.blocks = LaneLayout.blocks(size.batch());
    this.chunks = (int) Math.max(1, Math.min(blocks, size.multiplyAdds() / CHUNK_MULTIPLY_ADDS));
    this.inLength = size.inChannels() * size.inPixels() * LENGTH;
    this.outLength = size.filters() * size.outPixels() * LENGTH;
    this.forward = LaneSum.forward(size, scratch);
  }

  @Override
  public void forward(float[] x, float[] w, float[] b, float[] y) {
    this.x = x;
    this.y = y;
    forward.pack(w, b);
    workers.run(chunks, forwardJob);
  }

  private int firstBlock(int chunk) {
    return blocks * chunk / chunks;
  }

  private void forwardChunk(int chunk) {
    for (int block = firstBlock(chunk); block < firstBlock(chunk + 1); block++) {
      forward.run(x, block * inLength, y, block * outLength);
      if (relu) {
        VectorLoops.relu(y, block * outLength, outLength, y);
      }
    }
  }

  @Override
  public void backward(float[] x, float[] w, float[] y, float[] dy, float[] dx, boolean add, float[] dw, float[] db) {
    prepareToTrain();
    this.x = x;
    this.y = y;
    this.dy = dy;
    this.dx = dx;
    this.add = add;
    this.dw = dw;
    this.db = db;
    this.images = border.none() ? x : scratch.get().images(blocks * border.blockLength());
    this.arriving = relu ? scratch.get().passed(blocks * outLength) : dy;
    if (dx != null) {
      backward.pack(w, null);
    }
    workers.run(chunks, backwardJob);
    if (dw != null) {
      workers.run(gradient.chunks(), weightJob);
    }
    if (db != null) {
      for (int i = 0; i < biasSums.length; i++) {
        db[i % size.filters()] += biasSums[i];
      }
    }
  }

  private void prepareToTrain() {
    if (gradient == null) {
      backward = LaneSum.backward(size, scratch);
      gradient = new LaneGradient(size, blocks, workers.threads());
      border = new LaneBorder(size);
      biasSums = new float[blocks * size.filters()];
    }
  }

  private void backwardChunk(int chunk) {
    for (int block = firstBlock(chunk); block < firstBlock(chunk + 1); block++) {
      backwardBlock(block);
    }
  }

  private void backwardBlock(int block) {
    int at = block * outLength;
    if (relu) {
      VectorLoops.reluGradient(y, dy, at, outLength, arriving);
    }
    if (dw != null && !border.none()) {
      border.put(x, block, images);
    }
    if (db != null) {
      for (int f = 0; f < size.filters(); f++) {
        biasSums[block * size.filters() + f] =
            (float) VectorLoops.sum(arriving, at + f * size.outPixels() * LENGTH, size.outPixels() * LENGTH);
      }
    }
    if (dx != null && add) {
      float[] result = scratch.get().result(inLength);
      backward.run(arriving, at, result, 0);
      VectorLoops.addFromStart(result, dx, block * inLength, inLength);
    } else if (dx != null) {
      backward.run(arriving, at, dx, block * inLength);
    }
  }

  private void weightChunk(int chunk) {
    gradient.run(chunk, images, border.blockLength(), arriving, outLength, scratch.get().near(LaneGradient.NEAR_LENGTH), dw);
  }
}
