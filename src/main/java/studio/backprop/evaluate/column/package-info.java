/**
 * Feature selection for tables: mutual information, F-test, correlations, permutation importance, partial dependence and recursive
 * elimination, by the definitions of scikit-learn. A feature is a column of the file, not one of its one-hot inputs; {@link
 * TabularNetworkPredictor} turns rows of columns into inputs of the network. Double precision. Decision 67.
 */
package studio.backprop.evaluate.column;
