/** A tour of the window: it points at the real controls and waits until a person has used them. It never stands in the way. */
package studio.backprop.ui.window.tour;
