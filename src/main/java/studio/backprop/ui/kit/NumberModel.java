package studio.backprop.ui.kit;

import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import studio.backprop.text.Message;

/** Number in a range, as typed by the user. An entry outside is rejected with a message; the last valid value stays. */
public final class NumberModel {
  private final NumberRange range;
  private final DoubleProperty value = new SimpleDoubleProperty(this, "value");
  private final ReadOnlyObjectWrapper<Message> refusal = new ReadOnlyObjectWrapper<>(this, "refusal");

  public NumberModel(NumberRange range, double first) {
    this.range = range;
    value.set(first);
    value.subscribe((before, now) -> restore()); // a value set elsewhere clears the rejected entry
  }

  public NumberRange range() {
    return range;
  }

  /** Last valid value. */
  public DoubleProperty valueProperty() {
    return value;
  }

  public double value() {
    return value.get();
  }

  /** Why the last entry was rejected, or null. */
  public ReadOnlyObjectProperty<Message> refusalProperty() {
    return refusal.getReadOnlyProperty();
  }

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
