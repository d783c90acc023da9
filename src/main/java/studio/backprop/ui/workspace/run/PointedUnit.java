package studio.backprop.ui.workspace.run;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** The one neuron that a person points at, wherever its picture stands: every view that knows it shows it. */
public final class PointedUnit {
  private final ReadOnlyObjectWrapper<Optional<Unit>> unit = new ReadOnlyObjectWrapper<>(this, "unit", Optional.empty());
  private final BooleanProperty wanted = new SimpleBooleanProperty(this, "wanted");

  /**
   * A neuron.
   *
   * @param node the layer that it belongs to
   * @param index its place there, from 0
   */
  public record Unit(int node, int index) {
    public Unit {
      if (index < 0) {
        throw new IllegalArgumentException("a unit's place must be at least 0, but was " + index);
      }
    }
  }

  /** Empty while none is pointed at. */
  public ReadOnlyObjectProperty<Optional<Unit>> unitProperty() {
    return unit.getReadOnlyProperty();
  }

  /** Whether there is a view that shows a single neuron large. Where there is none, pointing does nothing. */
  public BooleanProperty wantedProperty() {
    return wanted;
  }

  /** @param index −1 for none */
  public void point(int node, int index) {
    unit.set(index < 0 || !wanted.get() ? Optional.empty() : Optional.of(new Unit(node, index)));
  }

  /** The mouse has left. */
  public void leave() {
    unit.set(Optional.empty());
  }

  /** Which unit of a layer is pointed at. */
  public OptionalInt in(int node) {
    return unit.get().filter(pointed -> pointed.node == node).map(pointed -> OptionalInt.of(pointed.index)).orElse(OptionalInt.empty());
  }
}
