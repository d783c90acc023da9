package studio.backprop.lesson.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.backprop.lesson.check.Condition.All;
import studio.backprop.lesson.check.Condition.Any;
import studio.backprop.lesson.check.Condition.Not;
import studio.backprop.lesson.check.Condition.Timed;
import studio.backprop.lesson.check.Condition.When;
import studio.backprop.network.Network;
import studio.backprop.network.Node;

/** Condition in the notation of lessons. */
public final class Check {
  private final String text;
  private final Condition condition;

  Check(String text, Condition condition) {
    this.text = text;
    this.condition = condition;
  }

  /** Source text. */
  public String text() {
    return text;
  }

  Condition condition() {
    return condition;
  }

  /** All quantities that it reads. */
  public List<CheckedQuantity> quantities() {
    List<CheckedQuantity> all = new ArrayList<>();
    condition.each(all::add);
    return all;
  }

  /** Remainder without the conditions on the number of changes; empty where there are none, or nothing remains. */
  public Optional<Check> withoutChanges() {
    if (!(condition instanceof All all)) {
      return Optional.empty();
    }
    List<Condition> others = all.parts().stream().filter(part -> !asksForChanges(part)).toList();
    boolean some = !others.isEmpty() && others.size() < all.parts().size();
    return some ? Optional.of(new Check(text, new All(others))) : Optional.empty();
  }

  private static boolean asksForChanges(Condition part) {
    boolean[] asks = new boolean[1];
    part.each(quantity -> asks[0] |= quantity.subject() == CheckedQuantity.Subject.CHANGES);
    return asks[0];
  }

  /** The condition for the nodes of a network: a pattern is expanded to all matching nodes. */
  Condition of(Network network) {
    return spread(condition, network, new int[1]);
  }

  /** @param times counter of timed comparisons */
  private static Condition spread(Condition condition, Network network, int[] times) {
    if (condition instanceof All all) {
      return new All(all.parts().stream().map(part -> spread(part, network, times)).toList());
    } else if (condition instanceof Any any) {
      return new Any(any.parts().stream().map(part -> spread(part, network, times)).toList());
    } else if (condition instanceof Not not) {
      return new Not(spread(not.part(), network, times));
    }
    return spread((Timed) condition, network, times);
  }

  private static Condition spread(Timed timed, Network network, int[] times) {
    Set<String> patterns = new LinkedHashSet<>();
    timed.each(quantity -> {
      if (quantity.isPattern()) {
        patterns.add(quantity.node());
      }
    });
    if (patterns.isEmpty()) {
      return timed.at(times[0]++);
    }
    String pattern = patterns.iterator().next();
    List<String> names = matches(pattern, network);
    if (names.isEmpty()) {
      return new Timed(new Comparing.Never(), When.NOW, false, 0, -1);
    }
    return new All(names.stream().map(name -> (Condition) timed
        .with(quantity -> quantity.isPattern() && quantity.node().equals(pattern) ? quantity.ofNode(name) : quantity)
        .at(times[0]++)).toList());
  }

  /** Names of the nodes that match a name with {@code *}. */
  public static List<String> matches(String pattern, Network network) {
    return network.nodes().stream().map(Node::name).filter(name -> matches(pattern, name)).toList();
  }

  /** Whether a name with {@code *} matches this node. */
  public static boolean matches(String pattern, String name) {
    return Pattern.matches(Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")), name);
  }

  @Override
  public String toString() {
    return text;
  }
}
