/**
 * Inference on copies of the weights: predictions, forecasts, sampled text, decoded images. {@link Replica} is a copy of a network for
 * another thread, {@link Predictor} predicts rows of a table, {@link Forecast} continues a series, {@link Writer} samples text, {@link
 * Decoder} decodes latent codes. A replica is not thread-safe.
 */
package studio.backprop.observe.predict;
