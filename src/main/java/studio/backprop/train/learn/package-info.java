/**
 * Learners: plans for an objective, batches, regularization, clipping and optimizer updates, and the scores of an epoch. A turn of a
 * {@link Learner} is: fill, forward, backward, penalties and clipping ({@link Regularizer}), update ({@link ParameterUpdater}). {@link
 * Epochs} scores parts of the data, {@link BestWeights} keeps those of the best epoch.
 */
package studio.backprop.train.learn;
