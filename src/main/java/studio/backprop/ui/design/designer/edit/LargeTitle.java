package studio.backprop.ui.design.designer.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javafx.scene.control.Label;
import javafx.scene.text.Font;
import studio.backprop.ui.kit.Fonts;

/** Fitting of large titles: text that is too long is shortened in the middle, or omitted. */
public final class LargeTitle {
  /** Ellipsis of the omitted letters. */
  public static final String GAP = "…";
  /** Fewer letters are ambiguous. */
  private static final int MIN_LETTERS = 5;
  private static final int MIN_SIGNS = 2;
  /** First code point of scripts without spaces, whose lines may break anywhere. */
  private static final int IDEOGRAPHS = 0x2E80;
  private static final Pattern PIECE = Pattern.compile("(?:[\\x{2E80}-\\x{10FFFF}]|[^\\s\\x{2E80}-\\x{10FFFF}]+|^)\\s*");

  private static final double LINE_HEIGHT = 1.25;

  private LargeTitle() {}

  /** Single line, shortened in the middle if need be; empty if too little would remain. */
  public static Optional<String> fitted(Font font, String words, double width) {
    if (width(font, words) <= width) {
      return Optional.of(words);
    }
    int least = ideograph(words) ? MIN_SIGNS : MIN_LETTERS;
    for (int letters = words.length() - 1; letters >= least; letters--) {
      int end = letters / 2;
      String shorter = words.substring(0, letters - end).stripTrailing() + GAP + words.substring(words.length() - end).stripLeading();
      if (width(font, shorter) <= width) {
        return Optional.of(shorter);
      }
    }
    return Optional.empty();
  }

  /** Lines broken between words; a single one if it fits, empty if they do not fit. */
  public static Optional<String> broken(Font font, String words, double width, int lines) {
    if (width(font, words) <= width) {
      return Optional.of(words);
    }
    List<String> broken = new ArrayList<>();
    String line = "";
    for (String piece : pieces(words)) {
      String longer = line + piece;
      if (width(font, longer.stripTrailing()) <= width) {
        line = longer;
      } else {
        if (!line.isEmpty()) {
          broken.add(line.stripTrailing());
        }
        Optional<String> fits = fitted(font, piece.stripTrailing(), width);
        if (fits.isEmpty()) {
          return Optional.empty();
        }
        line = fits.get() + piece.substring(piece.stripTrailing().length());
      }
    }
    broken.add(line.stripTrailing());
    return broken.size() <= lines ? Optional.of(String.join("\n", broken)) : Optional.empty();
  }

  /** Splits after spaces and beside each ideograph. Concatenated, the pieces are the text again. */
  private static List<String> pieces(String words) {
    return PIECE.matcher(words).results().map(MatchResult::group).toList();
  }

  private static boolean ideograph(String words) {
    return words.chars().anyMatch(sign -> sign >= IDEOGRAPHS);
  }

  /** Sets the text of a label, and hides it if there is none. */
  public static boolean write(Label label, Optional<String> found) {
    label.setVisible(found.isPresent());
    found.ifPresent(label::setText);
    return found.isPresent();
  }

  public static double height(Font font) {
    return Math.ceil(font.getSize() * LINE_HEIGHT);
  }

  public static double width(Font font, String words) {
    return Math.ceil(Fonts.width(words, font)) + 1;
  }
}
