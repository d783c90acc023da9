package studio.backprop.ui.kit.form;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import studio.backprop.ui.kit.NumberModel;
import studio.backprop.ui.kit.NumberRange;

/** Ties what a person sets to what the document keeps: an entry becomes an edit, and an undone edit shows in the entry. */
public final class Kept {
  private Kept() {}

  /**
   * A number that is typed here and kept elsewhere.
   *
   * @param kept follows the document
   * @param change puts an accepted entry into the document
   */
  public static NumberModel number(NumberRange range, ObservableValue<Double> kept, DoubleConsumer change) {
    NumberModel model = new NumberModel(range, kept.getValue());
    kept.subscribe(() -> { // also where the document has changed elsewhere: what was refused here is forgotten
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

  /** A value that is chosen in a control and kept elsewhere. */
  public static <T> void choice(Property<T> control, ObservableValue<T> kept, Consumer<T> change) {
    kept.subscribe(control::setValue);
    control.subscribe((before, now) -> {
      if (now != null && !Objects.equals(now, kept.getValue())) {
        change.accept(now);
      }
    });
  }
}
