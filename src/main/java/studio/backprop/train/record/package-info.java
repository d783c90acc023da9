/** What is kept of a training: the figures of its epochs, and the record of a run for the run history. */
package studio.backprop.train.record;
