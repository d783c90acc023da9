package studio.backprop.ui.judge.evaluate;

import java.util.EnumSet;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import studio.backprop.ui.kit.page.PageModel;

/** Open tab of the evaluation: metrics, cross-validation, or features. JavaFX thread only. */
public final class EvaluationTabs extends PageModel {
  public enum Tab {
    METRICS,
    FOLDS,
    FEATURES
  }

  private final ObjectProperty<Set<Tab>> offered = new SimpleObjectProperty<>(this, "offered", EnumSet.allOf(Tab.class));
  private final ObjectProperty<Tab> tab = new SimpleObjectProperty<>(this, "tab", Tab.METRICS);

  /** The tab in front. */
  public ObjectProperty<Tab> tabProperty() {
    return tab;
  }

  /** The available tabs; all except in a lesson. */
  public ObjectProperty<Set<Tab>> offeredProperty() {
    return offered;
  }

  public void show(Tab wanted) {
    tab.set(wanted);
    openProperty().set(true);
  }
}
