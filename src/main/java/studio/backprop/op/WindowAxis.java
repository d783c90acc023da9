package studio.backprop.op;

/**
 * Sweep of a window along one axis of an image, for convolutions and pooling.
 *
 * @param size of the axis
 * @param dilation distance between taps
 * @param before leading zeros
 * @param after trailing zeros
 */
public record WindowAxis(int size, int kernel, int stride, int dilation, int before, int after) {
  /** Extent of the dilated window. */
  public int reach() {
    return dilation * (kernel - 1) + 1;
  }

  public boolean fits() {
    return size + before + after >= reach();
  }

  /** Size of the output. */
  public int steps() {
    return Math.floorDiv(size + before + after - reach(), stride) + 1;
  }

  /** First place of the window at a step; negative in the padding. */
  public int first(int step) {
    return step * stride - before;
  }

  /** First place covered at a step, without padding. */
  int start(int step) {
    return Math.max(0, step * stride - before);
  }

  /** One past the last place covered at a step, without padding. */
  int end(int step) {
    return Math.min(size, step * stride - before + reach());
  }
}
