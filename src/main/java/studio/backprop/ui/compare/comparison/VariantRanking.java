package studio.backprop.ui.compare.comparison;

import java.util.List;
import java.util.Optional;
import studio.backprop.compare.VariantOutput;
import studio.backprop.train.metric.ModeCoverage;

/**
 * Ranks variants by the loss after the last epoch, on the validation part where there is one; agents by greedy return, ties by the mean
 * return of the last episodes; GANs by the number of modes covered, ties by the share of samples on them, as a discriminator's loss says
 * little about its generator.
 */
record VariantRanking(List<VariantHistory> histories, boolean acts, boolean generates) {
  Optional<Integer> best() {
    Optional<Integer> best = Optional.empty();
    for (int variant = 0; variant < histories.size(); variant++) {
      boolean counts = !histories.get(variant).broken() && !Double.isNaN(judged(variant));
      if (counts && (best.isEmpty() || isBetter(variant, best.get()))) {
        best = Optional.of(variant);
      }
    }
    return best;
  }

  private boolean isBetter(int variant, int other) {
    if (!acts) {
      return generates ? judged(variant) > judged(other) : judged(variant) < judged(other);
    }
    return judged(variant) == judged(other) ? earned(variant) > earned(other) : judged(variant) > judged(other);
  }

  private double earned(int variant) {
    return histories.get(variant).episodes().filter(known -> known.count() > 0).map(known -> known.mean(known.count() - 1))
        .orElse(Double.NEGATIVE_INFINITY);
  }

  /** Score of a variant: loss, greedy return of the kept weights, or mode coverage; NaN before the first epoch. */
  double judged(int variant) {
    VariantHistory course = histories.get(variant);
    if (acts) {
      return course.greedy();
    }
    if (generates) {
      return coverage(variant).map(found -> found.covered() + found.share()).orElse(Double.NaN);
    }
    return course.lastEpoch().map(epoch -> heldBack(variant) ? epoch.validation().loss() : epoch.train().loss()).orElse(Double.NaN);
  }

  /** Mode coverage of a generator; empty where not computed. */
  Optional<ModeCoverage> coverage(int variant) {
    return histories.get(variant).outlook() instanceof VariantOutput.Generated made ? made.view().coverage() : Optional.empty();
  }

  /** Whether the score is of the validation part. */
  boolean heldBack(int variant) {
    return !acts && histories.get(variant).lastEpoch().filter(epoch -> !Double.isNaN(epoch.validation().loss())).isPresent();
  }
}
