/**
 * Training from step to step: the session that takes the steps, its checkpoints, and what drives it. Kinds of training are in
 * {@code regime}, whoever learns in {@code learn}, observers in {@code observe} and {@code doctor}.
 */
package studio.backprop.train;
