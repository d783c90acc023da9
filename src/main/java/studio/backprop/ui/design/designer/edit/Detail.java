package studio.backprop.ui.design.designer.edit;

/** Level of detail: omits what cannot be read at a zoom and enlarges the rest. */
public enum Detail {
  FULL,
  /** Title, one picture, shape. */
  SIMPLE,
  /** Band, title and shape. */
  TINY;

  /** Default font size of a node in px, and the smallest that is readable on a screen. */
  public static final int DEFAULT_LETTERS = 12;
  public static final double READABLE = 11;
  private static final double TINY_BELOW = 0.35;
  private static final int LARGEST = 110;

  public static Detail of(double zoom) {
    return of(zoom, false);
  }

  /** @param presented whether everything is shown at about twice the zoom, so that a small picture is still visible */
  public static Detail of(double zoom, boolean presented) {
    return zoom < (presented ? TINY_BELOW / 2 : TINY_BELOW) ? TINY : DEFAULT_LETTERS * zoom < READABLE - 0.01 ? SIMPLE : FULL;
  }

  /** Font size that is readable at a zoom, in canvas px. */
  public static int letters(double zoom) {
    return of(zoom) == FULL ? DEFAULT_LETTERS : (int) Math.min(LARGEST, Math.ceil((READABLE + 0.2) / zoom));
  }
}
