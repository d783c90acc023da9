/** Notes and groups on the canvas. */
package studio.backprop.ui.designer.note;
