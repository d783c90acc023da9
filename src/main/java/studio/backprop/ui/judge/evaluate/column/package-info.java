/**
 * Features page: univariate scores, permutation importance, partial dependence and recursive elimination of columns. {@link FeaturesModel}
 * ranks, {@link EliminationModel} trains; leaving out a column is an edit of the data settings. Decision 67.
 */
package studio.backprop.ui.judge.evaluate.column;
