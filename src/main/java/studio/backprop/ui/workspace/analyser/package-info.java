/**
 * The network as a table: shapes, parameters, memory, receptive fields, and the list of all that is wrong. Nothing here changes the
 * network: what a button promises is done by whoever is handed in.
 */
package studio.backprop.ui.workspace.analyser;
