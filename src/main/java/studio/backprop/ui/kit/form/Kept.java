package studio.backprop.ui.kit.form;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import studio.backprop.ui.kit.NumberModel;
import studio.backprop.ui.kit.NumberRange;

/** Two-way binding of controls to the document: an entry becomes an edit; undo updates the control. */
public final class Kept {
  private Kept() {}

  public static NumberModel number(NumberRange range, ObservableValue<Double> kept, DoubleConsumer change) {
    NumberModel model = new NumberModel(range, kept.getValue());
    kept.subscribe(() -> { // also after a change of the document elsewhere: clears the rejected entry
      model.restore();
      model.valueProperty().set(kept.getValue());
    });
    model.valueProperty().subscribe((before, now) -> {
      if (now.doubleValue() != kept.getValue()) {
        change.accept(now.doubleValue());
      }
    });
    return model;
  }

  public static <T> void choice(Property<T> control, ObservableValue<T> kept, Consumer<T> change) {
    kept.subscribe(control::setValue);
    control.subscribe((before, now) -> {
      if (now != null && !Objects.equals(now, kept.getValue())) {
        change.accept(now);
      }
    });
  }
}
