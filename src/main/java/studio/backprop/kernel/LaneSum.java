package studio.backprop.kernel;

/**
 * One direction of a convolution with a batch in the vector lanes: every result channel is a weighted sum over all source channels and
 * taps. Forward, results are filters and sources are channels of x; backward to x it is the other way round.
 */
interface LaneSum {
  /** Brings the weights into the order in which they are read. Each sum starts from the bias of its channel, or from 0 where b is null. */
  void pack(float[] w, float[] b);

  /** Overwrites one block of results. May be called by several threads at once, after {@link #pack}. */
  void run(float[] source, int sourceAt, float[] result, int resultAt);

  /** y from x. */
  static LaneSum forward(ConvSize size, ThreadLocal<LaneScratch> scratch) {
    return LaneRowSum.fits(size, true) ? new LaneRowSum(size, true, scratch) : LaneStencilSum.forward(size);
  }

  /** The gradient of x from that of y. */
  static LaneSum backward(ConvSize size, ThreadLocal<LaneScratch> scratch) {
    return LaneRowSum.fits(size, false) ? new LaneRowSum(size, false, scratch) : LaneStencilSum.backward(size);
  }
}
