package studio.backprop.ui.designer;

import java.util.Optional;
import javafx.scene.Scene;
import javafx.stage.Stage;
import studio.backprop.data.DataSettings;

import studio.backprop.kernel.ScalarKernels;
import studio.backprop.kernel.Workers;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Conv2d;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Flatten;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.MaxPool2d;
import studio.backprop.layer.Output;
import studio.backprop.layer.Padding;
import studio.backprop.network.Network;
import studio.backprop.tensor.Shape;
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
  final DesignerView view = new DesignerView(model, run, pulse, lang, theme, motion);

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

  /** A small network that reads digits, ready to train. */
  static Project digits() {
    Network network = Network.EMPTY
        .add(new Input(Shape.of(1, 8, 8)), 40, 140)
        .add(Conv2d.of(8, 3, Padding.SAME, Activation.RELU), 180, 140)
        .add(MaxPool2d.of(2), 360, 140)
        .add(Conv2d.of(16, 3, Padding.SAME, Activation.RELU), 520, 140)
        .add(new Flatten(), 700, 140)
        .add(Dense.of(10, Activation.SOFTMAX), 860, 140)
        .add(Output.of(Loss.CROSS_ENTROPY), 1040, 140);
    for (int id = 1; id < 7; id++) {
      network = network.wire(id, id + 1);
    }
    Network drawn = network;
    return emptyProject("digits").withNetwork(old -> drawn).withTraining(t -> t.withEpochs(1000).withRate(0.001));
  }

  @Override
  public void close() {
    run.close();
  }
}
