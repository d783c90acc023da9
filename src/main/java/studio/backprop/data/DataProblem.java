package studio.backprop.data;

import studio.backprop.text.Message;

/** Data that cannot be used, with a message that names the place and the remedy. */
public final class DataProblem extends Exception {
  private static final long serialVersionUID = 1;
  /** More cells than there is memory for. */
  static final String CELLS = "data.problem.csv-too-many-cells";

  private final transient Message sentence;

  public DataProblem(Message sentence) {
    super(sentence.toString());
    this.sentence = sentence;
  }

  static DataProblem of(String key, Object... args) {
    return new DataProblem(Message.of(key, args));
  }

  /** Whether the data may be in order, and only the memory of this program is too small for them. */
  public boolean isOfMemory() {
    return sentence.key().equals(CELLS);
  }

  public Message sentence() {
    return sentence;
  }
}
