/** Kinds of training: who learns in a step, from what, and how it is judged. */
package studio.backprop.train.regime;
