package studio.backprop.ui.designer;

import javafx.geometry.Bounds;
import javafx.scene.layout.Region;

/** The right part of the canvas while something lies over it: the network is fitted into the rest. */
final class CoveredPart {
  /** As much of the width stays for the network, or what lies over it is left out of account. */
  private static final double LEAST = 0.4;

  private final Region canvas;
  private Region over;

  CoveredPart(Region canvas) {
    this.canvas = canvas;
  }

  /** @param changed hears when it moves, comes or goes */
  void by(Region region, Runnable changed) {
    over = region;
    region.boundsInParentProperty().subscribe((before, now) -> changed.run());
    region.visibleProperty().subscribe((before, now) -> changed.run());
  }

  /** How much of the width is covered, in px. */
  double width() {
    if (over == null || !over.isVisible() || over.getScene() == null || over.getScene() != canvas.getScene()) {
      return 0;
    }
    Bounds there = canvas.sceneToLocal(over.localToScene(over.getBoundsInLocal()));
    boolean lies = canvas.getLayoutBounds().intersects(there);
    return lies && there.getMinX() > LEAST * canvas.getWidth() ? canvas.getWidth() - there.getMinX() : 0;
  }
}
