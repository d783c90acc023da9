/**
 * Palette: layers and blocks to drag onto the canvas, and the data to learn from. {@link LayersModel} and {@link DataModel} decide; what
 * the canvas does with a dragged layer is given from outside.
 */
package studio.backprop.ui.design.palette;
