package studio.backprop.search.finding;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import studio.backprop.search.space.Dimension;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.Trial;

/**
 * Upper part of a range in which all trials diverged. Immutable.
 *
 * @param narrowed setting up to the largest value that did not diverge, or halfway to the smallest if all did
 * @param trials diverged trials above it
 */
public record DivergingRange(Dimension narrowed, int trials) {
  private static final int MIN_TRIALS = 3;

  /** The one with most trials; empty if none. */
  public static Optional<DivergingRange> of(SearchRecord search) {
    Optional<DivergingRange> found = Optional.empty();
    List<Dimension> dimensions = search.settings().space().dimensions();
    for (int d = 0; d < dimensions.size(); d++) {
      Optional<DivergingRange> one = of(search, dimensions.get(d), d);
      found = one.isPresent() && one.get().trials > found.map(DivergingRange::trials).orElse(MIN_TRIALS - 1) ? one : found;
    }
    return found;
  }

  private static Optional<DivergingRange> of(SearchRecord search, Dimension dimension, int d) {
    if (dimension.isChoice()) {
      return Optional.empty();
    }
    double sound = search.trials().stream().filter(Trial::counts).mapToDouble(trial -> trial.values().get(d))
        .filter(value -> !Double.isNaN(value)).max().orElse(Double.NaN);
    double[] broken = search.trials().stream().filter(trial -> trial.state() == Trial.State.BROKEN)
        .mapToDouble(trial -> trial.values().get(d)).filter(value -> !Double.isNaN(value)).sorted().toArray();
    if (Double.isNaN(sound) && broken.length > 1 && dimension.log() && dimension.name().equals("rate")) {
      sound = dimension.value((dimension.inner(dimension.low()) + dimension.inner(broken[0])) / 2); // all diverged: well below
    }
    double most = sound;
    long above = Arrays.stream(broken).filter(value -> value > most).count();
    return above == 0 || !(most > dimension.low()) ? Optional.empty() : Optional.of(new DivergingRange(
        Dimension.span(dimension.name(), dimension.low(), most, dimension.log(), dimension.whole()), (int) above));
  }
}
