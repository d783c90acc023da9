package studio.backprop.data;

import java.util.List;
import java.util.stream.Collectors;

/** Formats line numbers for messages. */
final class Lines {
  private static final int MAX_LINES = 20;

  private Lines() {}

  /** Such as {@code 3, 4, 17}; truncated if there are very many. */
  static String named(List<Long> lines) {
    String first = lines.stream().limit(MAX_LINES).map(String::valueOf).collect(Collectors.joining(", "));
    return lines.size() > MAX_LINES ? first + ", …" : first;
  }
}
