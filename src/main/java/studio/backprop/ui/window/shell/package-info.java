/**
 * Frame of the window: top bar, menus, transport, status bar, file dialogs, preferences and keys. {@link ShellView} places the rooms;
 * {@link FilesModel} opens and saves, {@link TransportModel} plays, pauses and steps.
 */
package studio.backprop.ui.window.shell;
