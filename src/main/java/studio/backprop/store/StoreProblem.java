package studio.backprop.store;

import studio.backprop.text.Message;

/** A file that cannot be read or written, with one sentence that names it and says why. */
public final class StoreProblem extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Message sentence;

  StoreProblem(Message sentence) {
    super(sentence.toString());
    this.sentence = sentence;
  }

  static StoreProblem of(String key, Object... args) {
    return new StoreProblem(Message.of(key, args));
  }

  /** A value in a file that cannot be: whoever wrote it there can mend it. */
  static StoreProblem value(String key, Object... args) {
    return of("store.value", Message.of(key, args));
  }

  /** Inside a file a problem is half a sentence; here it becomes a whole one. */
  StoreProblem in(String file) {
    return StoreProblem.of("store.open", file, sentence);
  }

  public Message sentence() {
    return sentence;
  }
}
