/**
 * Start screen: a neuron to play with, recent projects, samples and lessons. Opening them is provided by {@code app}. Shown before the
 * rooms of the window are made (decision 40).
 */
package studio.backprop.ui.window.start;
