package studio.backprop.ui.evaluate;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Which of the pages in place of the canvas is open: the metrics of the network, its cross-validation, or the columns of its data. */
public final class EvaluationTabs {
  /** A page. */
  public enum Tab {
    METRICS,
    FOLDS,
    FEATURES
  }

  private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
  private final ObjectProperty<Tab> tab = new SimpleObjectProperty<>(this, "tab", Tab.METRICS);

  /** Whether somebody looks at any of them. */
  public BooleanProperty openProperty() {
    return open;
  }

  /** The page that is in front. */
  public ObjectProperty<Tab> tabProperty() {
    return tab;
  }

  public void toggle() {
    open.set(!open.get());
  }

  /** Opens one of them. */
  public void show(Tab wanted) {
    tab.set(wanted);
    open.set(true);
  }

  public void close() {
    open.set(false);
  }
}
