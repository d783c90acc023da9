/** The start screen: one neuron to play with, recent projects and the samples. Opening them is the business of whoever shows it. */
package studio.backprop.ui.window.start;
