/** Notes and groups on the canvas, with frames that fold. */
package studio.backprop.ui.design.designer.note;
