/** A dense layer from inside. */
package studio.backprop.ui.lens.dense;
