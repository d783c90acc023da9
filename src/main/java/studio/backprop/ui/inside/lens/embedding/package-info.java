/** Inside view of an embedding: its rows, projected to two principal components. */
package studio.backprop.ui.inside.lens.embedding;
