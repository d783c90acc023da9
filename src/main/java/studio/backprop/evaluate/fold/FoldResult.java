package studio.backprop.evaluate.fold;

import java.util.Optional;
import studio.backprop.text.Message;
import studio.backprop.train.metric.Metrics;
import studio.backprop.train.predict.Predictions;

/**
 * What came of one training of a cross-validation.
 *
 * @param train how the network does on the rows that it learned from
 * @param test how it does on the fold
 * @param predictions for the rows of the fold, as the test part
 * @param epochs completed
 * @param steps taken
 * @param seconds that the steps took
 * @param weightsSha256 the same for two trainings that learned the same
 * @param fault why training ended before its time, if it did
 */
public record FoldResult(
    FoldJob job, Metrics train, Metrics test, Predictions predictions, int epochs, long steps, double seconds, String weightsSha256,
    Optional<Message> fault) {
}
