package studio.backprop.app;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Terms;

/** The terms of the glossary in the list of commands: each leads to its page. */
final class TermCommands {
  private static final List<String> SEARCH = List.of("search", "trial", "search-space", "budget", "rung", "successive-halving",
      "random-search", "grid-search", "tpe", "parallel-coordinates", "loss-landscape", "saddle-point", "ravine", "filter-normalization",
      "sharpness");

  private TermCommands() {}

  /** @param show opens the glossary at a term */
  static List<Command> all(Consumer<String> show) {
    return of(Terms.all().stream().sorted(), show);
  }

  /** Those of search and loss landscape, whose pages have a list of their own. @param show opens the glossary at a term */
  static List<Command> ofSearch(Consumer<String> show) {
    return of(SEARCH.stream(), show);
  }

  private static List<Command> of(Stream<String> terms, Consumer<String> show) {
    return terms.map(term -> Command.of(Message.of("command.term", Terms.title(term)), Command.Group.TERM,
        Icon.GLOSSARY, () -> show.accept(term))).toList();
  }
}
