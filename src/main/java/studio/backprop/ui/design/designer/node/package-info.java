/** A node on the canvas: its frame, its panes for each lens, and the pictures in them. */
package studio.backprop.ui.design.designer.node;
