package studio.backprop.cli;

import studio.backprop.text.Message;

/**
 * Failure of a command; the message says why and what to do. Either an execution failure, or the refused value of an option (exit code 2).
 */
public final class Failure extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Message sentence;
  private final boolean option;

  Failure(Message sentence) {
    this(sentence, false);
  }

  private Failure(Message sentence, boolean option) {
    super(sentence.toString());
    this.sentence = sentence;
    this.option = option;
  }

  public static Failure of(String key, Object... args) {
    return new Failure(Message.of(key, args));
  }

  static Failure option(String key, Object... args) {
    return new Failure(Message.of(key, args), true);
  }

  boolean isOfOption() {
    return option;
  }

  Message sentence() {
    return sentence;
  }
}
