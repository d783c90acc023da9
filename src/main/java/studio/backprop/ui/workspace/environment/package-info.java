/** Pictures of the worlds in which agents act, for all rooms. */
package studio.backprop.ui.workspace.environment;
