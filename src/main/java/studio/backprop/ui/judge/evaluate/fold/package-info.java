/**
 * Cross-validation page: figures of each fold, learning curves, validation curves, and a paired comparison of two settings. {@link
 * FoldsModel} runs {@code evaluate.fold.FoldRunner} and takes its results once a frame. Decision 64.
 */
package studio.backprop.ui.judge.evaluate.fold;
