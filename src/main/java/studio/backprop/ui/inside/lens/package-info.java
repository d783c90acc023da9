/**
 * Inside view of a node: its inputs, weights and outputs, in place of the canvas; one part a family of layers. {@link Insides} says which
 * picture shows which op. Numbers are copied from the training thread with a snapshot.
 */
package studio.backprop.ui.inside.lens;
