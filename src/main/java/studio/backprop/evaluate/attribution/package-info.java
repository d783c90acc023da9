/** Why a network predicts what it predicts: attributions of a score to the numbers of one example. */
package studio.backprop.evaluate.attribution;
