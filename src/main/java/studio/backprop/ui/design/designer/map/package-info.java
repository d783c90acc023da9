/** Minimap of a large network. */
package studio.backprop.ui.design.designer.map;
