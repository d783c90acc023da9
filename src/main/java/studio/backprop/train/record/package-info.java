/** What is kept of a training: the figures of its epochs. */
package studio.backprop.train.record;
