/**
 * Autosave and crash recovery: {@link AutosaveModel} keeps a copy of unsaved work, at most five seconds old, {@link RecoveryModel} offers
 * it at the next start. Decision 11.
 */
package studio.backprop.ui.workspace.recovery;
