package studio.backprop.ui.judge.evaluate;

import java.util.EnumSet;
import java.util.Set;
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
  private final ObjectProperty<Set<Tab>> offered = new SimpleObjectProperty<>(this, "offered", EnumSet.allOf(Tab.class));
  private final BooleanProperty fixed = new SimpleBooleanProperty(this, "fixed");
  private final ObjectProperty<Tab> tab = new SimpleObjectProperty<>(this, "tab", Tab.METRICS);

  /** Whether somebody looks at any of them. */
  public BooleanProperty openProperty() {
    return open;
  }

  /** The page that is in front. */
  public ObjectProperty<Tab> tabProperty() {
    return tab;
  }

  /** The pages that can be opened; all but in a lesson. */
  public ObjectProperty<Set<Tab>> offeredProperty() {
    return offered;
  }

  /** Whether it stays open: a step of a lesson is about it. */
  public BooleanProperty fixedProperty() {
    return fixed;
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
