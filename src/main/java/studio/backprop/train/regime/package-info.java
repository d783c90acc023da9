/** Kinds of training say which parameters learn in a step, from what, and how that is judged. */
package studio.backprop.train.regime;
