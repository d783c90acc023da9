package studio.backprop.ui.judge.attribution;

import studio.backprop.evaluate.attribution.AttributionRequest;
import studio.backprop.observe.Example;

/**
 * Key of an attribution: a different query needs a new computation.
 *
 * @param random whether attributions with random weights are included
 */
record AttributionQuery(Example example, AttributionRequest request, boolean random) {
}
