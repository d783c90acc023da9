/** The open project as the window sees it: its history, selection, problems and file. Other rooms of the window may use it. */
package studio.backprop.ui.workspace.document;
