package studio.backprop.ui.designer;

/** How much a node shows: what cannot be read at a size is left away. */
enum Detail {
  FULL,
  /** Title, one picture, shape. */
  SIMPLE,
  /** Band, title and shape in large letters. */
  TINY;

  private static final double SIMPLE_BELOW = 0.6;
  private static final double TINY_BELOW = 0.35;

  static Detail of(double zoom) {
    return zoom < TINY_BELOW ? TINY : zoom < SIMPLE_BELOW ? SIMPLE : FULL;
  }
}
