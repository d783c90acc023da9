package studio.backprop.ui.judge.evaluate;

import java.util.EnumSet;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Open tab of the evaluation: metrics, cross-validation, or features. JavaFX thread only. */
public final class EvaluationTabs {
  public enum Tab {
    METRICS,
    FOLDS,
    FEATURES
  }

  private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
  private final ObjectProperty<Set<Tab>> offered = new SimpleObjectProperty<>(this, "offered", EnumSet.allOf(Tab.class));
  private final BooleanProperty fixed = new SimpleBooleanProperty(this, "fixed");
  private final ObjectProperty<Tab> tab = new SimpleObjectProperty<>(this, "tab", Tab.METRICS);

  /** Whether any tab is open. */
  public BooleanProperty openProperty() {
    return open;
  }

  /** The tab in front. */
  public ObjectProperty<Tab> tabProperty() {
    return tab;
  }

  /** The available tabs; all except in a lesson. */
  public ObjectProperty<Set<Tab>> offeredProperty() {
    return offered;
  }

  /** Whether it stays open, for a step of a lesson. */
  public BooleanProperty fixedProperty() {
    return fixed;
  }

  public void toggle() {
    open.set(!open.get());
  }

  public void show(Tab wanted) {
    tab.set(wanted);
    open.set(true);
  }

  public void close() {
    open.set(false);
  }
}
