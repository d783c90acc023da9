package studio.backprop.ui.designer;

import java.util.Optional;
import javafx.scene.Scene;
import javafx.stage.Stage;
import studio.backprop.data.DataSettings;

import studio.backprop.kernel.ScalarKernels;
import studio.backprop.kernel.Workers;
import studio.backprop.text.Texts;
import studio.backprop.train.Project;
import studio.backprop.train.Trainer;
import studio.backprop.ui.document.DocumentModel;
import studio.backprop.ui.kit.FramePulse;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Look;
import studio.backprop.ui.kit.Motion;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.kit.Theme;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.run.RunModel;

/** A canvas in a window of its own, with everything it works with. */
final class DesignerStage implements AutoCloseable {
  final DocumentModel document = new DocumentModel();
  final DesignerModel model = new DesignerModel(document);
  final Lang lang = new Lang(Texts.ENGLISH);
  final ThemeModel theme = new ThemeModel(Theme.LIGHT);
  final Motion motion = new Motion();
  final Pulse pulse = new FramePulse();
  final RunModel run = new RunModel(document, new Trainer(new ScalarKernels(Workers.of(1))), pulse);
  final DesignerView view = new DesignerView(model, run, lang, theme, motion);

  void show(Stage stage, double width, double height) {
    Scene scene = new Scene(view, width, height);
    new Look(theme).dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  void open(Project project) {
    document.open(project, "test", Optional.empty());
    model.fit();
  }

  static Project emptyProject(String data) {
    return Project.EMPTY.withData(DataSettings.of(data));
  }

  @Override
  public void close() {
    run.close();
  }
}
