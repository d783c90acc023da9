/**
 * Presenter mode: views enlarged for a class, with spotlight, pen, zoom and the keys of a clicker. {@link Enlarged} scales a view until
 * its smallest letters have 24 px (decision 60).
 */
package studio.backprop.ui.window.presenter;
