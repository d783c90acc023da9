package studio.backprop.worksheet;

import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import studio.backprop.text.Message;

/**
 * Constraint on the numbers of a sheet.
 *
 * @param sentence its text
 * @param holds predicate on the values of givens and lines
 */
public record SheetRule(Message sentence, Predicate<ToDoubleFunction<String>> holds) {
  public static SheetRule of(String name, Predicate<ToDoubleFunction<String>> holds) {
    return new SheetRule(Message.of("worksheet.rule." + name), holds);
  }
}
