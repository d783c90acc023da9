package studio.backprop.data;

import java.util.List;
import java.util.stream.Collectors;

/** Names lines of a file in a sentence. */
final class Lines {
  private static final int MOST = 20;

  private Lines() {}

  /** Such as {@code 3, 4, 17}; of very many the first. */
  static String named(List<Long> lines) {
    String first = lines.stream().limit(MOST).map(String::valueOf).collect(Collectors.joining(", "));
    return lines.size() > MOST ? first + ", …" : first;
  }
}
