/** An embedding from inside. */
package studio.backprop.ui.inside.lens.embedding;
