/** Recurrent layers from inside. */
package studio.backprop.ui.lens.recurrent;
