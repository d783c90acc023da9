/** One learning-rate schedule a file: how the rate changes while training. */
package studio.backprop.train.schedule;
