package studio.backprop.cli;

import java.io.PrintStream;
import java.util.Optional;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.Numbers;

/**
 * Output streams of a command, and their language.
 *
 * @param out for results, which another program may read
 * @param err for messages and progress
 * @param interactive whether {@code err} is a terminal, so that a line can be redrawn
 */
public record Terminal(StandardOutput out, PrintStream err, boolean interactive, Texts texts) {
  void print(String line) {
    out.println(line);
  }

  /** Reason why results could not be written; empty if they were. */
  Optional<String> lost() {
    return out.failure();
  }

  public void note(String key, Object... args) {
    err.println(texts.say(key, args));
  }

  void note(Message sentence) {
    err.println(texts.say(sentence));
  }

  /** Prints a message about the preparation of the data. */
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
