/** The network as a table: shapes, parameters, memory, receptive fields, and the list of all that is wrong. Nothing here changes the network. */
package studio.backprop.ui.analyser;
