package studio.backprop.ui.design.designer;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import studio.backprop.run.time.RunDiff;
import studio.backprop.run.time.RunDiff.OfNode;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.Lens;
import studio.backprop.ui.design.designer.node.NodeLayer;
import studio.backprop.ui.workspace.run.StepComparison;

/** Controller of the lens that compares two runs; computes the difference only while the lens is shown. */
final class DifferenceLens {
  private final StepComparison comparison;
  private final NodeLayer nodes;

  DifferenceLens(CanvasDesk desk, NodeLayer nodes) {
    this.comparison = desk.run().branches().comparison();
    this.nodes = nodes;
    var lens = desk.model().lensProperty();
    lens.subscribe((before, now) -> {
      if (now == Lens.DIFFERENCE && comparison.pairProperty().get().isEmpty()) {
        lens.set(before);
      }
    });
    comparison.pairProperty().subscribe(pair -> {
      if (pair.isEmpty() && lens.get() == Lens.DIFFERENCE) {
        lens.set(Lens.ACTIVATIONS);
      }
    });
    comparison.onShow(() -> lens.set(Lens.DIFFERENCE));
    comparison.watchedProperty().bind(lens.isEqualTo(Lens.DIFFERENCE));
    comparison.differenceProperty().subscribe((before, now) -> follow(before, now));
  }

  /** Whether there are two runs. */
  ObservableBooleanValue possible() {
    return Bindings.createBooleanBinding(() -> comparison.pairProperty().get().isPresent(), comparison.pairProperty());
  }

  /** New values are shown in place; other nodes or sizes rebuild the panes. */
  private void follow(Optional<RunDiff> before, Optional<RunDiff> now) {
    if (!before.map(DifferenceLens::kinds).equals(now.map(DifferenceLens::kinds))) {
      nodes.rebuildPanes();
    }
  }

  private static List<List<Object>> kinds(RunDiff difference) {
    return difference.nodes().stream().map(DifferenceLens::kind).toList();
  }

  private static List<Object> kind(OfNode node) {
    return List.of(node.name(), node.inBoth(), node.weights().map(RunDiff.Weights::spec), node.output().map(RunDiff.Output::shape));
  }
}
