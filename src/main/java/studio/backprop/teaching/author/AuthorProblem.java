package studio.backprop.teaching.author;

import studio.backprop.text.Message;

/** Reason why a lesson cannot be created, with the remedy. */
public final class AuthorProblem extends Exception {
  private static final long serialVersionUID = 1;
  private final transient Message sentence;

  AuthorProblem(Message sentence) {
    super(sentence.toString());
    this.sentence = sentence;
  }

  static AuthorProblem of(String key, Object... args) {
    return new AuthorProblem(Message.of(key, args));
  }

  public Message sentence() {
    return sentence;
  }
}
