/** The small map of the canvas. */
package studio.backprop.ui.design.designer.map;
