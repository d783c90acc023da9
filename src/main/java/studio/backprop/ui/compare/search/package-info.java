/** The page Search: what may change, all trials as lines, rungs, the best ones, and how much of the best is luck. */
package studio.backprop.ui.compare.search;
