/**
 * Network summary: a table of layers with shapes, parameters, memory, operations and receptive fields, and the list of all problems.
 * {@link AnalyserModel} changes nothing; edits are provided by the caller.
 */
package studio.backprop.ui.workspace.analyser;
