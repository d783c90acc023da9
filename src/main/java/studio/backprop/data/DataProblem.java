package studio.backprop.data;

import studio.backprop.text.Message;

/** Data error, with a message that names the place and the remedy. */
public final class DataProblem extends Exception {
  private static final long serialVersionUID = 1;
  static final String CELLS = "data.problem.csv-too-many-cells";

  private final transient Message sentence;

  public DataProblem(Message sentence) {
    super(sentence.toString());
    this.sentence = sentence;
  }

  static DataProblem of(String key, Object... args) {
    return new DataProblem(Message.of(key, args));
  }

  /** Whether the data may be valid, and only exceed this program's memory. */
  public boolean isOfMemory() {
    return sentence.key().equals(CELLS);
  }

  public Message sentence() {
    return sentence;
  }
}
