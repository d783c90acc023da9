/** The large lens: a node from inside, each kind of layer with a picture of its own. Knows {@code train} by what it copies, and ui/kit. */
package studio.backprop.ui.inside.lens;
