/**
 * Cross-validation: k-fold, stratified, grouped and repeated splits by the rules of scikit-learn, and the training of each fold. {@link
 * Folds} divides the rows, {@link FoldRunner} trains folds on threads of its own, {@link FoldSummary} gives mean, deviation and the
 * corrected interval of Nadeau and Bengio (2003), {@link PairedTest} compares two settings. Results do not depend on the number of
 * threads. Decision 64.
 */
package studio.backprop.evaluate.fold;
