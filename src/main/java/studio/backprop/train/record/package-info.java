/**
 * Records of finished runs and epochs: {@link RunRecord} for the run history, {@link EpochRecord} for one epoch, {@link KeptState} for
 * what a kind of training keeps beside weights and optimizers. Immutable.
 */
package studio.backprop.train.record;
