/** Wing of editing: canvas, palette and inspector. */
package studio.backprop.ui.design;
