package studio.backprop.ui.design.designer.edit;

/** How much a node shows: what cannot be read at a size is left away, and what is left has letters that can. */
public enum Detail {
  FULL,
  /** Title, one picture, shape. */
  SIMPLE,
  /** Band, title and shape. */
  TINY;

  /** The usual letters of a node in px, and the smallest that can be read on a screen. */
  public static final int USUAL = 12;
  public static final double READABLE = 11;
  private static final double TINY_BELOW = 0.35;
  private static final int LARGEST = 110;

  public static Detail of(double zoom) {
    return of(zoom, false);
  }

  /** @param presented whether all is shown about twice as large as the zoom says, so that a small picture can still be seen */
  public static Detail of(double zoom, boolean presented) {
    return zoom < (presented ? TINY_BELOW / 2 : TINY_BELOW) ? TINY : USUAL * zoom < READABLE - 0.01 ? SIMPLE : FULL;
  }

  /** How large letters must be drawn to be read at a zoom, in px of the canvas. */
  public static int letters(double zoom) {
    return of(zoom) == FULL ? USUAL : (int) Math.min(LARGEST, Math.ceil((READABLE + 0.2) / zoom));
  }
}
