package studio.backprop.layer;

/** How a layer's ops read a batch: one example after another, or images side by side in the vector lanes. */
public enum Layout {
  /** One example after another. */
  ROWS,
  /** Images in lanes, where there are as many. */
  LANES,
  /** Images as they come; if any lies in lanes, all do. */
  EITHER,
  /** Whatever comes: nothing is read, or only renamed. */
  AS_IS
}
