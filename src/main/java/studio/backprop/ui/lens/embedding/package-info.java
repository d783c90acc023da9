/** An embedding from inside. */
package studio.backprop.ui.lens.embedding;
