/** Cross-validation: which rows are tested in which fold, by the rules of scikit-learn. */
package studio.backprop.evaluate.fold;
