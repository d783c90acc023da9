package studio.backprop.app;

import java.util.List;
import java.util.function.Consumer;
import studio.backprop.ui.kit.Command;

/** The words of search and loss landscape in lists of commands: each leads to its page of the glossary. */
final class SearchTerms {
  private static final List<String> TERMS = List.of("search", "trial", "search-space", "budget", "rung", "successive-halving",
      "random-search", "grid-search", "tpe", "parallel-coordinates", "loss-landscape", "saddle-point", "ravine", "filter-normalization",
      "sharpness");

  private SearchTerms() {}

  /** @param show opens the glossary at a term */
  static List<Command> commands(Consumer<String> show) {
    return AgentTerms.commands(TERMS, show);
  }
}
