package studio.backprop.ui.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** How well what somebody types fits a name. Every typed word has to be found; letters scattered over a name are no match. */
final class Words {
  /** Fewer letters than these stand within too many words. */
  private static final int LEAST_WITHIN = 3;
  private static final int EXACT = 0;
  private static final int BEGINS = 1;
  private static final int WORD = 2;
  private static final int SYNONYM = 3;
  private static final int WITHIN = 4;

  private Words() {}

  static List<String> of(String typed) {
    return Arrays.stream(typed.strip().toLowerCase(Locale.ROOT).split("\\s+")).toList();
  }

  /** The words of a list, separated by commas, that hold all that was typed. */
  static OptionalInt distance(String synonyms, List<String> wanted) {
    return distance("", synonyms, wanted);
  }

  /** Less is nearer; empty where a word is not found. */
  static OptionalInt distance(String title, String synonyms, List<String> wanted) {
    String name = title.toLowerCase(Locale.ROOT);
    String whole = String.join(" ", wanted);
    if (name.equals(whole)) {
      return OptionalInt.of(EXACT);
    }
    if (!name.isEmpty() && name.startsWith(whole)) {
      return OptionalInt.of(BEGINS);
    }
    int most = 0;
    for (String word : wanted) {
      OptionalInt one = one(name, synonyms.toLowerCase(Locale.ROOT), word);
      if (one.isEmpty()) {
        return one;
      }
      most = Math.max(most, one.getAsInt());
    }
    return OptionalInt.of(most);
  }

  private static OptionalInt one(String name, String synonyms, String word) {
    if (begins(name, word)) {
      return OptionalInt.of(WORD);
    }
    if (begins(synonyms, word)) {
      return OptionalInt.of(SYNONYM);
    }
    boolean chinese = word.codePoints().anyMatch(sign -> Character.UnicodeScript.of(sign) == Character.UnicodeScript.HAN);
    boolean within = (chinese || word.length() >= LEAST_WITHIN) && (name.contains(word) || synonyms.contains(word));
    return within ? OptionalInt.of(WITHIN) : OptionalInt.empty();
  }

  private static boolean begins(String text, String word) {
    return Stream.of(text.split("[\\s,，:：()\\-]+")).anyMatch(part -> part.startsWith(word));
  }
}
