package studio.backprop.ui.kit.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** AWT fonts of the bundled typeface, for chart metrics. Loading takes tenths of a second. */
public record ChartFonts(Font regular, Font bold) {
  private static final Logger LOG = LoggerFactory.getLogger(ChartFonts.class);

  public static ChartFonts read() {
    return new ChartFonts(font("Regular", Font.PLAIN), font("Bold", Font.BOLD));
  }

  /** Java unpacks a font into the temporary folder; if that is not writable, the system font is used. */
  private static Font font(String cut, int style) {
    String file = "/fonts/BackpropSans-" + cut + ".ttf";
    try (InputStream in = ChartFonts.class.getResourceAsStream(file)) {
      return Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (IOException e) {
      LOG.info("The font {} could not be unpacked: {}", file, e.getMessage());
      return new Font(Font.SANS_SERIF, style, 1);
    } catch (FontFormatException e) {
      throw new IllegalStateException("the font " + file + " could not be read", e);
    }
  }
}
