/**
 * Open project: history, selection, problems, repairs and file. {@link DocumentModel} is the entry; {@link RepairSearch} looks for repairs
 * in the background and drops them with the next network.
 */
package studio.backprop.ui.workspace.document;
