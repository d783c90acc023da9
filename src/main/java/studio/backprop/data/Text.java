package studio.backprop.data;

/**
 * Examples that are pieces of text, each a row of token numbers.
 *
 * @param vocabulary what the numbers stand for
 * @param next whether the answer at each step is the token that comes next
 * @param running whether the pieces follow each other in one text; otherwise each is a line for itself
 */
public record Text(Vocabulary vocabulary, boolean next, boolean running) implements Content {
  @Override
  public boolean isOrdered() {
    return running;
  }

  /** A row of numbers as text. */
  public String write(float[] tokens) {
    int[] numbers = new int[tokens.length];
    for (int i = 0; i < tokens.length; i++) {
      numbers[i] = (int) tokens[i];
    }
    return vocabulary.write(numbers);
  }
}
