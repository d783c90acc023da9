/**
 * Wing of comparisons: variants side by side, run history, loss landscapes, and hyperparameter search. Its rooms are tabs of one page;
 * computing is done by {@code compare}, {@code landscape} and {@code search}.
 */
package studio.backprop.ui.compare;
