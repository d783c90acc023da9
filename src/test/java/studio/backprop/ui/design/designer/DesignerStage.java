package studio.backprop.ui.design.designer;

import java.util.Optional;
import javafx.scene.Scene;
import javafx.stage.Stage;
import studio.backprop.data.DataSettings;
import studio.backprop.kernel.ScalarKernels;
import studio.backprop.kernel.Workers;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Add;
import studio.backprop.layer.Conv2d;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Flatten;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.MaxPool2d;
import studio.backprop.layer.Output;
import studio.backprop.layer.Padding;
import studio.backprop.network.Network;
import studio.backprop.optim.Sgd;
import studio.backprop.project.Project;
import studio.backprop.run.Trainer;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Texts;
import studio.backprop.ui.design.designer.edit.DesignerModel;
import studio.backprop.ui.kit.FramePulse;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Look;
import studio.backprop.ui.kit.Motion;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.kit.Theme;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;

/** A canvas in a window of its own, with everything it works with. */
public final class DesignerStage implements AutoCloseable {
  final DocumentModel document;
  public final DesignerModel model;
  public final Lang lang = new Lang(Texts.ENGLISH);
  final ThemeModel theme = new ThemeModel(Theme.LIGHT);
  public final Motion motion = new Motion();
  public final RunModel run;
  public final DesignerView view;

  DesignerStage() {
    this(new FramePulse());
  }

  public DesignerStage(Pulse pulse) {
    this(new DocumentModel(), pulse);
  }

  DesignerStage(DocumentModel document, Pulse pulse) {
    this.document = document;
    this.model = new DesignerModel(document);
    run = new RunModel(document, new Trainer(new ScalarKernels(Workers.of(1))), pulse);
    view = new DesignerView(model, run, pulse, lang, theme, motion);
  }

  public void show(Stage stage, double width, double height) {
    Scene scene = new Scene(view, width, height);
    new Look(theme).dress(scene);
    stage.setScene(scene);
    stage.sizeToScene();
    stage.show();
  }

  public void open(Project project) {
    document.open(project, "test", Optional.empty());
    model.fit();
  }

  static Project emptyProject(String data) {
    return Project.EMPTY.withData(DataSettings.of(data));
  }

  /** A small network that reads digits, ready to train. */
  public static Project digits() {
    Network network = Network.EMPTY
        .add(new Input(Shape.of(1, 8, 8)), 40, 140)
        .add(Conv2d.of(8, 3, Padding.SAME, Activation.RELU), 180, 140)
        .add(MaxPool2d.of(2), 360, 140)
        .add(Conv2d.of(16, 3, Padding.SAME, Activation.RELU), 520, 140)
        .add(new Flatten(), 700, 140)
        .add(Dense.of(10, Activation.SOFTMAX), 860, 140)
        .add(Output.of(Loss.CROSS_ENTROPY), 1040, 140);
    return chained(network, "digits").withTraining(t -> t.withEpochs(1000).withRate(0.001));
  }

  /** Eight sigmoid layers in a row: the gradient fades on its way back. */
  static Project deepSigmoid() {
    Network network = Network.EMPTY.add(Input.row(2), 40, 140);
    for (int i = 0; i < 8; i++) {
      network = network.add(Dense.of(6, Activation.SIGMOID), 180 + 180 * i, 140);
    }
    network = network.add(Dense.of(1, Activation.SIGMOID), 1620, 140).add(Output.of(Loss.BINARY_CROSS_ENTROPY), 1800, 140);
    return chained(network, "circles").withTraining(t -> t.withEpochs(1000));
  }

  /** A rate that makes the loss grow until no number can hold it. */
  static Project tooFast() {
    Network network = Network.EMPTY
        .add(Input.row(9), 40, 140)
        .add(Dense.of(1, Activation.NONE), 180, 140)
        .add(Output.of(Loss.MSE), 360, 140);
    return chained(network, "auto-mpg").withTraining(t -> t.withRate(90).withOptimizer(Sgd.STANDARD));
  }

  /** A convolution with a way around it. */
  public static Project residual() {
    Network network = Network.EMPTY
        .add(new Input(Shape.of(1, 8, 8)), 40, 140)
        .add(Conv2d.of(8, 3, Padding.SAME, Activation.RELU), 0, 0)
        .add(Conv2d.of(8, 3, Padding.SAME, Activation.NONE), 0, 0)
        .add(new Add(), 0, 0)
        .add(new Flatten(), 0, 0)
        .add(Dense.of(10, Activation.SOFTMAX), 0, 0)
        .add(Output.of(Loss.CROSS_ENTROPY), 0, 0);
    return chained(network, "digits").withNetwork(n -> n.wire(2, 4));
  }

  /** A chain of dense layers, as many as wanted, in rows. */
  static Project large(int nodes) {
    Network network = Network.EMPTY.add(Input.row(2), 40, 140);
    for (int i = 1; i < nodes - 1; i++) {
      network = network.add(Dense.of(6, Activation.TANH), 40 + 180 * (i % 16), 140 + 240 * (i / 16));
    }
    network = network.add(Output.of(Loss.CROSS_ENTROPY), 40 + 180 * (nodes % 16), 140 + 240 * (nodes / 16));
    return chained(network, "circles");
  }

  private static Project chained(Network nodes, String data) {
    Network network = nodes;
    for (int id = 1; id < nodes.nextId() - 1; id++) {
      network = network.wire(id, id + 1);
    }
    Network drawn = network;
    return emptyProject(data).withNetwork(old -> drawn);
  }

  @Override
  public void close() {
    run.close();
  }
}
