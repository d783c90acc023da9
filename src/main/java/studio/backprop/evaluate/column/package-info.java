/** What the columns of a table say of each other and of the target, and what a model makes of each, by the definitions of scikit-learn. */
package studio.backprop.evaluate.column;
