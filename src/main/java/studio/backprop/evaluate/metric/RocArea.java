package studio.backprop.evaluate.metric;

import java.util.stream.IntStream;

/** ROC AUC for weighted examples, as in bootstrap resamples: sorted once, then one pass. Ties by trapezoids. Immutable. */
public final class RocArea {
  /** Descending; stable. */
  private final double[] scores;
  private final boolean[] positive;
  private final int[] examples;

  /** @param decisions indices example · classes + class */
  private RocArea(Ranking ranking, IntStream decisions) {
    int classes = ranking.classes();
    double[][] all = ranking.scores();
    int[] order = decisions.boxed()
        .sorted((a, b) -> Double.compare(all[b / classes][b % classes], all[a / classes][a % classes]))
        .mapToInt(Integer::intValue).toArray();
    scores = new double[order.length];
    positive = new boolean[order.length];
    examples = new int[order.length];
    for (int place = 0; place < order.length; place++) {
      examples[place] = order[place] / classes;
      scores[place] = all[examples[place]][order[place] % classes];
      positive[place] = ranking.truth()[examples[place]] == order[place] % classes;
    }
  }

  public static RocArea oneAgainstRest(Ranking ranking, int index) {
    return new RocArea(ranking, IntStream.range(0, ranking.truth().length).map(i -> i * ranking.classes() + index));
  }

  public static RocArea[] eachAgainstRest(Ranking ranking) {
    return IntStream.range(0, ranking.classes()).parallel().mapToObj(c -> oneAgainstRest(ranking, c)).toArray(RocArea[]::new);
  }

  /** NaN if one of them is. @param weights see {@link #of} */
  public static double mean(RocArea[] areas, int[] weights) {
    double sum = 0;
    for (RocArea area : areas) {
      sum += area.of(weights);
    }
    return sum / areas.length;
  }

  /** By the score of the first class. */
  public static RocArea oneAgainstOne(Ranking ranking, int index, int other) {
    return new RocArea(ranking, IntStream.range(0, ranking.truth().length)
        .filter(i -> ranking.truth()[i] == index || ranking.truth()[i] == other).map(i -> i * ranking.classes() + index));
  }

  /** Micro average: all decisions pooled. */
  public static RocArea micro(Ranking ranking) {
    return new RocArea(ranking, IntStream.range(0, ranking.truth().length * ranking.classes()));
  }

  /**
   * @param weights multiplicity of each example; null for 1 each
   * @return NaN without positives or negatives
   */
  public double of(int[] weights) {
    double area = 0;
    long tp = 0;
    long fp = 0;
    int i = 0;
    while (i < scores.length) {
      double tied = scores[i];
      long moreTp = 0;
      long moreFp = 0;
      while (i < scores.length && scores[i] == tied) {
        int times = weights == null ? 1 : weights[examples[i]];
        moreTp += positive[i] ? times : 0;
        moreFp += positive[i] ? 0 : times;
        i++;
      }
      area += moreFp * (tp + moreTp / 2.0);
      tp += moreTp;
      fp += moreFp;
    }
    return tp == 0 || fp == 0 ? Double.NaN : area / tp / fp;
  }
}
