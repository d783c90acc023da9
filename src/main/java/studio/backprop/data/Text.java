package studio.backprop.data;

/**
 * Layout of text examples: sequences of token ids.
 *
 * @param next whether the targets are the next tokens
 * @param running whether the pieces are consecutive in one text; otherwise each is a separate line
 */
public record Text(Vocabulary vocabulary, boolean next, boolean running) implements Content {
  @Override
  public boolean isOrdered() {
    return running;
  }

  public String write(float[] tokens) {
    int[] numbers = new int[tokens.length];
    for (int i = 0; i < tokens.length; i++) {
      numbers[i] = (int) tokens[i];
    }
    return vocabulary.write(numbers);
  }
}
