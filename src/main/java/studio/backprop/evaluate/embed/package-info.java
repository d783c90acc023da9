/**
 * Dimensionality reduction of node outputs to two or three dimensions: PCA and exact t-SNE. {@link EmbeddingSample} chooses rows, {@link
 * NodeOutputs} reads the outputs, {@link Pca} and {@link Tsne} lay them out, {@link Procrustes} rotates a layout to the previous one.
 * Double precision; deterministic for a seed; the caller brings the thread. Decision 68.
 */
package studio.backprop.evaluate.embed;
