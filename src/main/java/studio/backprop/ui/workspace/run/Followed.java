package studio.backprop.ui.workspace.run;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import studio.backprop.derivation.Subject;

/** Value traced through a step; can be selected in any view, and its path is shown in all. */
public final class Followed {
  private final BooleanProperty wanted = new SimpleBooleanProperty(this, "wanted");
  private final ReadOnlyObjectWrapper<Optional<Subject>> chosen = new ReadOnlyObjectWrapper<>(this, "chosen", Optional.empty());
  private final ObjectProperty<List<Stop>> way = new SimpleObjectProperty<>(this, "way", List.of());
  private final ObjectProperty<List<Subject>> pointed = new SimpleObjectProperty<>(this, "pointed", List.of());

  /**
   * Value on the path to the loss.
   *
   * @param letter symbol: a, ŷ
   * @param value NaN while unknown
   * @param weight factor to the next stop; NaN if that is no weight
   */
  public record Stop(Subject at, String letter, double value, double weight) {
    /** With an unknown value. */
    public Stop unknown() {
      return new Stop(at, letter, Double.NaN, weight);
    }
  }

  /** Whether tracing is on: then a click on a number selects it. */
  public BooleanProperty wantedProperty() {
    return wanted;
  }

  /** The last selected value. */
  public ReadOnlyObjectProperty<Optional<Subject>> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  public void choose(Subject number) {
    if (wanted.get()) {
      chosen.set(Optional.empty()); // selecting the same again counts
      chosen.set(Optional.of(number));
    }
  }

  /** Path to the loss; empty without a traced value. */
  public ObjectProperty<List<Stop>> wayProperty() {
    return way;
  }

  /** Values pointed at in other views, such as in a formula. */
  public ObjectProperty<List<Subject>> pointedProperty() {
    return pointed;
  }
}
