/**
 * The panel at the left: layers to drag onto the canvas, and the data to learn from. May use the document, the run, forms and the kit; what
 * the canvas does with a dragged layer is told to it from outside.
 */
package studio.backprop.ui.design.palette;
