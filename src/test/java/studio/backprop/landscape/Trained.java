package studio.backprop.landscape;

import java.util.List;
import java.util.Optional;
import studio.backprop.data.DataSettings;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.layer.Activation;
import studio.backprop.layer.BatchNorm;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.Layer;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.optim.Sgd;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.train.Session;

/** Small runs for the tests, with their logs. */
record Trained(Session session, PositionLog log) {
  static final Kernels KERNELS = KernelChoice.create(1);

  static Project project(Layer... hidden) {
    Network network = Network.EMPTY.add(Input.row(2), 0, 0);
    for (Layer layer : hidden) {
      network = network.add(layer, 0, 0).wire(network.nextId() - 1, network.nextId());
    }
    int last = network.nextId() - 1;
    network = network.add(Dense.of(1, Activation.SIGMOID), 0, 0).add(Output.of(Loss.BINARY_CROSS_ENTROPY), 0, 0).wire(last, last + 1)
        .wire(last + 1, last + 2);
    return new Project(network, DataSettings.of("circles").withPoints(300), Optional.empty(),
        TrainingSettings.STANDARD.withEpochs(8).withBatch(20).withRate(0.03));
  }

  /** Two weights in all: a parabola. */
  static Project line() {
    Network network = Network.EMPTY.add(Input.row(1), 0, 0).add(Dense.of(1, Activation.NONE), 0, 0).add(Output.of(Loss.MSE), 0, 0)
        .wire(1, 2).wire(2, 3);
    return new Project(network, DataSettings.of("function").withFormula("2x + 1").withPoints(100), Optional.empty(),
        TrainingSettings.STANDARD.withEpochs(10).withBatch(10).withOptimizer(Sgd.STANDARD).withRate(0.05));
  }

  static Project circles() {
    return project(Dense.of(8, Activation.TANH));
  }

  static Project normed() {
    return project(Dense.of(6, Activation.NONE), new BatchNorm(0.1, 1e-5, true));
  }

  static Trained of(Project project, int most) throws Exception {
    PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
    Session session = new Session(project, data, KERNELS, Session.initialParameters(project));
    return new Trained(session, new PositionLog(session, most));
  }

  /** Takes steps that are written down. */
  Trained steps(int count) {
    for (int i = 0; i < count; i++) {
      session.step();
      log.stepped();
    }
    return this;
  }

  WeightTrail trail() {
    return log.trail();
  }

  static LossSurface surface(WeightTrail trail) {
    return new LossSurface(trail, KERNELS, Integer.MAX_VALUE);
  }

  static WeightPosition at(long step, float... weights) {
    return new WeightPosition(step, weights, new float[0], 0, 0);
  }

  /** A trail of these positions and nothing else. */
  static WeightTrail trail(boolean broke, List<WeightPosition> positions) {
    return new WeightTrail(Project.EMPTY, null, null, null, positions, 1, broke);
  }
}
