package studio.backprop.store;

import java.util.Optional;
import studio.backprop.text.Message;

/** A file that cannot be read or written, with a message that names it and the reason. */
public final class StoreProblem extends Exception {
  private static final long serialVersionUID = 1;
  private static final String OPEN = "store.open";

  private final transient Message sentence;

  StoreProblem(Message sentence) {
    super(sentence.toString());
    this.sentence = sentence;
  }

  public static StoreProblem of(String key, Object... args) {
    return new StoreProblem(Message.of(key, args));
  }

  /** An invalid value in a file, reported with the key so that it can be corrected. */
  static StoreProblem value(String key, Object... args) {
    return of("store.value", Message.of(key, args));
  }

  /** Completes the error of a value within a file by the file's name. */
  public StoreProblem in(String file) {
    return StoreProblem.of(OPEN, file, sentence);
  }

  public Message sentence() {
    return sentence;
  }

  /** Reason why a file cannot be opened, without its name, to follow the name. */
  public Optional<Message> whyNotOpened() {
    return sentence.key().equals(OPEN) ? Optional.of((Message) sentence.args().get(1)) : Optional.empty();
  }
}
