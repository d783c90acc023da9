package studio.backprop.ui.compare.comparison;

import java.util.List;
import java.util.Optional;
import studio.backprop.compare.VariantOutput;
import studio.backprop.train.metric.ModeCoverage;

/**
 * Ranks variants by the loss after the last epoch, on the validation part where there is one; agents by greedy return, ties by the mean
 * return of the last episodes; GANs by the number of modes covered, ties by the share of samples on them, as a discriminator's loss says
 * little about its generator.
 *
 * @param acts whether the variants are agents
 * @param generates whether they are GANs
 */
record VariantRanking(List<VariantHistory> lanes, boolean acts, boolean generates) {
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

  /** Score of a variant: loss, greedy return of the kept weights, or mode coverage; NaN before the first epoch. */
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

  /** Mode coverage of a generator; empty where not computed. */
  Optional<ModeCoverage> coverage(int lane) {
    return lanes.get(lane).outlook() instanceof VariantOutput.Generated made ? made.view().coverage() : Optional.empty();
  }

  /** Whether the score is of the validation part. */
  boolean heldBack(int lane) {
    return !acts && lanes.get(lane).lastEpoch().filter(epoch -> !Double.isNaN(epoch.validation().loss())).isPresent();
  }
}
