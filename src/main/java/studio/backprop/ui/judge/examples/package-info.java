/**
 * Examples page: rows of the data as table, images or scatter plot, with the network's prediction of each. {@link ExamplesModel} sorts and
 * filters; predictions come from a copy of the network, twice per second.
 */
package studio.backprop.ui.judge.examples;
