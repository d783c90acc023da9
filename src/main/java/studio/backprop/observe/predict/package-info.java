/** Predictions of a network as it is: copies for other threads, forecasts, text and new examples. */
package studio.backprop.observe.predict;
