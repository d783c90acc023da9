package studio.backprop.app;

import javafx.scene.layout.Pane;
import studio.backprop.ui.designer.DesignerModel;
import studio.backprop.ui.designer.DesignerView;
import studio.backprop.ui.document.DocumentModel;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Motion;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.plots.DockView;
import studio.backprop.ui.plots.PlotsModel;
import studio.backprop.ui.run.RunModel;
import studio.backprop.ui.shell.FilesModel;
import studio.backprop.ui.shell.ShellView;

/** Makes the rooms of the window and introduces them to each other where they must meet. */
final class Rooms {
  private final ShellView.Rooms all;

  Rooms(
      DocumentModel document, RunModel run, FilesModel files, Lang lang, ThemeModel theme, Motion motion, Pulse pulse, ShellView shell) {
    DesignerView designer = new DesignerView(new DesignerModel(document), run, pulse, lang, theme, motion);
    designer.onOpenSample(files::openSample);
    DockView dock = new DockView(new PlotsModel(run, pulse), lang, theme);
    all = new ShellView.Rooms(new Pane(), designer, new Pane(), dock);
  }

  ShellView.Rooms all() {
    return all;
  }
}
