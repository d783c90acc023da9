package studio.backprop.op;

/**
 * How a window sweeps along one axis of an image: convolutions and pools have one for each of the two axes.
 *
 * @param size places along the axis
 * @param kernel places the window looks at
 * @param stride places it moves on at each step
 * @param dilation distance between two places it looks at
 * @param before zeros imagined before the first place
 * @param after zeros imagined after the last
 */
public record WindowAxis(int size, int kernel, int stride, int dilation, int before, int after) {
  /** From the first place the window looks at to the last. */
  public int reach() {
    return dilation * (kernel - 1) + 1;
  }

  /** Whether the window fits at all. */
  public boolean fits() {
    return size + before + after >= reach();
  }

  /** How often it stops: the size of the output. */
  public int steps() {
    return Math.floorDiv(size + before + after - reach(), stride) + 1;
  }

  /** Where the window begins at a step; below 0 where it begins in the padding. */
  public int first(int step) {
    return step * stride - before;
  }

  /** The first place of the image that the window covers at a step. */
  int start(int step) {
    return Math.max(0, step * stride - before);
  }

  /** One past the last place of the image that the window covers at a step. */
  int end(int step) {
    return Math.min(size, step * stride - before + reach());
  }
}
