package studio.backprop.ui.design.designer.edit;

import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** What the canvas says of a training unasked: which nodes are not well, and what could be done. A lesson lets it say less. */
public final class Advice {
  /**
   * What may be said and offered.
   *
   * @param findings how well the training is, and what is probably not meant
   * @param restore the way back to the best epoch
   * @param remedies what may help after a fault
   */
  public record Allowed(boolean findings, boolean restore, boolean remedies) {
    /** Outside of lessons. */
    public static final Allowed ALL = new Allowed(true, true, true);
  }

  private final ObjectProperty<Allowed> allowed = new SimpleObjectProperty<>(this, "allowed", Allowed.ALL);
  private final ReadOnlyObjectWrapper<Set<Integer>> ailing = new ReadOnlyObjectWrapper<>(this, "ailing", Set.of());
  private Set<Integer> found = Set.of();
  private Runnable askDoctor = () -> {};

  Advice() {
    allowed.subscribe(() -> ail(found));
  }

  /** What may be said; everything outside of lessons. */
  public ObjectProperty<Allowed> allowedProperty() {
    return allowed;
  }

  /** The nodes that are shown as not training well, by their ids. */
  public ReadOnlyObjectProperty<Set<Integer>> ailingProperty() {
    return ailing.getReadOnlyProperty();
  }

  /** Hears which nodes do not train well. */
  public void ail(Set<Integer> nodes) {
    found = Set.copyOf(nodes);
    ailing.set(allowed.get().findings() ? found : Set.of());
  }

  /** What a click on the sign of an ailing node does. */
  public void onAskDoctor(Runnable action) {
    askDoctor = action;
  }

  public void askDoctor() {
    askDoctor.run();
  }
}
