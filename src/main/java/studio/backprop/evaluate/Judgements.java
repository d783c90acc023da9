package studio.backprop.evaluate;

import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.evaluate.metric.Ranking;
import studio.backprop.observe.predict.Predictions;

/** Factory of evaluations by task. */
public final class Judgements {
  private Judgements() {
  }

  /**
   * Binary evaluation with the first class positive. Its score is the {@link #complement} of the second's, less one ulp: a score at the
   * threshold stays of the second class.
   *
   * @param threshold inclusive
   * @throws IllegalArgumentException if there are not two classes
   */
  public static BinaryEvaluation ofFirst(Predictions predictions, Part part, double threshold) {
    PreparedData data = predictions.data();
    if (data.dataset().task() == Task.REGRESSION || data.dataset().classNames().size() != 2) {
      throw new IllegalArgumentException(data.dataset().name() + " has not two classes");
    }
    Targets targets = Targets.of(data, part);
    boolean[] first = positives(targets.classes(data), 0);
    double[] scores = targets.scores(predictions, 1);
    for (int i = 0; i < scores.length; i++) {
      double lacks = Math.nextDown(complement(scores[i], predictions.isProbability()));
      scores[i] = predictions.isProbability() ? Math.max(0, lacks) : lacks;
    }
    return new BinaryEvaluation(first, scores, predictions.isProbability(), threshold, TargetKind.of(data.dataset())).ofClass(0);
  }

  /** Score (or threshold) of the first class: 1 − p, or −margin. */
  public static double complement(double score, boolean probability) {
    return probability ? 1 - score : 0 - score;
  }

  /**
   * Of two classes the second is positive.
   *
   * @param threshold of two classes, inclusive
   */
  public static ModelEvaluation of(Predictions predictions, Part part, double threshold) {
    PreparedData data = predictions.data();
    Targets targets = Targets.of(data, part);
    if (data.dataset().task() == Task.REGRESSION) {
      return new RegressionEvaluation(targets.values(data), targets.predictedValues(predictions));
    }
    int[] classes = targets.classes(data);
    if (data.dataset().classNames().size() == 2) {
      return new BinaryEvaluation(positives(classes, 1), targets.scores(predictions, 1), predictions.isProbability(), threshold,
          TargetKind.of(data.dataset()));
    }
    return new MulticlassEvaluation(new Ranking(classes, scores(targets, predictions)), predictions.isProbability(),
        TargetKind.of(data.dataset()));
  }

  private static boolean[] positives(int[] classes, int positive) {
    boolean[] truth = new boolean[classes.length];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = classes[i] == positive;
    }
    return truth;
  }

  private static double[][] scores(Targets targets, Predictions predictions) {
    int classes = predictions.data().dataset().classNames().size();
    double[][] scores = new double[targets.count()][classes];
    for (int i = 0; i < scores.length; i++) {
      for (int c = 0; c < classes; c++) {
        scores[i][c] = predictions.score(targets.part(), targets.rows()[i], targets.places()[i], c);
      }
    }
    return scores;
  }
}
