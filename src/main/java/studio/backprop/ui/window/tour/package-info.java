/** Guided tour: points at the real controls, one after the other, and waits until a person has used them. */
package studio.backprop.ui.window.tour;
