/**
 * Numeric derivation of a training step: how a value was computed, its gradient by the chain rule factor by factor, a central-difference
 * check, and the optimizer update. {@link Rehearsal} repeats the step on a copy of weights, batch and random draws, to the bit; {@link
 * ChainRule} follows the paths from the loss to one number, with local derivatives taken from the backward passes of the ops (decision
 * 24); {@link CentralDifference} checks the gradient, {@link OpByOp} gives a second estimate (decision 25). Works on a worker thread, and
 * can be cancelled between two ops.
 */
package studio.backprop.derivation;
