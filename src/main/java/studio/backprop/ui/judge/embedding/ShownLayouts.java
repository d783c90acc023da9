package studio.backprop.ui.judge.embedding;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.backprop.ui.workspace.run.RunModel;
import studio.backprop.ui.workspace.run.WeightsVersion;

/** The current layout with its weights, and those of some other steps of the run. */
final class ShownLayouts {
  private final ReadOnlyObjectWrapper<EmbeddedPoints> points = new ReadOnlyObjectWrapper<>(this, "points");
  private final ReadOnlyObjectWrapper<List<EmbeddedPoints>> kept = new ReadOnlyObjectWrapper<>(this, "kept", List.of());
  private final KeptLayouts layouts = new KeptLayouts();
  private final RunModel run;
  private WeightsVersion by;

  ShownLayouts(RunModel run) {
    this.run = run;
  }

  /** The layout, possibly intermediate; null without one. */
  ReadOnlyObjectProperty<EmbeddedPoints> pointsProperty() {
    return points.getReadOnlyProperty();
  }

  /** Layouts of some steps, in ascending order. */
  ReadOnlyObjectProperty<List<EmbeddedPoints>> keptProperty() {
    return kept.getReadOnlyProperty();
  }

  EmbeddedPoints points() {
    return points.get();
  }

  void show(EmbeddedPoints now, WeightsVersion weights) {
    by = weights;
    points.set(now);
  }

  void keep(EmbeddedPoints complete) {
    layouts.add(complete);
    kept.set(layouts.all());
  }

  void forget() {
    by = null;
    points.set(null);
    layouts.clear();
    kept.set(List.of());
  }

  /** Whether it is of the weights that all views show. */
  boolean isOfShown() {
    return run.shownWeights().equals(by);
  }

  /** Whether it is of earlier or other weights. */
  boolean isBehind() {
    return run.isBehind(by);
  }

  /** Whether a weight was set manually since: that may have moved everything. */
  boolean isEdited() {
    return by != null && by.handEdits() != run.shownWeights().handEdits();
  }

  /** The kept layout of the step that all views show; empty where weights were set manually since. */
  Optional<EmbeddedPoints> ofShown(EmbeddingChoice choice) {
    return isEdited() ? Optional.empty() : layouts.of(run.shownWeights().step(), choice);
  }
}
