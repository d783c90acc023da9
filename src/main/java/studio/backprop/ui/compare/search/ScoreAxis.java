package studio.backprop.ui.compare.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import studio.backprop.search.finding.SettingEffect;
import studio.backprop.search.trial.SearchGoal;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.Trial;
import studio.backprop.ui.kit.Numbers;

/**
 * Axis of results: accuracy by the logarithm of the error rate, so that 95 and 98 % are distinguishable; loss by its logarithm. Better is
 * higher.
 */
final class ScoreAxis {
  private static final double[] ACCURACIES = {0, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.998, 0.999};
  private static final double[] STEPS = {1, 2, 5};
  private static final double HALF = 0.5;
  /** Minimum distance of labels as a share of the axis. */
  private static final double APART = 0.07;
  private static final double ROOM = 0.06;
  private static final double MIN_LOSS = 1e-9;

  private final boolean loss;
  private final double least;
  private final double low;
  private final double high;

  /** @param examples of the validation part; no error is treated as half an example; 0 while unknown */
  ScoreAxis(SearchRecord search, int examples) {
    this.loss = search.settings().goal() == SearchGoal.LOSS;
    this.least = examples > 0 ? HALF / examples : 1e-4;
    double[] all = search.trials().stream().map(Trial::epochs).flatMap(List::stream)
        .mapToDouble(epoch -> inner(SettingEffect.reached(epoch, search.settings().goal()))).filter(Double::isFinite).toArray();
    double top = DoubleStream.of(all).max().orElse(1);
    double bottom = loss ? DoubleStream.of(all).min().orElse(0) : 0;
    this.low = bottom;
    this.high = top > bottom ? top + ROOM * (top - bottom) : bottom + 1;
  }

  private double inner(double reached) {
    return -Math.log10(loss ? Math.max(MIN_LOSS, reached) : Math.max(least, 1 - reached));
  }

  /** Position of a result, from 0 at the bottom to 1 at the top. */
  double share(double reached) {
    return Math.max(0, Math.min(1, (inner(reached) - low) / (high - low)));
  }

  /** Round values, ascending, with room for their labels. */
  List<Double> marks() {
    List<Double> marks = new ArrayList<>();
    double before = Double.NEGATIVE_INFINITY;
    for (double mark : loss ? losses() : ACCURACIES) {
      double inner = inner(mark);
      double at = (inner - low) / (high - low);
      if (at >= -1e-9 && at <= 1 && at - before >= APART) {
        marks.add(mark);
        before = at;
      }
    }
    return marks;
  }

  private double[] losses() {
    List<Double> all = new ArrayList<>();
    for (int power = (int) Math.ceil(-low) + 1; power >= -high - 2; power--) {
      for (int i = STEPS.length - 1; i >= 0; i--) {
        all.add(STEPS[i] * Math.pow(10, power));
      }
    }
    return all.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Axis label: 95 for 95 %. */
  String mark(double reached, Numbers numbers) {
    return numbers.significant(loss ? reached : 100 * reached, 3);
  }

  /** In a sentence. */
  String written(double reached, Numbers numbers) {
    return loss ? numbers.significant(reached, 3) : numbers.share(reached);
  }
}
