package studio.backprop.ui.judge.evaluate;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.evaluate.BinaryEvaluation;
import studio.backprop.evaluate.Judgements;
import studio.backprop.evaluate.ModelEvaluation;
import studio.backprop.observe.predict.Predictions;
import studio.backprop.observe.predict.Replica;
import studio.backprop.train.metric.Metrics;

/**
 * Predictions of a network for one part of the data after one step, evaluated at the threshold of the loss. Immutable.
 *
 * @param weights SHA-256 of the weights
 * @param cut the threshold of the loss: 0.5 for probabilities
 * @param judgement of the part
 * @param validation of the validation part, on which a threshold is chosen; empty where there is none to choose
 * @param scores of all requested parts, for comparison
 * @param curves of the classes; empty for regression
 */
record Evaluation(PreparedData data, long step, String weights, Part part, double cut, ModelEvaluation judgement,
    Optional<BinaryEvaluation> validation, Map<Part, Metrics> scores, ClassCurves curves) {

  /** Evaluates a replica; costs a forward pass over the training part, the validation part and this one. */
  static Evaluation of(Replica replica, Part part) {
    PreparedData data = replica.data();
    Set<Part> parts = EnumSet.of(Part.TRAIN, Part.VALIDATION, part);
    parts.removeIf(one -> data.rows(one) == 0);
    Set<Part> kept = EnumSet.of(part); // outputs of all parts of a text would exhaust the memory
    if (data.dataset().classNames().size() == 2 && data.rows(Part.VALIDATION) > 0) {
      kept.add(Part.VALIDATION);
    }
    Predictions predictions = Predictions.of(replica, kept);
    double cut = replica.loss().cut();
    ModelEvaluation judgement = Judgements.of(predictions, part, cut);
    Map<Part, Metrics> scores = new EnumMap<>(Part.class);
    parts.forEach(one -> scores.put(one, kept.contains(one) ? predictions.scores(one) : replica.score(one, plan -> {})));
    Optional<BinaryEvaluation> validation = Optional.empty();
    if (judgement instanceof BinaryEvaluation && data.rows(Part.VALIDATION) > 0) {
      validation = Optional.of((BinaryEvaluation) (part == Part.VALIDATION ? judgement : Judgements.of(predictions, Part.VALIDATION, cut)));
    }
    return new Evaluation(data, predictions.step(), replica.sha256(), part, cut, judgement, validation, Map.copyOf(scores),
        ClassCurves.of(judgement));
  }

  Optional<BinaryEvaluation> binary() {
    return judgement instanceof BinaryEvaluation two ? Optional.of(two) : Optional.empty();
  }

  /** The part at a threshold. */
  ModelEvaluation at(double threshold) {
    return at(threshold, BinaryEvaluation.USUAL_BETA);
  }

  /** The part at a threshold, with β of Fβ; both apply to two classes only. */
  ModelEvaluation at(double threshold, double beta) {
    return judgement instanceof BinaryEvaluation two ? two.at(threshold).withBeta(beta) : judgement;
  }

  boolean isRegression() {
    return data.dataset().task() == Task.REGRESSION;
  }

  /** Whether each example has one target, so that the index of a target is that of its example. */
  boolean hasOneTargetEach() {
    return data.dataset().answers() == 1;
  }
}
