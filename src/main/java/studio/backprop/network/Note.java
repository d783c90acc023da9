package studio.backprop.network;

/**
 * Sticky note on the canvas. Immutable.
 *
 * @param id stable among the marks of a network
 * @param x left edge on the canvas, in px
 * @param y top edge
 */
public record Note(int id, String text, Colour colour, double x, double y, double width, double height) {
  public static final double LEAST_WIDTH = 80;
  public static final double LEAST_HEIGHT = 48;
  /** Maximum side length in px. */
  public static final double MOST = 2000;

  /** Background colour. */
  public enum Colour {
    YELLOW, BLUE, GREEN, VIOLET
  }

  public Note withText(String changed) {
    return new Note(id, changed, colour, x, y, width, height);
  }

  public Note withColour(Colour changed) {
    return new Note(id, text, changed, x, y, width, height);
  }

  public Note movedBy(double dx, double dy) {
    return new Note(id, text, colour, x + dx, y + dy, width, height);
  }

  /** Resized at the lower right corner, clamped to the allowed size. */
  public Note sized(double newWidth, double newHeight) {
    return new Note(id, text, colour, x, y, within(LEAST_WIDTH, newWidth), within(LEAST_HEIGHT, newHeight));
  }

  private static double within(double least, double size) {
    return Math.max(least, Math.min(MOST, size));
  }

  Note withId(int other) {
    return new Note(other, text, colour, x, y, width, height);
  }
}
