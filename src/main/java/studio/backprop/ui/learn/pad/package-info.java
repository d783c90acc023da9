/**
 * Drawing pad: a drawn or edited example, predicted while the pen moves. {@link PadModel} sends the drawing as the chosen example
 * (decision 47), {@link KeepModel} keeps it as training data (decision 52).
 */
package studio.backprop.ui.learn.pad;
