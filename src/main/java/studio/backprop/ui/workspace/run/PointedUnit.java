package studio.backprop.ui.workspace.run;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** The unit under the mouse, in any view. */
public final class PointedUnit {
  private final ReadOnlyObjectWrapper<Optional<Unit>> unit = new ReadOnlyObjectWrapper<>(this, "unit", Optional.empty());
  private final BooleanProperty wanted = new SimpleBooleanProperty(this, "wanted");

  /** @param index within the layer, from 0 */
  public record Unit(int node, int index) {
    public Unit {
      if (index < 0) {
        throw new IllegalArgumentException("a unit's place must be at least 0, but was " + index);
      }
    }
  }

  public ReadOnlyObjectProperty<Optional<Unit>> unitProperty() {
    return unit.getReadOnlyProperty();
  }

  /** Whether a view shows a single unit large; otherwise pointing has no effect. */
  public BooleanProperty wantedProperty() {
    return wanted;
  }

  public void point(int node, int index) {
    unit.set(index < 0 || !wanted.get() ? Optional.empty() : Optional.of(new Unit(node, index)));
  }

  public void leave() {
    unit.set(Optional.empty());
  }

  /** Index in a layer of the unit under the mouse. */
  public OptionalInt in(int node) {
    return unit.get().filter(pointed -> pointed.node == node).map(pointed -> OptionalInt.of(pointed.index)).orElse(OptionalInt.empty());
  }
}
