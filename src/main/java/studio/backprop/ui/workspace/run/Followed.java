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

/** The number whose way through a step is followed. It can be chosen wherever it is seen, and its way is shown wherever it leads along. */
public final class Followed {
  private final BooleanProperty wanted = new SimpleBooleanProperty(this, "wanted");
  private final ReadOnlyObjectWrapper<Optional<Subject>> chosen = new ReadOnlyObjectWrapper<>(this, "chosen", Optional.empty());
  private final ObjectProperty<List<Stop>> way = new SimpleObjectProperty<>(this, "way", List.of());
  private final ObjectProperty<List<Subject>> pointed = new SimpleObjectProperty<>(this, "pointed", List.of());

  /**
   * One number on the way from where the followed number acts to the loss.
   *
   * @param at where it stands
   * @param letter of it: a, ŷ
   * @param value it, NaN as long as it is not known
   * @param weight what it is multiplied by on its way to the next stop; NaN where that is no weight
   */
  public record Stop(Subject at, String letter, double value, double weight) {
    /** The same before it is worked out. */
    public Stop unknown() {
      return new Stop(at, letter, Double.NaN, weight);
    }
  }

  /** Whether somebody follows one: then a click on a number chooses it. */
  public BooleanProperty wantedProperty() {
    return wanted;
  }

  /** The one that was chosen last. */
  public ReadOnlyObjectProperty<Optional<Subject>> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** Nothing happens while nobody follows one. */
  public void choose(Subject number) {
    if (wanted.get()) {
      chosen.set(Optional.empty()); // the same one again is a choice, too
      chosen.set(Optional.of(number));
    }
  }

  /** Its way to the loss; empty while none is followed. */
  public ObjectProperty<List<Stop>> wayProperty() {
    return way;
  }

  /** The numbers that somebody points at elsewhere, such as in a formula. */
  public ObjectProperty<List<Subject>> pointedProperty() {
    return pointed;
  }
}
