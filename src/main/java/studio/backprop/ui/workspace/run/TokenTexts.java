package studio.backprop.ui.workspace.run;

import java.util.List;
import java.util.stream.IntStream;
import studio.backprop.data.Vocabulary;

/** How tokens of a text are seen: a space and the end of a line have signs. */
public final class TokenTexts {
  private TokenTexts() {}

  public static String visible(String token) {
    return switch (token) {
      case Vocabulary.END -> "⏎";
      case " " -> "␣";
      default -> token;
    };
  }

  /** What an example's numbers stand for, one after the other. */
  public static List<String> of(Vocabulary vocabulary, float[] tokens) {
    return IntStream.range(0, tokens.length).mapToObj(i -> visible(vocabulary.token((int) tokens[i]))).toList();
  }
}
