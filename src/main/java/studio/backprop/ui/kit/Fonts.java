package studio.backprop.ui.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Bundled typeface: one family for Latin, Chinese and formulas; digits of equal width, so that live numbers do not jitter. */
public final class Fonts {
  public static final String FAMILY = "Backprop Sans";

  private static final List<String> CUTS = List.of("Regular", "Bold");

  private Fonts() {}

  /** Width of a text in px. On the JavaFX thread, or while nothing is shown yet. */
  public static double width(String text, Font font) {
    Text shape = new Text(text);
    shape.setFont(font);
    return shape.getLayoutBounds().getWidth();
  }

  /** Registers the family with JavaFX. Call once, before the first scene is built. */
  public static void load() {
    for (String cut : CUTS) {
      String file = "/fonts/BackpropSans-" + cut + ".ttf";
      try (InputStream in = Fonts.class.getResourceAsStream(file)) {
        if (in == null || Font.loadFont(in, 0) == null) {
          throw new IllegalStateException("the font " + file + " could not be read");
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
