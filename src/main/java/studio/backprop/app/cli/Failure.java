package studio.backprop.app.cli;

import studio.backprop.text.Message;

/** A command cannot go on; the sentence says why and what to do. */
public final class Failure extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Message sentence;

  Failure(Message sentence) {
    super(sentence.toString());
    this.sentence = sentence;
  }

  public static Failure of(String key, Object... args) {
    return new Failure(Message.of(key, args));
  }

  Message sentence() {
    return sentence;
  }
}
