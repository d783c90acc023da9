package studio.backprop.ui.judge.evaluate.fold;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import studio.backprop.evaluate.fold.FoldComparison;
import studio.backprop.evaluate.fold.FoldFigure;
import studio.backprop.evaluate.fold.FoldSummary;
import studio.backprop.ui.kit.Lang;

/** Conclusion under a plot of the folds, in one sentence; empty while its trainings are not done. */
final class FoldConclusions {
  /** Significance level. */
  static final double LEVEL = 0.05;
  /** Tolerance of rounding in means. */
  private static final double SAME = 1e-12;

  private final Lang lang;
  private final FoldsTexts words;

  FoldConclusions(Lang lang) {
    this.lang = lang;
    this.words = new FoldsTexts(lang);
  }

  /** Spread of the final losses of the folds. */
  String ofLosses(FoldExperiment folds) {
    List<FoldTrack> tracks = folds.tracks(0).stream().filter(track -> track.result().isPresent() && Double.isFinite(end(track))).toList();
    if (folds.done() < folds.all() || tracks.size() < 2) {
      return "";
    }
    boolean several = folds.plan().repeats() > 1;
    FoldTrack highest = tracks.stream().max(Comparator.comparingDouble(FoldConclusions::end)).orElseThrow();
    FoldTrack lowest = tracks.stream().min(Comparator.comparingDouble(FoldConclusions::end)).orElseThrow();
    return lang.say("folds.losses.said", words.fold(highest.job(), several), words.value(FoldFigure.LOSS, end(highest), end(highest)),
        words.fold(lowest.job(), several), words.value(FoldFigure.LOSS, end(lowest), end(highest)));
  }

  private static double end(FoldTrack track) {
    return track.result().map(FoldFigure.LOSS::test).orElse(Double.NaN);
  }

  /** Whether more rows still help: the two largest sizes on the same folds. */
  String ofLearning(FoldExperiment curve, FoldFigure main) {
    int last = curve.places() - 1;
    if (curve.done() < curve.all() || last < 1) {
      return "";
    }
    FoldComparison ends = FoldComparison.of(main, curve.results(last - 1), curve.results(last));
    double p = ends.test().p();
    boolean better = p < LEVEL && ends.test().difference() > 0 == main.higherIsBetter();
    return lang.say(better ? "folds.learning.better" : "folds.learning.same", Math.round(curve.x(last - 1)), Math.round(curve.x(last)),
        words.value(main, ends.first()), words.value(main, ends.second()), words.probability(p));
  }

  /**
   * Best value by its mean, and the neighbours within one standard deviation of it. Of several best ones the project's value is preferred.
   */
  String ofValidation(FoldExperiment curve, FoldFigure main, DoubleFunction<String> value) {
    if (curve.done() < curve.all()) {
      return "";
    }
    List<FoldSummary> at = IntStream.range(0, curve.places()).mapToObj(place -> FoldSummary.of(main, curve.results(place))).toList();
    double now = curve.setting().map(setting -> setting.of(curve.project())).orElse(Double.NaN);
    int best = best(at.stream().mapToDouble(summary -> main.higherIsBetter() ? summary.mean() : -summary.mean()).toArray(),
        IntStream.range(0, at.size()).filter(place -> curve.x(place) == now).findFirst().orElse(-1));
    if (best < 0 || Double.isNaN(at.get(best).deviation())) {
      return "";
    }
    int first = best;
    while (first > 0 && near(at.get(first - 1), at.get(best))) {
      first--;
    }
    int last = best;
    while (last < at.size() - 1 && near(at.get(last + 1), at.get(best))) {
      last++;
    }
    return lang.say(first == last ? "folds.validation.best" : "folds.validation.near", value.apply(curve.x(best)),
        value.apply(curve.x(first)), value.apply(curve.x(last)));
  }

  /** Index of the largest; of several the preferred one, else the first; −1 for none. */
  static int best(double[] values, int preferred) {
    double most = Arrays.stream(values).filter(value -> !Double.isNaN(value)).max().orElse(Double.NaN);
    IntPredicate tied = place -> Math.abs(values[place] - most) <= SAME * Math.max(1, Math.abs(most));
    return preferred >= 0 && tied.test(preferred) ? preferred : IntStream.range(0, values.length).filter(tied).findFirst().orElse(-1);
  }

  private static boolean near(FoldSummary other, FoldSummary best) {
    return Math.abs(other.mean() - best.mean()) <= best.deviation();
  }
}
