package studio.backprop.ui.panels;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
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
import studio.backprop.network.repair.Repair;
import studio.backprop.project.Project;
import studio.backprop.run.Status;
import studio.backprop.run.Trainer;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Texts;
import studio.backprop.ui.design.inspector.InspectorModel;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.ManualPulse;
import studio.backprop.ui.kit.formula.Typesetter;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.document.Mender;
import studio.backprop.ui.workspace.run.RunModel;

/** A document with all that the panels need, for tests. */
public final class Desk implements AutoCloseable {
  public final DocumentModel document = new DocumentModel();
  public final ManualPulse pulse = new ManualPulse();
  public final RunModel run = new RunModel(document, new Trainer(KernelChoice.create(1)), pulse);
  public final Lang lang = new Lang(Texts.ENGLISH);
  public final Hints hints = new Hints(lang);
  public final Typesetter typesetter = new Typesetter(pulse, lang.veil());
  public final InspectorModel inspector;
  public final Mender mender = new Mender() {
    @Override
    public void preview(Optional<Repair> repair) {}

    @Override
    public void mend(Repair repair) {
      document.edit(repair.title(), repair.change());
    }
  };

  public Desk(Project project) {
    document.open(project, "test", Optional.empty());
    inspector = new InspectorModel(document, run);
  }

  /** Two fields of circles, and a network that fits them. */
  public static Project circles() {
    return project("circles", chain(Input.row(2), Dense.of(8, Activation.TANH), Dense.of(1, Activation.SIGMOID),
        Output.of(Loss.BINARY_CROSS_ENTROPY)));
  }

  /** Small digits, and a convolutional network that fits them. */
  public static Project digits() {
    return project(
        "digits",
        chain(
            new Input(Shape.of(1, 8, 8)),
            Conv2d.of(8, 3, Padding.SAME, Activation.RELU),
            MaxPool2d.of(2),
            Conv2d.of(16, 3, Padding.SAME, Activation.RELU),
            new Flatten(),
            Dense.of(10, Activation.SOFTMAX),
            Output.of(Loss.CROSS_ENTROPY)));
  }

  public static Project project(String data, Network network) {
    return Project.EMPTY.withData(DataSettings.of(data)).withNetwork(empty -> network);
  }

  public static Network chain(Layer... layers) {
    Network network = Network.EMPTY;
    for (int i = 0; i < layers.length; i++) {
      network = network.add(layers[i], i * 160, 0);
      network = i == 0 ? network : network.wire(i, i + 1);
    }
    return network;
  }

  @Override
  public void close() {
    run.close();
  }

  public void select(String... names) {
    document.select(Arrays.stream(names).map(name -> document.network().named(name).orElseThrow().id()).toList());
  }

  /** Keeps the trainer from whatever is ordered after this, so that nobody has an answer from it, until the latch is down. */
  public CountDownLatch holdTrainer() {
    CountDownLatch released = new CountDownLatch(1);
    run.trainer().ask(session -> {
      try {
        released.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return session;
    });
    return released;
  }

  /** Lets the trainer work until it has done what was ordered. */
  public void rest() throws Exception {
    until(Status.State.PAUSED);
  }

  /** Beats until the trainer is in this state, and once more to see all that came of it. */
  public void until(Status.State state) throws Exception {
    do {
      run.trainer().ask(session -> session).get();
      pulse.tick();
    } while (run.statusProperty().get().state() != state);
    pulse.tick();
  }
}
