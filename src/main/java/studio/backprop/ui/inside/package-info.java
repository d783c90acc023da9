/** Wing of one step in detail: a node from inside, and the step debugger. */
package studio.backprop.ui.inside;
