/**
 * The page Landscape of twin runs: the lanes as walkers on a map of the loss, of their own network or of a test surface, with the numbers
 * of each step.
 */
package studio.backprop.ui.compare.landscape;
