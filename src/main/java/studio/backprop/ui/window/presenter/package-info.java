/** Presenter mode: the same views, large enough for the last row, with a spotlight, a pen and the keys of a clicker. */
package studio.backprop.ui.window.presenter;
