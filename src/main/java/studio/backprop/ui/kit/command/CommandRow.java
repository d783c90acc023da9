package studio.backprop.ui.kit.command;

import java.util.Optional;
import studio.backprop.ui.kit.Command;

/** Row of the command palette; without a command for headings and notes. */
public record CommandRow(String said, Optional<Command> command, boolean heading) {
  static CommandRow of(String title, Command command) {
    return new CommandRow(title, Optional.of(command), false);
  }

  static CommandRow head(String title) {
    return new CommandRow(title, Optional.empty(), true);
  }

  /** Note about a feature that is not available. */
  static CommandRow note(String sentence) {
    return new CommandRow(sentence, Optional.empty(), false);
  }
}
