package studio.backprop.ui.kit;

import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import studio.backprop.text.Message;

/** A number that a person may type. What does not fit the range is refused with a sentence, and the last good value stays. */
public final class NumberModel {
  private final NumberRange range;
  private final DoubleProperty value = new SimpleDoubleProperty(this, "value");
  private final ReadOnlyObjectWrapper<Message> refusal = new ReadOnlyObjectWrapper<>(this, "refusal");

  public NumberModel(NumberRange range, double first) {
    this.range = range;
    value.set(first);
    value.subscribe((before, now) -> restore()); // whoever sets it elsewhere has done with what was refused
  }

  public NumberRange range() {
    return range;
  }

  /** The last number that was accepted. */
  public DoubleProperty valueProperty() {
    return value;
  }

  public double value() {
    return value.get();
  }

  /** Why the last entry was refused, or null. */
  public ReadOnlyObjectProperty<Message> refusalProperty() {
    return refusal.getReadOnlyProperty();
  }

  /** Takes what was typed as the new value, or says why not. */
  public void type(String text, Numbers numbers) {
    OptionalDouble typed = numbers.parse(text);
    Optional<Message> problem = typed.isEmpty()
        ? Optional.of(text.isBlank() ? Message.of("kit.noNumber") : Message.of("kit.notANumber", text))
        : range.refusal(typed.getAsDouble(), numbers);
    refusal.set(problem.orElse(null));
    if (problem.isEmpty()) {
      value.set(typed.getAsDouble());
    }
  }

  /** Forgets a refused entry. */
  public void restore() {
    refusal.set(null);
  }

  public void more() {
    restore();
    value.set(range.more(value.get()));
  }

  public void less() {
    restore();
    value.set(range.less(value.get()));
  }
}
