/** Who learns in a step, and by what: plans for an objective, batches, optimizer steps, and the scores of an epoch. */
package studio.backprop.train.learn;
