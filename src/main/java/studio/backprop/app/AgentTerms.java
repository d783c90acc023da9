package studio.backprop.app;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanExpression;
import studio.backprop.project.Agent;
import studio.backprop.text.Message;
import studio.backprop.ui.document.DocumentModel;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Terms;

/** The words of reinforcement learning in the list of commands, while the project has an agent: each leads to its page of the glossary. */
final class AgentTerms {
  private static final List<String> TERMS = List.of("agent", "environment", "state", "action", "reward", "return", "episode", "discount",
      "exploration", "policy", "replay-memory", "target-network", "td-error", "advantage");

  private AgentTerms() {}

  /** @param show opens the glossary at a term */
  static List<Command> commands(DocumentModel document, Consumer<String> show) {
    BooleanExpression acts = BooleanExpression.booleanExpression(
        document.projectProperty().map(project -> project.assignment() instanceof Agent).orElse(false));
    return TERMS.stream().map(term -> Command.of(Message.of("command.term", Terms.title(term)), Command.Group.WINDOW, Icon.GLOSSARY,
        () -> show.accept(term)).when(acts)).toList();
  }
}
