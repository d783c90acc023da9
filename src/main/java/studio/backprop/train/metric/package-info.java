/** What is measured of predictions: loss, accuracy, mean absolute error and R², summed up over batches. */
package studio.backprop.train.metric;
