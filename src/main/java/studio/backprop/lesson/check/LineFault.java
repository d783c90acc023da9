package studio.backprop.lesson.check;

import studio.backprop.text.Message;

/** Error in one line of a lesson, with its column. */
public final class LineFault extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Message sentence;
  private final int column;

  /** @param column from 1, in the parsed text */
  public LineFault(int column, Message sentence) {
    super(sentence.key(), null, false, false);
    this.sentence = sentence;
    this.column = column;
  }

  /** Error and remedy. */
  public Message sentence() {
    return sentence;
  }

  /** The same error in a text with so many characters before it. */
  public LineFault behind(int characters) {
    return new LineFault(column + characters, sentence);
  }

  public int column() {
    return column;
  }
}
