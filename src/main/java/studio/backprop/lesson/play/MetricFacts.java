package studio.backprop.lesson.play;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import studio.backprop.data.Part;
import studio.backprop.evaluate.BinaryEvaluation;
import studio.backprop.evaluate.EvaluationMetric;
import studio.backprop.evaluate.Judgements;
import studio.backprop.evaluate.ModelEvaluation;
import studio.backprop.observe.predict.Predictions;
import studio.backprop.observe.predict.Replica;
import studio.backprop.project.DecisionThreshold;
import studio.backprop.train.Session;

/**
 * Metrics of the validation part, as on the page of metrics: current weights, and the project's decision threshold for two classes. NaN
 * where undefined.
 */
final class MetricFacts {
  private final Session session;
  private Replica replica;
  private ModelEvaluation judged;
  /** In the order of its metrics; null until computed. */
  private double[] values;
  private double threshold;
  private long step = -1;

  MetricFacts(Session session) {
    this.session = session;
  }

  void forget() {
    step = -1;
  }

  /**
   * @param name in checks
   * @param decided decision threshold of the project
   * @param thorough whether to run the network
   */
  double number(String name, DecisionThreshold decided, boolean thorough) {
    if (!thorough || session.data().rows(Part.VALIDATION) == 0) {
      return Double.NaN;
    }
    takeUp(decided);
    if (judged instanceof BinaryEvaluation two) {
      switch (name) {
        case "threshold":
          return threshold;
        case "true_positives":
          return two.counts().tp();
        case "false_positives":
          return two.counts().fp();
        case "false_negatives":
          return two.counts().fn();
        default:
          break;
      }
    }
    List<String> known = judged.metrics().stream().map(EvaluationMetric::name).toList();
    int at = known.indexOf(name.toUpperCase(Locale.ROOT));
    values = values == null ? judged.values(null) : values;
    return at < 0 ? Double.NaN : values[at];
  }

  private void takeUp(DecisionThreshold decided) {
    if (step != session.steps()) {
      replica = Replica.of(session, replica);
      threshold = decided.at(replica.loss());
      judged = Judgements.of(Predictions.of(replica, Set.of(Part.VALIDATION)), Part.VALIDATION, threshold);
      values = null;
      step = session.steps();
    } else if (threshold != decided.at(replica.loss())) {
      threshold = decided.at(replica.loss());
      judged = judged instanceof BinaryEvaluation two ? two.at(threshold) : judged;
      values = null;
    }
  }
}
