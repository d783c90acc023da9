/** Attributions of the chosen example, shared by canvas, lens and the page Explain. */
package studio.backprop.ui.workspace.attribution;
