/** Wires on the canvas, and the ribbons along them. */
package studio.backprop.ui.design.designer.wire;
