package studio.backprop.ui.workspace.run;

import java.util.List;
import java.util.stream.IntStream;
import studio.backprop.data.Vocabulary;

/** Displayed form of tokens: visible signs for space and newline. */
public final class TokenTexts {
  private TokenTexts() {}

  public static String visible(String token) {
    return switch (token) {
      case Vocabulary.END -> "⏎";
      case " " -> "␣";
      default -> token;
    };
  }

  /** Tokens of an example's ids. */
  public static List<String> of(Vocabulary vocabulary, float[] tokens) {
    return IntStream.range(0, tokens.length).mapToObj(i -> visible(vocabulary.token((int) tokens[i]))).toList();
  }
}
