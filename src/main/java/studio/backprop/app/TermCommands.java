package studio.backprop.app;

import java.util.List;
import java.util.function.Consumer;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Terms;

/** Commands that open glossary terms. */
final class TermCommands {
  private TermCommands() {}

  static List<Command> all(Consumer<String> show) {
    return Terms.all().stream().sorted().map(term -> Command.of(Message.of("command.term", Terms.title(term)), Command.Group.TERM,
        Icon.GLOSSARY, () -> show.accept(term))).toList();
  }
}
