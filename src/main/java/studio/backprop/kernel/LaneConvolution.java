package studio.backprop.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Convolution with the batch in the vector lanes: a vector holds one pixel of one channel in as many images as there are lanes. Width,
 * stride, padding and channel count then cost nothing: nothing is unfolded, masked or unaligned. Images are brought into that order on
 * the way in and back on the way out.
 */
final class LaneConvolution implements Convolution {
  private static final int LENGTH = ProductTile.LENGTH;

  /** About 20 µs of work: smaller chunks are not worth handing out. */
  static final long CHUNK_MULTIPLY_ADDS = 1_000_000;

  private final Workers workers;
  private final ThreadLocal<LaneScratch> scratch;
  private final ConvSize size;
  private final int blocks;
  private final int chunks;
  private final LaneLayout inputs;
  private final LaneLayout inputGradients;
  private final LaneLayout outputs;
  private final LaneSum forward;
  private final Workers.Job forwardJob = this::forwardChunk;
  private final Workers.Job backwardJob = this::backwardChunk;
  private final Workers.Job weightJob = this::weightChunk;
  // what only training needs is made when it first trains
  private LaneSum backward;
  private LaneGradient gradient;
  private float[] xLanes;
  private float[] dyLanes;
  private float[] biasSums;
  private float[] x;
  private float[] y;
  private float[] dy;
  private float[] dx;
  private float[] dw;
  private float[] db;

  LaneConvolution(ConvSize size, Workers workers, ThreadLocal<LaneScratch> scratch) {
    this.workers = workers;
    this.scratch = scratch;
    this.size = size;
    this.blocks = LaneLayout.blocks(size.batch());
    this.chunks = (int) Math.max(1, Math.min(blocks, size.multiplyAdds() / CHUNK_MULTIPLY_ADDS));
    this.inputs = LaneLayout.padded(size);
    this.inputGradients = LaneLayout.dense(size.batch(), size.inChannels(), size.inPixels());
    this.outputs = LaneLayout.dense(size.batch(), size.filters(), size.outPixels());
    this.forward = LaneSum.forward(size);
  }

  @Override
  public void forward(float[] x, float[] w, float[] b, float[] y) {
    this.x = x;
    this.y = y;
    forward.pack(w, b);
    workers.run(chunks, forwardJob);
  }

  /** The first block of a chunk. */
  private int firstBlock(int chunk) {
    return blocks * chunk / chunks;
  }

  private void forwardChunk(int chunk) {
    for (int block = firstBlock(chunk); block < firstBlock(chunk + 1); block++) {
      forwardBlock(block);
    }
  }

  private void forwardBlock(int block) {
    LaneScratch own = scratch.get();
    float[] source = own.source(inputs.blockLength());
    float[] result = own.result(forward.resultLength());
    inputs.toLanes(x, block, source, 0);
    forward.run(source, 0, result, 0);
    outputs.fromLanes(result, 0, block, y);
  }

  @Override
  public void backward(float[] x, float[] w, float[] dy, float[] dx, float[] dw, float[] db) {
    this.x = x;
    this.dy = dy;
    this.dx = dx;
    this.dw = dw;
    this.db = db;
    prepareToTrain();
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
      backward = LaneSum.backward(size);
      gradient = new LaneGradient(size, blocks);
      xLanes = new float[blocks * inputs.blockLength()];
      dyLanes = new float[blocks * outputs.blockLength()];
      biasSums = new float[blocks * size.filters()];
    }
  }

  private void backwardChunk(int chunk) {
    for (int block = firstBlock(chunk); block < firstBlock(chunk + 1); block++) {
      backwardBlock(block);
    }
  }

  private void backwardBlock(int block) {
    int dyAt = block * outputs.blockLength();
    outputs.toLanes(dy, block, dyLanes, dyAt);
    if (dw != null) {
      inputs.toLanes(x, block, xLanes, block * inputs.blockLength());
    }
    if (db != null) {
      for (int f = 0; f < size.filters(); f++) {
        biasSums[block * size.filters() + f] = sum(dyLanes, dyAt + f * size.outPixels() * LENGTH, size.outPixels());
      }
    }
    if (dx != null) {
      float[] result = scratch.get().result(backward.resultLength());
      backward.run(dyLanes, dyAt, result, 0);
      inputGradients.addFromLanes(result, 0, block, dx);
    }
  }

  private static float sum(float[] lanes, int at, int pixels) {
    FloatVector sum = FloatVector.zero(ProductTile.LANES);
    for (int p = 0; p < pixels; p++) {
      sum = sum.add(FloatVector.fromArray(ProductTile.LANES, lanes, at + p * LENGTH));
    }
    return sum.reduceLanes(VectorOperators.ADD);
  }

  private void weightChunk(int chunk) {
    gradient.run(chunk, xLanes, inputs.blockLength(), dyLanes, outputs.blockLength(), dw);
  }
}
