/** Shared models of the window: the open document, its run, and what several rooms show of them. */
package studio.backprop.ui.workspace;
