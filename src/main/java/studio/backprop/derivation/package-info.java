/**
 * The mathematics of one step with its numbers: how a number was computed, the chain rule from the loss to it, factor by factor, a check by
 * central difference, and what the update will do. Works on a copy; every number is read from the ops themselves.
 */
package studio.backprop.derivation;
