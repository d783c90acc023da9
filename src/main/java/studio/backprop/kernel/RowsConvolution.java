package studio.backprop.kernel;

/** Convolution of row-major images, computed in lanes with conversion of inputs and outputs. Unused lanes are zero. */
final class RowsConvolution implements Convolution {
  private final Workers workers;
  private final LaneConvolution lanes;
  private final int blocks;
  private final LaneLayout inputs;
  private final LaneLayout outputs;
  private final boolean relu;
  private final float[] xLanes;
  private final float[] yLanes;
  private final Workers.Job xIn = this::bringX;
  private final Workers.Job yOut = this::giveY;
  private final Workers.Job gradientsIn = this::bringGradients;
  private final Workers.Job gradientsOut = this::giveGradients;
  // allocated on the first training step
  private float[] dyLanes;
  private float[] dxLanes;
  private float[] x;
  private float[] y;
  private float[] dy;
  private float[] dx;
  private boolean add;
  private boolean weights;

  RowsConvolution(ConvSize size, boolean relu, Workers workers, ThreadLocal<LaneScratch> scratch) {
    this.workers = workers;
    this.relu = relu;
    this.lanes = new LaneConvolution(size, relu, workers, scratch);
    this.blocks = LaneLayout.blocks(size.batch());
    this.inputs = new LaneLayout(size.batch(), size.inChannels() * size.inPixels());
    this.outputs = new LaneLayout(size.batch(), size.filters() * size.outPixels());
    this.xLanes = new float[blocks * inputs.blockLength()];
    this.yLanes = new float[blocks * outputs.blockLength()];
  }

  @Override
  public long scratch() {
    return 2L * (xLanes.length + yLanes.length);
  }

  @Override
  public void forward(float[] x, float[] w, float[] b, float[] y) {
    this.x = x;
    this.y = y;
    workers.run(blocks, xIn);
    lanes.forward(xLanes, w, b, yLanes);
    workers.run(blocks, yOut);
  }

  @Override
  public void backward(float[] x, float[] w, float[] y, float[] dy, float[] dx, boolean add, float[] dw, float[] db) {
    if (dyLanes == null) {
      dyLanes = new float[yLanes.length];
      dxLanes = new float[xLanes.length];
    }
    this.x = x;
    this.y = y;
    this.dy = dy;
    this.dx = dx;
    this.add = add;
    this.weights = dw != null;
    workers.run(blocks, gradientsIn);
    lanes.backward(xLanes, w, yLanes, dyLanes, dx == null ? null : dxLanes, false, dw, db);
    if (dx != null) {
      workers.run(blocks, gradientsOut);
    }
  }

  private void bringX(int block) {
    inputs.toLanes(x, block, xLanes);
  }

  private void giveY(int block) {
    outputs.toRows(yLanes, block, y);
  }

  private void bringGradients(int block) {
    if (weights) {
      bringX(block);
    }
    outputs.toLanes(dy, block, dyLanes);
    if (relu) {
      outputs.toLanes(y, block, yLanes);
    }
  }

  private void giveGradients(int block) {
    if (add) {
      inputs.addToRows(dxLanes, block, dx);
    } else {
      inputs.toRows(dxLanes, block, dx);
    }
  }
}
