package studio.backprop.ui.command;

import java.util.Optional;
import studio.backprop.ui.kit.Command;

/**
 * A row of the list of commands.
 *
 * @param said what stands there
 * @param command what Enter does; empty for a heading and for a note
 * @param heading whether commands stand under it
 */
public record Row(String said, Optional<Command> command, boolean heading) {
  static Row of(String title, Command command) {
    return new Row(title, Optional.of(command), false);
  }

  static Row head(String title) {
    return new Row(title, Optional.empty(), true);
  }

  /** A sentence about what the program cannot do. */
  static Row note(String sentence) {
    return new Row(sentence, Optional.empty(), false);
  }
}
