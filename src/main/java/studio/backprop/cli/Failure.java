package studio.backprop.cli;

import studio.backprop.text.Message;

/**
 * A command cannot go on; the sentence says why and what to do. Either it failed, or the value of an option was refused, whatever the
 * reason: then another command line helps.
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

  /** The value of an option is refused. */
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
