/**
 * Hyperparameter-search page: search space, trials in parallel coordinates, rungs, best trials, significance of the lead, and other
 * machines. {@link SearchModel} holds the record that is shown, {@link SearchWorker} runs the search on threads of its own.
 */
package studio.backprop.ui.compare.search;
