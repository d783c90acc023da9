package studio.backprop.evaluate.column;

import java.util.List;
import java.util.Optional;
import studio.backprop.text.Message;
import studio.backprop.train.metric.Metrics;

/**
 * Round of a recursive feature elimination. Immutable.
 *
 * @param columns of the network, in file order
 * @param leaving removed for the next round; all in the last one
 * @param weightsSha256 of the trained parameters
 * @param fault empty if training completed
 */
public record EliminationRound(List<String> columns, List<String> leaving, Metrics train, Metrics validation, String weightsSha256,
    Optional<Message> fault) {
}
