/** Unsaved work is kept while a person works, and offered back after a crash. Knows nothing of the other rooms of the window. */
package studio.backprop.ui.workspace.recovery;
