package studio.backprop.ui.judge.attribution;

import studio.backprop.evaluate.attribution.AttributionRequest;
import studio.backprop.observe.Example;

/**
 * What is explained, and how: another one is computed anew.
 *
 * @param random whether the same is wanted with random weights
 */
record AttributionQuery(Example example, AttributionRequest request, boolean random) {
}
