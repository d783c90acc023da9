/**
 * Hyperparameter search: random, grid, successive halving (ASHA) and TPE within a budget of epochs. The parts are what may change ({@code
 * space}), what was tried ({@code trial}), what is tried next ({@code method}), its training ({@code run}), and what follows from it
 * ({@code finding}). A trial is a function of its project and seed (decision 81), so a search can be stopped, resumed and repeated to the
 * bit.
 */
package studio.backprop.search;
