package studio.backprop.app;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Terms;

/** The words of the labs in the list of commands: each leads to its page of the glossary. */
final class LabTerms {
  private static final List<String> AGENTS = List.of("agent", "environment", "state", "action", "reward", "return", "episode", "discount",
      "exploration", "q-value", "policy", "replay-memory", "target-network", "td-error", "advantage", "critic");
  private static final List<String> OPPONENTS = List.of("adversarial-training", "generator", "discriminator", "latent-vector", "mode",
      "mode-collapse", "minimax", "non-saturating", "least-squares-gan", "round");
  private static final List<String> SEARCH = List.of("search", "trial", "search-space", "budget", "rung", "successive-halving",
      "random-search", "grid-search", "tpe", "parallel-coordinates", "loss-landscape", "saddle-point", "ravine", "filter-normalization",
      "sharpness");

  private LabTerms() {}

  /** Those of the window. @param show opens the glossary at a term */
  static List<Command> commands(Consumer<String> show) {
    return commands(Stream.of(AGENTS, OPPONENTS, SEARCH).flatMap(List::stream), show);
  }

  /** Those of search and loss landscape, which have pages of their own. @param show opens the glossary at a term */
  static List<Command> ofSearch(Consumer<String> show) {
    return commands(SEARCH.stream(), show);
  }

  private static List<Command> commands(Stream<String> terms, Consumer<String> show) {
    return terms.map(term -> Command.of(
        Message.of("command.term", Terms.title(term)), Command.Group.WINDOW, Icon.GLOSSARY, () -> show.accept(term))).toList();
  }
}
