package studio.backprop.search.method;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import studio.backprop.search.space.Dimension;

/**
 * Tree-structured Parzen estimator (Bergstra et al. 2011): density l of each setting in the best trials, g in the others; of candidates
 * drawn from l the one with the largest l ⁄ g maximizes the expected improvement.
 */
final class Tpe {
  /** γ, share of good trials. */
  static final double GOOD = 0.15;
  /** Random trials at the beginning. */
  static final int START = 10;
  /** Candidates per setting. */
  private static final int CANDIDATES = 24;

  private Tpe() {}

  /** Number of good trials. */
  static int good(int trials) {
    return (int) Math.ceil(GOOD * trials);
  }

  /** @param ranked values of earlier trials, best first; NaN for missing settings */
  static List<Double> propose(List<Dimension> dimensions, List<List<Double>> ranked, SplittableRandom random) {
    int good = good(ranked.size());
    Double[] drawn = new Double[dimensions.size()];
    for (int d = 0; d < drawn.length; d++) {
      double[] best = column(ranked.subList(0, good), d);
      double[] rest = column(ranked.subList(good, ranked.size()), d);
      Dimension dimension = dimensions.get(d);
      drawn[d] = dimension.isChoice() ? choice(dimension.choices().size(), best, rest, random) : number(dimension, best, rest, random);
    }
    return List.of(drawn);
  }

  private static double[] column(List<List<Double>> values, int d) {
    return values.stream().mapToDouble(one -> one.get(d)).filter(value -> !Double.isNaN(value)).toArray();
  }

  private static double number(Dimension dimension, double[] best, double[] rest, SplittableRandom random) {
    ParzenEstimator good = estimator(dimension, best);
    ParzenEstimator others = estimator(dimension, rest);
    double found = Double.NaN;
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < CANDIDATES; i++) {
      double x = good.draw(random);
      double ratio = good.density(x) / others.density(x);
      if (ratio > largest) {
        largest = ratio;
        found = x;
      }
    }
    return dimension.value(found);
  }

  static ParzenEstimator estimator(Dimension dimension, double[] values) {
    return new ParzenEstimator(dimension.innerLow(), dimension.innerHigh(), DoubleStream.of(values).map(dimension::inner).toArray());
  }

  private static double choice(int choices, double[] best, double[] rest, SplittableRandom random) {
    double[] good = shares(choices, best);
    double[] others = shares(choices, rest);
    int found = 0;
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < CANDIDATES; i++) {
      int drawn = draw(good, random.nextDouble());
      if (good[drawn] / others[drawn] > largest) {
        largest = good[drawn] / others[drawn];
        found = drawn;
      }
    }
    return found;
  }

  /** Categorical prior: counts plus one (N·p + C with uniform p). */
  static double[] shares(int choices, double[] seen) {
    double[] shares = new double[choices];
    for (int i = 0; i < choices; i++) {
      double place = i;
      shares[i] = (1 + DoubleStream.of(seen).filter(value -> value == place).count()) / (double) (choices + seen.length);
    }
    return shares;
  }

  private static int draw(double[] shares, double share) {
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      sum += shares[i];
      if (share < sum) {
        return i;
      }
    }
    return shares.length - 1;
  }
}
