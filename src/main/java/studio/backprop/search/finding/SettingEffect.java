package studio.backprop.search.finding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import studio.backprop.search.space.Dimension;
import studio.backprop.search.trial.SearchGoal;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.SearchSettings;
import studio.backprop.search.trial.Trial;
import studio.backprop.train.record.EpochRecord;

/**
 * Main effect of one setting on the scores at the first rung, where all trials have equal training. Marginal over the other settings.
 * Immutable; arrays are not copied.
 *
 * @param counts trials by bin or choice
 * @param means mean accuracy or loss by bin; NaN if empty
 * @param explained η², share of the variance between the bins; NaN of too few trials, or if confounded with another setting
 * @param chance expected η² without effect
 */
public record SettingEffect(Dimension dimension, int[] counts, double[] means, double explained, double chance) {
  /** Largest number of bins, equal on its scale. */
  private static final int MAX_BINS = 8;
  /** Smallest mean number of trials per bin. */
  private static final int MIN_PER_BIN = 2;
  private static final double TOLD = 0.25;

  public static List<SettingEffect> of(SearchRecord search) {
    List<SettingEffect> all = new ArrayList<>();
    for (int d = 0; d < search.settings().space().dimensions().size(); d++) {
      all.add(of(search, d));
    }
    return IntStream.range(0, all.size()).mapToObj(d -> apart(search, d) ? all.get(d) : all.get(d).unexplained())
        .toList();
  }

  private SettingEffect unexplained() {
    return new SettingEffect(dimension, counts, means, Double.NaN, Double.NaN);
  }

  /** Whether it is not confounded with another setting. */
  private static boolean apart(SearchRecord search, int d) {
    List<int[]> seen = search.trials().stream().filter(trial -> trial.at(search.settings().first()).isPresent()).map(trial ->
        IntStream.range(0, trial.values().size()).map(i -> placed(search, trial, i)).toArray()).filter(parts -> parts[d] >= 0).toList();
    return IntStream.range(0, search.settings().space().dimensions().size()).filter(other -> other != d)
        .noneMatch(other -> tells(seen, other, d) || tells(seen, d, other));
  }

  /** Bin of a trial; −1 without this setting. */
  private static int placed(SearchRecord search, Trial trial, int d) {
    double value = trial.values().get(d);
    return Double.isNaN(value) ? -1 : part(search.settings().space().dimensions().get(d), value);
  }

  /** Whether the bin of one setting determines that of another; false for too few trials. */
  private static boolean tells(List<int[]> seen, int one, int other) {
    Map<Integer, Integer> known = new HashMap<>();
    Predicate<int[]> alike = parts -> known.computeIfAbsent(parts[one], part -> parts[other]) == parts[other];
    return seen.stream().allMatch(alike) && seen.size() >= MIN_PER_BIN * known.size() && known.size() > 1
        && known.values().stream().distinct().count() > 1;
  }

  /** Whether there are enough trials. */
  public boolean isTold() {
    return !Double.isNaN(explained) && chance < TOLD;
  }

  /** Number of bins. */
  public static int parts(Dimension dimension) {
    if (dimension.isChoice()) {
      return dimension.choices().size();
    }
    return dimension.whole() ? (int) Math.min(MAX_BINS, dimension.high() - dimension.low() + 1) : MAX_BINS;
  }

  /** Whether each bin is a single value: choices, or few integers. */
  public static boolean stepped(Dimension dimension) {
    return dimension.isChoice() || dimension.whole() && parts(dimension) == dimension.high() - dimension.low() + 1;
  }

  /** Bin of a value. */
  public static int part(Dimension dimension, double value) {
    int parts = parts(dimension);
    return stepped(dimension) ? (int) (value - dimension.low()) : (int) Math.min(parts - 1L, (long) (dimension.share(value) * parts));
  }

  private static SettingEffect of(SearchRecord search, int d) {
    SearchSettings settings = search.settings();
    Dimension dimension = settings.space().dimensions().get(d);
    int parts = parts(dimension);
    double[] sums = new double[parts];
    int[] counts = new int[parts];
    List<double[]> seen = new ArrayList<>();
    for (Trial trial : search.trials()) {
      double value = trial.values().get(d);
      double reached = trial.at(settings.first()).map(epoch -> reached(epoch, settings.goal())).orElse(Double.NaN);
      if (!Double.isNaN(value) && Double.isFinite(reached)) {
        int part = part(dimension, value);
        sums[part] += reached;
        counts[part]++;
        seen.add(new double[] {part, reached});
      }
    }
    double[] means = IntStream.range(0, parts).mapToDouble(i -> counts[i] == 0 ? Double.NaN : sums[i] / counts[i]).toArray();
    double mean = seen.stream().mapToDouble(one -> one[1]).average().orElse(Double.NaN);
    double total = seen.stream().mapToDouble(one -> (one[1] - mean) * (one[1] - mean)).sum();
    double between = IntStream.range(0, parts).filter(i -> counts[i] > 0)
        .mapToDouble(i -> counts[i] * (means[i] - mean) * (means[i] - mean))
        .sum();
    long filled = Arrays.stream(counts).filter(count -> count > 0).count();
    boolean enough = seen.size() >= MIN_PER_BIN * filled && total > 0;
    return new SettingEffect(dimension, counts, means, enough ? between / total : Double.NaN,
        enough ? (filled - 1.0) / (seen.size() - 1) : Double.NaN);
  }

  /** Validation loss or accuracy, for display. */
  public static double reached(EpochRecord epoch, SearchGoal goal) {
    return goal == SearchGoal.LOSS ? epoch.validation().loss() : epoch.validation().accuracy();
  }
}
