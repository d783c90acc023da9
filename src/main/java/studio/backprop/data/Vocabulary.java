package studio.backprop.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Vocabulary: token ids of characters or words; 0 is padding, 1 is unknown. Immutable. */
public final class Vocabulary {
  public static final int PADDING = 0;
  public static final int UNKNOWN = 1;
  /** Line separator token, which ends one line and begins the next. */
  public static final String END = "\n";
  /** Text of the padding token. */
  static final String PADDING_SIGN = "·";
  static final String UNKNOWN_SIGN = "▯";

  private static final Pattern WORD = Pattern.compile("\\w+(?:['’]\\w+)*|\\n|[^\\w\\s]");
  private static final String NO_SPACE_BEFORE = ".,;:!?)'";

  private final TextLevel level;
  private final List<String> tokens;
  private final Map<String, Integer> numbers = new HashMap<>();

  private Vocabulary(TextLevel level, List<String> known) {
    this.level = level;
    this.tokens = Stream.concat(Stream.of(PADDING_SIGN, UNKNOWN_SIGN), known.stream()).toList();
    for (int i = UNKNOWN + 1; i < tokens.size(); i++) {
      numbers.put(tokens.get(i), i);
    }
  }

  /** Tokens with at least so many occurrences, in alphabetical order. */
  static Vocabulary frequent(TextLevel level, List<String> text, int least) {
    Map<String, Long> counts = count(text);
    return new Vocabulary(level, counts.keySet().stream().filter(token -> counts.get(token) >= least).sorted().toList());
  }

  /** Most frequent tokens, up to a size that includes padding and unknown. */
  static Vocabulary largest(TextLevel level, List<String> text, int size) {
    Map<String, Long> counts = count(text);
    Comparator<String> often = Comparator.comparing(counts::get, Comparator.reverseOrder());
    return new Vocabulary(level, counts.keySet().stream().sorted(often.thenComparing(Comparator.naturalOrder())).limit(size - 2L).toList());
  }

  private static Map<String, Long> count(List<String> text) {
    return text.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  /** Tokenizes into characters, or into lower-case words and punctuation marks. */
  static List<String> cut(TextLevel level, String text) {
    if (level == TextLevel.CHARACTER) {
      return text.codePoints().mapToObj(Character::toString).toList();
    }
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (word.find()) {
      words.add(word.group());
    }
    return words;
  }

  /** Number of tokens, with padding and unknown. */
  public int size() {
    return tokens.size();
  }

  /** Display names of the tokens, as classes of a next-token prediction. */
  List<String> tokens() {
    return tokens;
  }

  public String token(int number) {
    return tokens.get(number);
  }

  public int number(String token) {
    return numbers.getOrDefault(token, UNKNOWN);
  }

  /** Encodes a text. An unknown capital is encoded as its lower-case letter. */
  public int[] read(String text) {
    return cut(level, text).stream()
        .mapToInt(token -> numbers.containsKey(token) ? number(token) : number(token.toLowerCase(Locale.ROOT)))
        .toArray();
  }

  /** Distinct out-of-vocabulary tokens of a text. */
  public List<String> unknown(String text) {
    return cut(level, text).stream()
        .filter(token -> !numbers.containsKey(token) && !numbers.containsKey(token.toLowerCase(Locale.ROOT)))
        .distinct()
        .toList();
  }

  /** Decodes token ids, without padding. Spaces between words are restored heuristically. */
  public String write(int[] text) {
    StringBuilder written = new StringBuilder();
    IntStream.of(text).filter(token -> token != PADDING).mapToObj(tokens::get).forEach(token -> {
      boolean space = level == TextLevel.WORD && !written.isEmpty() && !written.toString().endsWith(END) && !NO_SPACE_BEFORE.contains(token)
          && !token.equals(END);
      written.append(space ? " " : "").append(token);
    });
    return written.toString();
  }
}
