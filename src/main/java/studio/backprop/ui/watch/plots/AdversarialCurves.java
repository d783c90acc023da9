package studio.backprop.ui.watch.plots;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import studio.backprop.generative.GeneratorView;
import studio.backprop.generative.RoundLog;
import studio.backprop.ui.workspace.run.Curve;
import studio.backprop.ui.workspace.run.RunHistory;
import studio.backprop.ui.workspace.run.RunModel;

/** Additional curves of a GAN: a second loss, and mode coverage. */
final class AdversarialCurves {
  /** Both losses at equilibrium: D = ½ everywhere. */
  static final double BALANCE = Math.log(2);

  private final RunModel run;
  private final StepAxis axis;

  AdversarialCurves(RunModel run, StepAxis axis) {
    this.run = run;
    this.axis = axis;
  }

  /** Whether the run is a GAN. */
  boolean there() {
    return run.generator().runs();
  }

  /** Whether the losses have this equilibrium: not with least squares. */
  boolean balanced() {
    return there() && run.runProperty().get().project().network().objective().loss().forClasses();
  }

  /** The smoothed loss of the generator. */
  void fillGenerator(Points points) {
    Optional<Curve> loss = there() ? run.history().otherLoss(0) : Optional.empty();
    loss.ifPresent(curve -> {
      for (int column = 0; column < curve.size(); column++) {
        double place = place(curve.lastStep(column));
        if (curve.pausesBefore(column)) {
          points.lift(); // no update in this step
        }
        if (place >= axis.from()) {
          points.add(place, curve.smooth(column));
        }
      }
    });
  }

  /**
   * Number of covered modes as a step function, and the share of samples on a mode on the same axis, with 1 at the top.
   *
   * @param of a run that is drawn
   */
  void fillCovered(RunHistory of, Points covered, Points share) {
    double before = Double.NaN;
    for (Map.Entry<Long, RoundLog.Count> entry : of.modes().entrySet()) {
      double place = place(entry.getKey());
      RoundLog.Count count = entry.getValue();
      if (count.covered() != before && !Double.isNaN(before)) {
        covered.add(Math.nextDown(place), before);
      }
      covered.add(place, count.covered());
      share.add(place, count.share() * count.of());
      before = count.covered();
    }
  }

  private double place(double step) {
    return axis.bySteps() ? step : step / run.runProperty().get().batchesPerEpoch();
  }

  /** The last count by a step. */
  Optional<RoundLog.Count> at(long step) {
    return Optional.ofNullable(counts().floorEntry(step)).map(Map.Entry::getValue);
  }

  /** The round of that count. */
  OptionalLong roundAt(long step) {
    return Optional.ofNullable(counts().floorKey(step)).map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  /** Number of modes or classes; 1 while unknown. */
  int of() {
    return counts().isEmpty() ? run.generator().covering().flatMap(GeneratorView::coverage).map(found -> found.counts().length).orElse(1)
        : counts().firstEntry().getValue().of();
  }

  /** Whether nothing was counted yet. */
  boolean isEmpty() {
    return counts().isEmpty();
  }

  private NavigableMap<Long, RoundLog.Count> counts() {
    return run.history().modes();
  }

  /** Whether coverage is undefined, as the modes of the data are unknown. */
  boolean uncounted() {
    return there() && run.generator().lookProperty().get() != null && run.generator().lookProperty().get().coverage().isEmpty();
  }

  /** Whether images are generated, whose modes are classes. */
  boolean ofImages() {
    return there() && !run.runProperty().get().data().dataset().isPoints();
  }

  /** Whether classes are counted by a classifier. */
  boolean judged() {
    return run.generator().lookProperty().get() != null
        && run.generator().lookProperty().get().coverage().filter(found -> found.judge().isPresent()).isPresent();
  }
}
