/** Notes and groups on the canvas. */
package studio.backprop.ui.design.designer.note;
