package studio.backprop.app;

import java.util.List;
import java.util.function.Consumer;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Terms;

/** The words of search and loss landscape in the lists of their pages: each leads to its page of the glossary. */
final class SearchTerms {
  private static final List<String> TERMS = List.of("search", "trial", "search-space", "budget", "rung", "successive-halving",
      "random-search", "grid-search", "tpe", "parallel-coordinates", "loss-landscape", "saddle-point", "ravine", "filter-normalization",
      "sharpness");

  private SearchTerms() {}

  /** @param show opens the glossary at a term */
  static List<Command> commands(Consumer<String> show) {
    return TERMS.stream().map(term -> Command.of(Message.of("command.term", Terms.title(term)), Command.Group.WINDOW, Icon.GLOSSARY,
        () -> show.accept(term))).toList();
  }
}
