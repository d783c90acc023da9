package studio.backprop.worksheet.print;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;

/** Line breaker that breaks formulas at spaces only. */
final class FormulaBreaker implements FSTextBreaker {
  /** CJK characters from here on can be separated without a space. */
  private static final char FIRST_WIDE = '\u2E80';
  private static final String BREAK_BEHIND = "-–—/\u00AD\u200B";

  private final BreakIterator lines = BreakIterator.getLineInstance(Locale.ROOT);
  private String text = "";

  @Override
  public void setText(String changed) {
    text = changed;
    lines.setText(changed);
  }

  @Override
  public int next() {
    int at = lines.next();
    while (at != BreakIterator.DONE && at < text.length() && !isFree(text.charAt(at - 1), text.charAt(at))) {
      at = lines.next();
    }
    return at;
  }

  private static boolean isFree(char before, char behind) {
    return Character.isWhitespace(before) || before >= FIRST_WIDE || behind >= FIRST_WIDE
        || BREAK_BEHIND.indexOf(before) >= 0 && Character.isLetterOrDigit(behind);
  }
}
