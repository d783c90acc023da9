/**
 * How good the network really is: metrics of a part of the data with their intervals, curves, the threshold that moves them, and slices.
 * The numbers come from {@code evaluate}; what lives here shows them. May not know other rooms of the window.
 */
package studio.backprop.ui.judge.evaluate;
