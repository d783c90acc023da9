/**
 * The page Explain: how much each input of the chosen example adds to a score, by several methods. Knows the run and the engine of
 * attributions; no other room.
 */
package studio.backprop.ui.judge.attribution;
