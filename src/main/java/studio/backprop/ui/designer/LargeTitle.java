package studio.backprop.ui.designer;

import java.util.Arrays;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** A title that has to be large, or is long for its place: no word is torn. Its letters become somewhat smaller for a long word; what is longer still is cut. */
final class LargeTitle {
  private static final double LEAST = 0.72;
  /** From here on are scripts without spaces, whose lines may break between any two signs. */
  private static final int IDEOGRAPHS = 0x2E80;
  private static final String REST = "…";

  private LargeTitle() {}

  /** Places the title and says how high it is. */
  static double lay(Label title, String words, double x, double y, double width) {
    Font font = title.getFont();
    double scale = Arrays.stream(words.split(" ")).mapToDouble(word -> scale(font, word, width)).min().orElse(1);
    double wide = width / scale;
    title.setText(Arrays.stream(words.split(" ")).map(word -> cut(font, word, wide)).collect(Collectors.joining(" ")));
    double high = title.prefHeight(wide);
    scale(title, scale);
    title.resizeRelocate(x - (wide - width) / 2, y - high * (1 - scale) / 2, wide, high);
    return high * scale;
  }

  /** Places the title in one line, whose end is cut where smaller letters are not enough. */
  static void line(Label title, String words, double x, double y, double width, double high) {
    double scale = Math.max(LEAST, Math.min(1, width / width(title.getFont(), words)));
    title.setText(words);
    scale(title, scale);
    title.resizeRelocate(x - (width / scale - width) / 2, y, width / scale, high);
  }

  /** Back to letters of the usual size, and all of them. */
  static void undo(Label title, String words) {
    title.setText(words);
    scale(title, 1);
  }

  private static void scale(Label title, double scale) {
    title.setScaleX(scale);
    title.setScaleY(scale);
  }

  private static double scale(Font font, String word, double width) {
    double fits = Math.min(1, width / width(font, word));
    return fits >= LEAST ? fits : breaks(word) ? 1 : LEAST;
  }

  private static String cut(Font font, String word, double wide) {
    if (breaks(word) || width(font, word) <= wide + 1) {
      return word;
    }
    int letters = word.length() - 1;
    while (letters > 1 && width(font, word.substring(0, letters) + REST) > wide) {
      letters--;
    }
    return word.substring(0, letters) + REST;
  }

  private static boolean breaks(String word) {
    return word.chars().anyMatch(sign -> sign >= IDEOGRAPHS);
  }

  private static double width(Font font, String word) {
    Text text = new Text(word);
    text.setFont(font);
    return Math.ceil(text.getLayoutBounds().getWidth()) + 1;
  }
}
