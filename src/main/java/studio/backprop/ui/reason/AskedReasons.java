package studio.backprop.ui.reason;

import studio.backprop.evaluate.reason.AttributionRequest;
import studio.backprop.train.observe.Example;

/**
 * What is explained, and how: another one is computed anew.
 *
 * @param random whether the same is wanted with random weights
 */
record AskedReasons(Example example, AttributionRequest request, boolean random) {
}
