package studio.backprop.app;

import java.util.List;
import java.util.function.Consumer;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Terms;

/** The words of reinforcement learning in the list of commands: each leads to its page of the glossary. */
final class AgentTerms {
  private static final List<String> TERMS = List.of("agent", "environment", "state", "action", "reward", "return", "episode", "discount",
      "exploration", "q-value", "policy", "replay-memory", "target-network", "td-error", "advantage", "critic");

  private AgentTerms() {}

  /** @param show opens the glossary at a term */
  static List<Command> commands(Consumer<String> show) {
    return TERMS.stream().map(term -> Command.of(Message.of("command.term", Terms.title(term)), Command.Group.WINDOW, Icon.GLOSSARY,
        () -> show.accept(term))).toList();
  }
}
