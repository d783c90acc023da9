package studio.backprop.lesson.check;

import studio.backprop.text.Message;

/** A fault in one line of a lesson: what is wrong, and where. */
public final class LineFault extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Message sentence;
  private final int column;

  /** @param column from 1, in the text that was read */
  public LineFault(int column, Message sentence) {
    super(sentence.key(), null, false, false);
    this.sentence = sentence;
    this.column = column;
  }

  /** What is wrong, and the way on. */
  public Message sentence() {
    return sentence;
  }

  /** The same in a text that has so many characters more before it. */
  public LineFault behind(int characters) {
    return new LineFault(column + characters, sentence);
  }

  public int column() {
    return column;
  }
}
