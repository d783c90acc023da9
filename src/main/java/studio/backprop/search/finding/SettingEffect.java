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
 * How trials did after their first rung, by the value of one setting: there all were trained for as long. It is no more than a mean over
 * whatever the other settings happened to be.
 *
 * @param counts trials by part of the range, or by choice
 * @param means of what they reached: accuracy, or loss; NaN where there is none
 * @param explained the share of the variance among trials that lies between the parts (η²); NaN of too few, and where another setting
 *     always changes with it
 * @param chance what share as many parts would explain on average if the setting had no effect
 */
public record SettingEffect(Dimension dimension, int[] counts, double[] means, double explained, double chance) {
  /** A range is divided into so many parts at most, equal on its scale. */
  private static final int PARTS = 8;
  /** With fewer trials for each part nearly everything would be explained. */
  private static final int LEAST_EACH = 2;
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

  /** Whether neither this setting tells the part of another nor the reverse: the effects of two that change together are not told apart. */
  private static boolean apart(SearchRecord search, int d) {
    List<int[]> seen = search.trials().stream().filter(trial -> trial.at(search.settings().first()).isPresent()).map(trial ->
        IntStream.range(0, trial.values().size()).map(i -> placed(search, trial, i)).toArray()).filter(parts -> parts[d] >= 0).toList();
    return IntStream.range(0, search.settings().space().dimensions().size()).filter(other -> other != d)
        .noneMatch(other -> tells(seen, other, d) || tells(seen, d, other));
  }

  /** The part of a trial in a setting; −1 where it has no such setting. */
  private static int placed(SearchRecord search, Trial trial, int d) {
    double value = trial.values().get(d);
    return Double.isNaN(value) ? -1 : part(search.settings().space().dimensions().get(d), value);
  }

  /**
   * Whether trials that share the group of one setting share that of another, too; false for a setting whose groups have too few trials.
   */
  private static boolean tells(List<int[]> seen, int one, int other) {
    Map<Integer, Integer> known = new HashMap<>();
    Predicate<int[]> alike = parts -> known.computeIfAbsent(parts[one], part -> parts[other]) == parts[other];
    return seen.stream().allMatch(alike) && seen.size() >= LEAST_EACH * known.size() && known.size() > 1
        && known.values().stream().distinct().count() > 1;
  }

  /** Whether enough trials are there for the share to say something: by chance alone it would be small. */
  public boolean isTold() {
    return !Double.isNaN(explained) && chance < TOLD;
  }

  /** How many parts a setting is divided into. */
  public static int parts(Dimension dimension) {
    if (dimension.isChoice()) {
      return dimension.choices().size();
    }
    return dimension.whole() ? (int) Math.min(PARTS, dimension.high() - dimension.low() + 1) : PARTS;
  }

  /** Whether each part is a single value: of choices, and of few whole numbers. */
  public static boolean stepped(Dimension dimension) {
    return dimension.isChoice() || dimension.whole() && parts(dimension) == dimension.high() - dimension.low() + 1;
  }

  /** Which part a value lies in. */
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
    boolean enough = seen.size() >= LEAST_EACH * filled && total > 0;
    return new SettingEffect(dimension, counts, means, enough ? between / total : Double.NaN,
        enough ? (filled - 1.0) / (seen.size() - 1) : Double.NaN);
  }

  /** What an epoch reached, as it is shown: the validation loss, or the accuracy. */
  public static double reached(EpochRecord epoch, SearchGoal goal) {
    return goal == SearchGoal.LOSS ? epoch.validation().loss() : epoch.validation().accuracy();
  }
}
