package studio.backprop.ui.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** The bundled typeface: one family for Latin, Chinese and formulas, all digits of one width, so live numbers do not jitter. */
public final class Fonts {
  /** Family name, as style sheets and canvas painters use it. */
  public static final String FAMILY = "Backprop Sans";

  private static final List<String> CUTS = List.of("Regular", "Bold");

  private Fonts() {}

  /** How wide a text is in a font, in px. On the FX thread, or where nothing is shown yet. */
  public static double width(String text, Font font) {
    Text shape = new Text(text);
    shape.setFont(font);
    return shape.getLayoutBounds().getWidth();
  }

  /** Makes the family known to the toolkit. Call once, before the first scene is built. */
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
