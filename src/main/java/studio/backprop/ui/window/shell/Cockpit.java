package studio.backprop.ui.window.shell;

import java.util.List;
import java.util.Optional;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** Layout of canvas, inspector and dock; the dock extends below the inspector or leaves it the whole height. */
final class Cockpit extends Pane {
  private final Region canvas;
  private final Region inspector;
  private final Region dock;
  private boolean raised;
  private Optional<Region> alone = Optional.empty();

  Cockpit(Region canvas, Region inspector, Region dock) {
    this.canvas = canvas;
    this.inspector = inspector;
    this.dock = dock;
    getChildren().addAll(canvas, inspector, dock);
    setMinSize(0, 0);
  }

  void raise(boolean wanted) {
    raised = wanted;
    requestLayout();
  }

  void showAlone(Optional<Region> wanted) {
    alone = wanted;
    for (Region one : List.of(canvas, inspector, dock)) {
      one.setVisible(wanted.isEmpty() || wanted.get() == one);
    }
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    if (alone.isPresent()) {
      alone.get().resizeRelocate(0, 0, width, getHeight());
      return;
    }
    double beside = inspector.isManaged()
        ? Math.min(width, bounded(inspector.minWidth(-1), inspector.prefWidth(-1), inspector.maxWidth(-1))) : 0;
    double under = raised ? width - beside : width;
    double below = !dock.isManaged() ? 0
        : bounded(dock.minHeight(under), dock.prefHeight(under), dock.maxHeight(under));
    double above = Math.max(0, getHeight() - below);
    canvas.resizeRelocate(0, 0, width - beside, above);
    inspector.resizeRelocate(width - beside, 0, beside, raised ? getHeight() : above);
    dock.resizeRelocate(0, above, under, below);
  }

  private static double bounded(double least, double wished, double most) {
    return Math.max(least, Math.min(most, wished));
  }
}
