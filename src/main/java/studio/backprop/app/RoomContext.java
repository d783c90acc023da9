package studio.backprop.app;

import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Motion;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.formula.Typesetter;
import studio.backprop.ui.window.shell.FilesModel;
import studio.backprop.ui.window.shell.Frame;
import studio.backprop.ui.window.shell.ShellView;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;

/** Shared services of a window: document, run, localization, theme and the shell, which takes each feature's commands. */
record RoomContext(
    DocumentModel document, RunModel run, FilesModel files, Lang lang, Hints hints, ThemeModel theme, Motion motion, Pulse pulse,
    Typesetter typesetter, ShellView shell, Frame frame, GlossaryRoom glossary) {
}
