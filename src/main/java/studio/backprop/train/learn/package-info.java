/** A learner and what it learns by: plans for an objective, batches, optimizer steps, and the scores of an epoch. */
package studio.backprop.train.learn;
