/** Recurrent layers from inside. */
package studio.backprop.ui.inside.lens.recurrent;
