/** A dense layer from inside. */
package studio.backprop.ui.inside.lens.dense;
