package studio.backprop.ui.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The bundled typeface once more, as AWT reads it: charts measure their texts with it. Reading takes tenths of a second. */
public record ChartFonts(Font regular, Font bold) {
  public static ChartFonts read() {
    return new ChartFonts(font("Regular"), font("Bold"));
  }

  private static Font font(String cut) {
    String file = "/fonts/BackpropSans-" + cut + ".ttf";
    try (InputStream in = ChartFonts.class.getResourceAsStream(file)) {
      return Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FontFormatException e) {
      throw new IllegalStateException("the font " + file + " could not be read", e);
    }
  }
}
