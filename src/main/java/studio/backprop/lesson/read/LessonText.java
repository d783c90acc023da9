package studio.backprop.lesson.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.backprop.lesson.check.CheckParser;
import studio.backprop.lesson.check.CheckedQuantity;
import studio.backprop.lesson.check.Expression;
import studio.backprop.lesson.check.LineFault;
import studio.backprop.text.Message;

/**
 * Placeholders of engine quantities in a text, such as {@code {train.loss|3}}: three decimals; {@code |2e}: scientific with two decimals. A
 * literal brace is escaped as {@code \{}.
 */
public final class LessonText {
  /** Formula between dollar signs; a dollar sign before a digit or a space is literal. */
  public static final Pattern FORMULA = Pattern.compile("(?<!\\\\)\\$(?![\\d\\s])([^$]+?)\\$");
  private static final Pattern PLACE = Pattern.compile("(?<!\\\\)\\{([^{}]*)\\}");
  private static final Pattern FORM = Pattern.compile("(\\d{1,2})(e?)");

  private LessonText() {}

  /**
   * Placeholder.
   *
   * @param text between the braces
   * @param sum numeric expression; empty for a word
   * @param word quantity with a word value; empty for a number
   * @param decimals fraction digits; below 0 for the shortest text
   * @param power in scientific notation
   */
  public record Place(String text, Optional<Expression> sum, Optional<CheckedQuantity> word, int decimals, boolean power) {}

  /** Whether a line break between these texts is dropped instead of becoming a space, as between Chinese characters. */
  public static boolean joins(String before, String after) {
    return !before.isEmpty() && !after.isEmpty() && isWide(before.charAt(before.length() - 1)) && isWide(after.charAt(0));
  }

  private static boolean isWide(char c) {
    return c >= '\u3000' && c <= '\u9fff' || c >= '\uff00' && c <= '\uffef';
  }

  /** Parses a placeholder. @throws LineFault if it is none */
  public static Place place(String text) throws LineFault {
    int bar = text.lastIndexOf('|');
    String asked = bar < 0 ? text : text.substring(0, bar);
    Matcher form = FORM.matcher(bar < 0 ? "" : text.substring(bar + 1));
    if (bar >= 0 && !form.matches()) {
      throw new LineFault(bar + 2, Message.of("lesson.text.form", text.substring(bar + 1)));
    }
    int decimals = bar < 0 ? -1 : Integer.parseInt(form.group(1));
    boolean power = bar >= 0 && !form.group(2).isEmpty();
    try {
      CheckedQuantity quantity = CheckParser.quantity(asked);
      if (quantity.kind() == CheckedQuantity.Kind.WORD) {
        return new Place(text, Optional.empty(), Optional.of(quantity), decimals, power);
      }
    } catch (LineFault notOneQuantity) {
      // it may be an expression, whose error is reported below
    }
    return new Place(text, Optional.of(CheckParser.sum(asked)), Optional.empty(), decimals, power);
  }

  /** All valid placeholders of a text, in order. */
  public static List<Place> places(String text) {
    List<Place> all = new ArrayList<>();
    each(text, (before, place) -> all.add(place));
    return all;
  }

  /** Visits the valid placeholders of a text. @param heard receives their offset in characters */
  static void each(String text, BiConsumer<Integer, Place> heard) {
    Matcher matcher = PLACE.matcher(text);
    while (matcher.find()) {
      try {
        heard.accept(matcher.start(1), place(matcher.group(1)));
      } catch (LineFault told) {
        continue; // reported when the text was read
      }
    }
  }

  /** Source texts of the placeholders. */
  static Set<String> written(String text) {
    Set<String> all = new LinkedHashSet<>();
    PLACE.matcher(text).results().forEach(found -> all.add(found.group(1)));
    return all;
  }

  /** Visits the errors of a text. @param told receives the offset of the placeholder in characters, and its error */
  static void check(String text, BiConsumer<Integer, LineFault> told) {
    Matcher matcher = PLACE.matcher(text);
    while (matcher.find()) {
      try {
        place(matcher.group(1));
      } catch (LineFault fault) {
        told.accept(matcher.start(1), fault);
      }
    }
  }

  /** Replaces the placeholders. */
  public static String filled(String text, Function<Place, String> number) {
    return PLACE.matcher(text).replaceAll(found -> {
      try {
        return Matcher.quoteReplacement(number.apply(place(found.group(1))));
      } catch (LineFault told) {
        return Matcher.quoteReplacement(found.group());
      }
    });
  }
}
