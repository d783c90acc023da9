package studio.backprop.ui.kit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;

/**
 * Synonyms of titles, as other libraries use them, from the texts {@code also.<key of the title>} of both languages; features that are not
 * available yet from {@code later.<subject>}.
 */
public final class Synonyms {
  private static final String SAMPLE = "sample.";
  private static final String ALSO = "also.";
  private static final String LATER = "later.";
  private static final String WORDS = ".words";
  /** A single Latin letter matches too much; a single Chinese character is a word. */
  private static final int FEWEST_LETTERS = 2;

  private Synonyms() {}

  /** Whether a synonym of this title starts with the query, in either language. */
  public static boolean meant(Message title, String typed) {
    String wanted = plain(typed);
    return isWord(wanted) && Stream.concat(words(ALSO + title.key()), id(title)).anyMatch(word -> begins(word, wanted));
  }

  /** Id of a sample in files and on the command line. */
  private static Stream<String> id(Message title) {
    return title.key().startsWith(SAMPLE) ? Stream.of(title.key().substring(SAMPLE.length())) : Stream.empty();
  }

  public static Optional<String> later(String typed, Texts texts) {
    String wanted = plain(typed);
    if (!isWord(wanted)) {
      return Optional.empty();
    }
    return Texts.ENGLISH.keys().stream()
        .filter(key -> key.startsWith(LATER) && key.endsWith(WORDS) && words(key).anyMatch(word -> wanted.contains(plain(word))))
        .findFirst().map(key -> texts.say(key.substring(0, key.length() - WORDS.length())));
  }

  private static boolean isWord(String plain) {
    return plain.length() >= FEWEST_LETTERS || plain.codePoints().anyMatch(Character::isIdeographic);
  }

  private static boolean begins(String word, String wanted) {
    List<String> parts = Arrays.asList(word.toLowerCase(Locale.ROOT).split("[\\s_-]+"));
    return plain(word).startsWith(wanted) || parts.stream().anyMatch(part -> part.startsWith(wanted));
  }

  private static Stream<String> words(String key) {
    return Texts.all().stream().filter(texts -> texts.has(key)).flatMap(texts -> Arrays.stream(texts.say(key).split("[,，、]")))
        .map(String::strip);
  }

  /** Lower case without spaces. */
  static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
  }
}
