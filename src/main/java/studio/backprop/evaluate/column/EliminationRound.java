package studio.backprop.evaluate.column;

import java.util.List;
import java.util.Optional;
import studio.backprop.text.Message;
import studio.backprop.train.metric.Metrics;

/**
 * A training of a recursive elimination.
 *
 * @param columns that the network learned from, in the order of the file
 * @param leaving those of them that leave for the next round; all in the last one
 * @param train scores of the training part
 * @param validation scores of the validation part
 * @param weightsSha256 of what was learned
 * @param fault why training stopped early; empty if it did not
 */
public record EliminationRound(List<String> columns, List<String> leaving, Metrics train, Metrics validation, String weightsSha256,
    Optional<Message> fault) {
}
