/**
 * The page Embedding: the output of a node for many examples, laid out by PCA or t-SNE. {@code EmbeddingModel} decides and keeps up with
 * the network, {@code EmbeddingWorker} computes; the panes only show. The mathematics is in {@code evaluate.embed}.
 */
package studio.backprop.ui.judge.embedding;
