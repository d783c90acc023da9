package studio.backprop.worksheet.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** Subset of the program's font with the characters of one text, for embedding into a page: the full font has 2 MB. */
public final class FontSubset {
  private FontSubset() {
  }

  /** Both weights as CSS font-face rules. */
  public static String css(String text) throws IOException {
    return rule("Regular", 400, text) + rule("Bold", 700, text);
  }

  private static String rule(String cut, int weight, String text) throws IOException {
    return "@font-face { font-family: 'Backprop Sans'; font-weight: " + weight + "; src: url(data:font/ttf;base64,"
        + Base64.getEncoder().encodeToString(of(cut, text)) + ") format('truetype'); }\n";
  }

  /** @param cut Regular or Bold */
  static byte[] of(String cut, String text) throws IOException {
    try (InputStream in = OwnFonts.open(cut); TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
      TTFSubsetter subset = new TTFSubsetter(font);
      text.codePoints().filter(sign -> sign >= ' ').distinct().forEach(subset::add);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      subset.writeToStream(out);
      return out.toByteArray();
    }
  }
}
