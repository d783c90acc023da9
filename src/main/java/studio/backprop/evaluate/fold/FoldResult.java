package studio.backprop.evaluate.fold;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.backprop.evaluate.EvaluationMetric;
import studio.backprop.evaluate.metric.BinaryCounts;
import studio.backprop.text.Message;
import studio.backprop.train.metric.Metrics;

/**
 * What came of one training of a cross-validation.
 *
 * @param train how the network does on the rows that it learned from
 * @param test how it does on the fold
 * @param judged every metric of the fold that applies; empty where there are too many outputs to judge
 * @param counts of two classes, at the threshold of the loss
 * @param columns names of the inputs it was left with, where the best were chosen; empty where it had all
 * @param epochs completed
 * @param steps taken
 * @param seconds that the steps took
 * @param weightsSha256 the same for two trainings that learned the same
 * @param fault why training ended before its time, if it did
 */
public record FoldResult(
    FoldJob job, Metrics train, Metrics test, Map<EvaluationMetric, Double> judged, Optional<BinaryCounts> counts,
    List<String> columns, int epochs, long steps,
    double seconds, String weightsSha256, Optional<Message> fault) {
}
