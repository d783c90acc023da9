/**
 * Embedding page: outputs of a node for many examples, laid out by PCA or t-SNE, over the steps of the run. {@link EmbeddingModel} decides
 * and follows the training, {@link EmbeddingWorker} computes; panes only show. Mathematics: {@code evaluate.embed}. Decision 68.
 */
package studio.backprop.ui.judge.embedding;
