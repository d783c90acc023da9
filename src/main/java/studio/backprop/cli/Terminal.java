package studio.backprop.cli;

import java.io.PrintStream;
import java.util.Optional;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.Numbers;

/**
 * Where a command speaks, and in which language.
 *
 * @param out for results, which another program may read
 * @param err for everything that is said along the way
 * @param interactive whether a person watches {@code err}, so that a line may be drawn over
 */
public record Terminal(StandardOutput out, PrintStream err, boolean interactive, Texts texts) {
  void print(String line) {
    out.println(line);
  }

  /** Why results could not be written; empty where they all were. */
  Optional<String> lost() {
    return out.failure();
  }

  /** A sentence along the way. */
  public void note(String key, Object... args) {
    err.println(texts.say(key, args));
  }

  void note(Message sentence) {
    err.println(texts.say(sentence));
  }

  /** What was done to the data. */
  void dataNote(Message sentence) {
    note("cli.data_note", texts.say(sentence));
  }

  String say(String key, Object... args) {
    return texts.say(key, args);
  }

  String say(Message message) {
    return texts.say(message);
  }

  Numbers numbers() {
    return new Numbers(texts.locale());
  }
}
