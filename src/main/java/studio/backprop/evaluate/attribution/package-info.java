/**
 * Feature attribution: how much each input of an example adds to a score, by saliency, gradient × input, integrated gradients, Grad-CAM,
 * HiResCAM and occlusion. {@link Reasons} decides score, baseline and parts for page and command alike; an {@link AttributionMethod}
 * computes an {@link Attribution} from a copy of the network. Can be cancelled between two passes. Decisions 65 and 72.
 */
package studio.backprop.evaluate.attribution;
