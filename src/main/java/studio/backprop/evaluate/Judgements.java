package studio.backprop.evaluate;

import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.evaluate.metric.Ranking;
import studio.backprop.train.predict.Predictions;

/** Makes the judgement that suits the data. */
public final class Judgements {
  private Judgements() {
  }

  /**
   * Of two classes the second is positive.
   *
   * @param threshold for two classes: at and above which score the second is predicted
   */
  public static Judgement of(Predictions predictions, Part part, double threshold) {
    PreparedData data = predictions.data();
    Targets targets = Targets.of(data, part);
    if (data.dataset().task() == Task.REGRESSION) {
      return new NumberJudgement(targets.values(data), targets.predictedValues(predictions));
    }
    int[] classes = targets.classes(data);
    if (data.dataset().classNames().size() == 2) {
      return new BinaryJudgement(positives(classes), targets.scores(predictions, 1), predictions.isProbability(), threshold,
          TargetKind.of(data.dataset()));
    }
    return new ClassesJudgement(new Ranking(classes, scores(targets, predictions)), predictions.isProbability(),
        TargetKind.of(data.dataset()));
  }

  private static boolean[] positives(int[] classes) {
    boolean[] truth = new boolean[classes.length];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = classes[i] == 1;
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
