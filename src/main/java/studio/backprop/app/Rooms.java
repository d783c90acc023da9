package studio.backprop.app;

import javafx.scene.layout.Pane;
import studio.backprop.ui.document.DocumentModel;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Motion;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.run.RunModel;
import studio.backprop.ui.shell.FilesModel;
import studio.backprop.ui.shell.ShellView;

/** Makes the rooms of the window and introduces them to each other where they must meet. */
final class Rooms {
  private final ShellView.Rooms all;

  Rooms(
      DocumentModel document, RunModel run, FilesModel files, Lang lang, ThemeModel theme, Motion motion, Pulse pulse, ShellView shell) {
    all = new ShellView.Rooms(new Pane(), new Pane(), new Pane(), new Pane());
  }

  ShellView.Rooms all() {
    return all;
  }
}
