package studio.backprop.ui.watch.plots;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.testfx.util.WaitForAsyncUtils;
import studio.backprop.data.DataSettings;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Conv2d;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Flatten;
import studio.backprop.layer.Input;
import studio.backprop.layer.Layer;
import studio.backprop.layer.Loss;
import studio.backprop.layer.MaxPool2d;
import studio.backprop.layer.Output;
import studio.backprop.layer.Padding;
import studio.backprop.network.Network;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.run.Trainer;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.ManualPulse;
import studio.backprop.ui.kit.Theme;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;

/** What the plots need around them: an open project, a trainer, and a pulse that beats when it is told to. */
final class Studio implements AutoCloseable {
  final ManualPulse pulse = new ManualPulse();
  final Lang lang = new Lang(Texts.ENGLISH);
  final ThemeModel theme = new ThemeModel(Theme.LIGHT);
  final DocumentModel document = new DocumentModel();
  final Trainer trainer = new Trainer(KernelChoice.create(1));
  final RunModel run = new RunModel(document, trainer, pulse);
  final PlotsModel plots = new PlotsModel(run, pulse);

  Studio(Project project) {
    document.open(project, "test", Optional.empty());
  }

  static Network chain(Layer... layers) {
    Network network = Network.EMPTY;
    for (Layer layer : layers) {
      network = network.add(layer, 0, 0);
    }
    for (int id = 1; id < layers.length; id++) {
      network = network.wire(id, id + 1);
    }
    return network;
  }

  static Project project(DataSettings data, double rate, Layer... layers) {
    return new Project(chain(layers), data, Optional.empty(), TrainingSettings.STANDARD.withRate(rate));
  }

  static Project circles() {
    return project(
        DataSettings.of("circles").withPoints(300), 0.03, Input.row(2), Dense.of(10, Activation.RELU), Dense.of(1, Activation.SIGMOID),
        Output.of(Loss.BINARY_CROSS_ENTROPY));
  }

  static Project digits() {
    return project(
        DataSettings.of("digits"), 0.001, new Input(Shape.of(1, 8, 8)), Conv2d.of(8, 3, Padding.SAME, Activation.RELU), MaxPool2d.of(2),
        Conv2d.of(16, 3, Padding.SAME, Activation.RELU), new Flatten(), Dense.of(10, Activation.SOFTMAX), Output.of(Loss.CROSS_ENTROPY));
  }

  /** Beats on the screen's thread until something is so. */
  void beatUntil(BooleanSupplier condition) throws Exception {
    WaitForAsyncUtils.waitFor(
        60, TimeUnit.SECONDS,
        () -> WaitForAsyncUtils.waitForAsyncFx(
            10_000,
            () -> {
              pulse.tick();
              return condition.getAsBoolean();
            }));
  }

  @Override
  public void close() {
    plots.close();
    run.close();
  }
}
