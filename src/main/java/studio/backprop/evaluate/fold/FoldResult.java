package studio.backprop.evaluate.fold;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.backprop.evaluate.EvaluationMetric;
import studio.backprop.evaluate.metric.BinaryCounts;
import studio.backprop.text.Message;
import studio.backprop.train.metric.Metrics;

/**
 * Result of one training of a cross-validation. Immutable.
 *
 * @param train metrics on the training rows
 * @param test metrics on the fold
 * @param judged all applicable metrics on the fold; empty for too many outputs
 * @param counts of two classes, at the threshold of the loss
 * @param columns selected inputs; empty without selection
 * @param epochs completed
 * @param completed
 * @param seconds of training
 * @param weightsSha256 of the trained parameters
 * @param fault empty if training completed
 */
public record FoldResult(
    FoldJob job, Metrics train, Metrics test, Map<EvaluationMetric, Double> judged, Optional<BinaryCounts> counts,
    List<String> columns, int epochs, long steps,
    double seconds, String weightsSha256, Optional<Message> fault) {
}
