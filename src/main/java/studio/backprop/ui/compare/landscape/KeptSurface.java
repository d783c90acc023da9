package studio.backprop.ui.compare.landscape;

import java.util.Optional;
import studio.backprop.landscape.SurfaceStart;
import studio.backprop.landscape.surface.SurfacePoint;
import studio.backprop.landscape.surface.TestSurface;
import studio.backprop.project.Project;
import studio.backprop.ui.compare.comparison.ComparisonModel;

/** Test surface stored with the project: restored when the page opens, stored with its variants on each change and when the page closes. */
final class KeptSurface {
  private final LandscapeModel model;
  private final ComparisonModel comparison;
  private boolean recalled;

  KeptSurface(LandscapeModel model, ComparisonModel comparison) {
    this.model = model;
    this.comparison = comparison;
  }

  /** Called when another project was opened. */
  void forget() {
    recalled = false;
  }

  /** Restores the choice from this session or the project's file. */
  void recall() {
    if (!recalled && !comparison.setup().base().equals(Project.EMPTY)) {
      Optional<SurfaceStart> kept = comparison.keptSurface();
      kept.flatMap(one -> TestSurface.find(one.surface())).ifPresent(found -> {
        model.surfaceProperty().set(Optional.of(found));
        model.stepsProperty().set(kept.get().steps());
        model.startProperty().set(new SurfacePoint(kept.get().x(), kept.get().y()));
      });
      recalled = true;
    }
  }

  void keep() {
    Optional<TestSurface> surface = model.surfaceProperty().get();
    SurfacePoint at = model.startProperty().get();
    SurfaceStart first = new SurfaceStart(TestSurface.RAVINE.id(), TestSurface.RAVINE.start().x(), TestSurface.RAVINE.start().y());
    Optional<SurfaceStart> start =
        surface.map(chosen -> new SurfaceStart(chosen.id(), at.x(), at.y(), (int) model.stepsProperty().get()));
    // no choice was made
    boolean given = !comparison.networkHasMap() && comparison.keptSurface().isEmpty() && start.equals(Optional.of(first));
    if (recalled) {
      comparison.keepRaces(given ? Optional.empty() : start, model.lanes().races(surface));
    }
  }
}
