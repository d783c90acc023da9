package studio.backprop.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.FontSmoothingType;
import javafx.scene.transform.Scale;

/** Canvas that follows its size and is rendered at the resolution of the screen, also when scaled up. */
public final class Painting extends Region {
  private static final double FONT_SIZE = 12;
  /** Minimum horizontal scale of condensed text. */
  private static final double NARROWEST = 0.92;
  private static final String WORDS = "painted words";

  /** Painter of the whole canvas. */
  @FunctionalInterface
  public interface Painter {
    void paint(GraphicsContext g, double width, double height);
  }

  private final Canvas canvas = new Canvas();
  private final Scale shrink = new Scale();
  private final Painter painter;

  public Painting(Painter painter) {
    this.painter = painter;
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    canvas.getTransforms().add(shrink);
    getChildren().add(canvas);
  }

  @Override
  protected void layoutChildren() {
    double seen = Math.max(1, getLocalToSceneTransform().getMxx());
    double width = snapSizeX(getWidth()) * seen;
    double height = snapSizeY(getHeight()) * seen;
    if (canvas.getWidth() != width || canvas.getHeight() != height || shrink.getX() * seen != 1) {
      shrink.setX(1 / seen);
      shrink.setY(1 / seen);
      canvas.setWidth(width);
      canvas.setHeight(height);
      repaint();
    }
  }

  /** Writes text such that {@link #words} records it. */
  public static void write(GraphicsContext g, String text, double x, double y) {
    write(g, text, x, y, Double.POSITIVE_INFINITY);
  }

  /** @param most maximum width: text is condensed a little, then truncated; numbers are never truncated */
  public static void write(GraphicsContext g, String whole, double x, double y, double most) {
    String text = fitted(whole, g.getFont(), most);
    if (Double.isInfinite(most)) {
      g.fillText(text, x, y);
    } else {
      g.fillText(text, x, y, most);
    }
    if (g.getCanvas().hasProperties() && !text.isBlank() && g.getCanvas().getProperties().get(WORDS) instanceof List<?> kept) {
      @SuppressWarnings("unchecked")
      List<PaintedWord> words = (List<PaintedWord>) kept;
      words.add(PaintedWord.of(g, text, x, y, most));
    }
  }

  /** The text, truncated to the width. */
  static String fitted(String text, Font font, double most) {
    if (text.length() * font.getSize() <= most || text.codePoints().noneMatch(Character::isLetter)) {
      return text; // no glyph is wider than high
    }
    double room = most / NARROWEST;
    if (Fonts.width(text, font) <= room) {
      return text;
    }
    int letters = text.length() - 1;
    while (letters > 1 && Fonts.width(cut(text, letters), font) > room) {
      letters--;
    }
    return cut(text, letters);
  }

  private static String cut(String text, int letters) {
    return text.substring(0, letters).strip() + "…";
  }

  /** Repaints and returns the text written, in px of {@link #canvas}. Recorded only here, to save memory in each frame. */
  public List<PaintedWord> words() {
    List<PaintedWord> words = new ArrayList<>();
    canvas.getProperties().put(WORDS, words);
    repaint();
    canvas.getProperties().remove(WORDS);
    return List.copyOf(words);
  }

  public Canvas canvas() {
    return canvas;
  }

  public void repaint() {
    GraphicsContext g = canvas.getGraphicsContext2D();
    double seen = 1 / shrink.getX();
    g.setTransform(1, 0, 0, 1, 0, 0);
    g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    g.setTransform(seen, 0, 0, seen, 0, 0);
    g.setFontSmoothingType(FontSmoothingType.GRAY);
    g.setFont(Font.font(Fonts.FAMILY, FONT_SIZE));
    g.setImageSmoothing(false);
    if (canvas.getWidth() > 0 && canvas.getHeight() > 0) {
      painter.paint(g, canvas.getWidth() / seen, canvas.getHeight() / seen);
    }
  }
}
