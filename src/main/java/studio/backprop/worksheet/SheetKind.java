package studio.backprop.worksheet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import studio.backprop.text.Message;

/** A kind of sheet: how its numbers are drawn, what they must be like, and its lines. All else follows from these. */
public interface SheetKind {
  /** Its name on the command line and in lessons. */
  String id();

  /** Two letters for its codes. A kind whose rules or lines change gets new ones. */
  String letters();

  /** Draws givens, by name, in the order of their declaration. */
  Map<String, Double> draw(Random random);

  /** The lines for these givens. */
  List<SheetSection> sections(Map<String, Double> givens);

  /** What the numbers must be like, beside what the slips ask for. The first that speak of givens alone save work. */
  List<SheetRule> rules();

  /** How the givens are shown. */
  List<SheetPicture> pictures(Map<String, Double> givens);

  /** Function tables at the foot. */
  default List<FunctionTable> tables() {
    return List.of();
  }

  /** A question to be answered in a sentence. */
  default Optional<OpenQuestion> question(ToDoubleFunction<String> values) {
    return Optional.empty();
  }

  default Message title() {
    return Message.of("worksheet." + id());
  }

  /** What is to be done. */
  default Message task() {
    return Message.of("worksheet." + id() + ".task");
  }
}
