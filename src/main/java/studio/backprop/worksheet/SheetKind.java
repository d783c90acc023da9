package studio.backprop.worksheet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import studio.backprop.text.Message;

/** Kind of worksheet: defines its random numbers, their constraints, and its lines. All else is derived. */
public interface SheetKind {
  /** Name on the command line and in lessons. */
  String id();

  /** Two letters for its codes. A kind whose rules or lines change needs new ones. */
  String letters();

  /** Draws givens, by name, in the order of their declaration. */
  Map<String, Double> draw(Random random);

  List<SheetSection> sections(Map<String, Double> givens);

  /** Constraints on the numbers, in addition to those of the slips. Rules on givens alone should come first, as they are cheap. */
  List<SheetRule> rules();

  List<SheetPicture> pictures(Map<String, Double> givens);

  /** Function tables at the foot. */
  default List<FunctionTable> tables() {
    return List.of();
  }

  default Optional<OpenQuestion> question(ToDoubleFunction<String> values) {
    return Optional.empty();
  }

  default Message title() {
    return Message.of("worksheet." + id());
  }

  default Message task() {
    return Message.of("worksheet." + id() + ".task");
  }
}
