/** Wing of evaluation: metrics, cross-validation, features, attributions, embeddings, and the examples themselves. */
package studio.backprop.ui.judge;
