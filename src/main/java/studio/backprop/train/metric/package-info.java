/**
 * Training metrics summed up over batches: loss, accuracy, mean absolute error, R², recall and mode coverage. {@link Quantity} names any
 * figure of a training in text, such as {@code validation.accuracy}; {@link RunView} reads it from a session or a record. A figure that is
 * not known is empty, not zero. Decision 35.
 */
package studio.backprop.train.metric;
