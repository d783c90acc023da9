package studio.backprop.ui.kit.command;

import java.util.Optional;
import studio.backprop.ui.kit.Command;

/**
 * A row of the list of commands.
 *
 * @param said what stands there
 * @param command what Enter does; empty for a heading and for a note
 * @param heading whether commands stand under it
 */
public record CommandRow(String said, Optional<Command> command, boolean heading) {
  static CommandRow of(String title, Command command) {
    return new CommandRow(title, Optional.of(command), false);
  }

  static CommandRow head(String title) {
    return new CommandRow(title, Optional.empty(), true);
  }

  /** A sentence about what the program cannot do. */
  static CommandRow note(String sentence) {
    return new CommandRow(sentence, Optional.empty(), false);
  }
}
