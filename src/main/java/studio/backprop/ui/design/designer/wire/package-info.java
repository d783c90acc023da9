/** Wires on the canvas, and ribbons of gradients along them. A stroke that only finds the mouse has no opacity (decision 41). */
package studio.backprop.ui.design.designer.wire;
