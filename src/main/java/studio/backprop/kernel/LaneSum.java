package studio.backprop.kernel;

/**
 * One direction of a convolution with the batch in the vector lanes: every output channel is a weighted sum over all input channels and
 * taps. In the backward pass, roles of input and output are exchanged.
 */
interface LaneSum {
  /** Packs the weights in reading order. Sums start from the bias, or 0 where b is null. */
  void pack(float[] w, float[] b);

  /** Overwrites one block of results. Thread-safe after {@link #pack}. */
  void run(float[] source, int sourceAt, float[] result, int resultAt);

  static LaneSum forward(ConvSize size, ThreadLocal<LaneScratch> scratch) {
    return LaneRowSum.fits(size, true) ? new LaneRowSum(size, true, scratch) : LaneStencilSum.forward(size);
  }

  /** Input gradient from the output gradient. */
  static LaneSum backward(ConvSize size, ThreadLocal<LaneScratch> scratch) {
    return LaneRowSum.fits(size, false) ? new LaneRowSum(size, false, scratch) : LaneStencilSum.backward(size);
  }
}
