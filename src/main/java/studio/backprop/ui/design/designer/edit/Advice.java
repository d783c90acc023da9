package studio.backprop.ui.design.designer.edit;

import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** Diagnosis shown on the canvas during training: nodes with findings, and remedies. Lessons can restrict it. */
public final class Advice {
  /**
   * What may be shown.
   *
   * @param findings of the training diagnosis and of the analysis
   * @param restore offer to restore the best epoch
   * @param remedies offers after a fault
   */
  public record Allowed(boolean findings, boolean restore, boolean remedies) {
    public static final Allowed ALL = new Allowed(true, true, true);
  }

  private final ObjectProperty<Allowed> allowed = new SimpleObjectProperty<>(this, "allowed", Allowed.ALL);
  private final ReadOnlyObjectWrapper<Set<Integer>> ailing = new ReadOnlyObjectWrapper<>(this, "ailing", Set.of());
  private Set<Integer> found = Set.of();
  private Runnable askDoctor = () -> {};

  Advice() {
    allowed.subscribe(() -> ail(found));
  }

  /** What may be shown; everything outside of lessons. */
  public ObjectProperty<Allowed> allowedProperty() {
    return allowed;
  }

  /** Ids of the nodes with findings. */
  public ReadOnlyObjectProperty<Set<Integer>> ailingProperty() {
    return ailing.getReadOnlyProperty();
  }

  public void ail(Set<Integer> nodes) {
    found = Set.copyOf(nodes);
    ailing.set(allowed.get().findings() ? found : Set.of());
  }

  /** Action of a click on the sign of such a node. */
  public void onAskDoctor(Runnable action) {
    askDoctor = action;
  }

  public void askDoctor() {
    askDoctor.run();
  }
}
