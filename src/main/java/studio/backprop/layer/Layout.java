package studio.backprop.layer;

/** Storage layout of a batch: row by row, or images interleaved in vector lanes. */
public enum Layout {
  /** Row-major. */
  ROWS,
  /** Images interleaved, if the batch is large enough. */
  LANES,
  /** Either; if any input is interleaved, all are. */
  EITHER,
  /** Any: not read, or only a view. */
  AS_IS
}
