package studio.backprop.ui.compare.comparison;

import java.util.List;
import java.util.Optional;
import studio.backprop.compare.VariantOutput;
import studio.backprop.train.metric.ModeCoverage;

/**
 * Which lane does best: the one with the lowest loss after its last epoch, of the held-back examples where there are any; of agents, whose
 * loss says little, the one with the highest greedy return and, where several have it, the highest mean return of the last episodes. The
 * loss of a discriminator says nothing of its generator: the one that covers most modes, and of several the one with the larger share on
 * them.
 *
 * @param acts whether the lanes are agents
 * @param generates whether a generator learns in each
 */
record VariantRanking(List<VariantHistory> lanes, boolean acts, boolean generates) {
  /** Empty before the first epoch. */
  Optional<Integer> best() {
    Optional<Integer> best = Optional.empty();
    for (int lane = 0; lane < lanes.size(); lane++) {
      boolean counts = !lanes.get(lane).broken() && !Double.isNaN(judged(lane));
      if (counts && (best.isEmpty() || isBetter(lane, best.get()))) {
        best = Optional.of(lane);
      }
    }
    return best;
  }

  private boolean isBetter(int lane, int other) {
    if (!acts) {
      return generates ? judged(lane) > judged(other) : judged(lane) < judged(other);
    }
    return judged(lane) == judged(other) ? earned(lane) > earned(other) : judged(lane) > judged(other);
  }

  private double earned(int lane) {
    return lanes.get(lane).episodes().filter(known -> known.count() > 0).map(known -> known.mean(known.count() - 1))
        .orElse(Double.NEGATIVE_INFINITY);
  }

  /**
   * The loss by which a lane is judged, of an agent its greedy return by the weights that are kept, of a generator the modes that it covers
   * with the share on them; NaN before the first epoch.
   */
  double judged(int lane) {
    VariantHistory course = lanes.get(lane);
    if (acts) {
      return course.greedy();
    }
    if (generates) {
      return coverage(lane).map(found -> found.covered() + found.share()).orElse(Double.NaN);
    }
    return course.lastEpoch().map(epoch -> heldBack(lane) ? epoch.validation().loss() : epoch.train().loss()).orElse(Double.NaN);
  }

  /** What the generator of a lane covers; empty where that is not counted. */
  Optional<ModeCoverage> coverage(int lane) {
    return lanes.get(lane).outlook() instanceof VariantOutput.Generated made ? made.view().coverage() : Optional.empty();
  }

  /** Whether a lane is judged by examples that it did not train with. */
  boolean heldBack(int lane) {
    return !acts && lanes.get(lane).lastEpoch().filter(epoch -> !Double.isNaN(epoch.validation().loss())).isPresent();
  }
}
