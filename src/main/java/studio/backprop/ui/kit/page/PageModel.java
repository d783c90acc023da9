package studio.backprop.ui.kit.page;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** Model of a page: whether it is open, and whether it stays so. JavaFX thread only. */
public abstract class PageModel {
  private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
  private final BooleanProperty fixed = new SimpleBooleanProperty(this, "fixed");

  /** Whether the page is open. */
  public final BooleanProperty openProperty() {
    return open;
  }

  /** Whether it stays open, for a step of a lesson. */
  public final BooleanProperty fixedProperty() {
    return fixed;
  }

  public final boolean isOpen() {
    return open.get();
  }

  public final void toggle() {
    open.set(!open.get());
  }

  /** Closes the page. */
  public void leave() {
    open.set(false);
  }
}
