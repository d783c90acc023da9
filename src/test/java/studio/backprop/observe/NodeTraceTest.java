package studio.backprop.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Flatten;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.layer.Repeat;
import studio.backprop.network.Network;
import studio.backprop.observe.NodeTrace.OpLook;
import studio.backprop.observe.NodeTrace.Tensors;
import studio.backprop.project.Project;
import studio.backprop.tensor.Shape;
import studio.backprop.train.Session;
import studio.backprop.train.SessionTest;

/** A look into a node shows all of its numbers, also where they are many. */
class NodeTraceTest {
  private static final int MANY = 300;

  private static NodeTrace look(Network network, int node) throws Exception {
    Project project = SessionTest.circles().withNetwork(old -> network);
    PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
    Kernels kernels = KernelChoice.create(1);
    Session session = new Session(project, data, kernels, Session.initialParameters(project));
    session.step();
    Probe probe = Probe.of(session);
    probe.run();
    return NodeTrace.of(node, session, probe);
  }

  private static Network wired(Network network) {
    Network wired = network;
    for (int id = 1; id < network.nextId() - 1; id++) {
      wired = wired.wire(id, id + 1);
    }
    return wired;
  }

  @Test
  void moreThan65536WeightsAreAllThereAndAddUpToTheAnswer() throws Exception {
    Network network = wired(Network.EMPTY.add(new Input(Shape.of(2)), 0, 0).add(Dense.of(MANY, Activation.TANH), 1, 0)
        .add(Dense.of(MANY, Activation.NONE), 2, 0).add(Dense.of(1, Activation.SIGMOID), 3, 0)
            .add(Output.of(Loss.BINARY_CROSS_ENTROPY), 4, 0));
    OpLook op = look(network, 3).example().get(0);
    Tensors weight = op.parameter("weight").orElseThrow();
    assertThat(weight.values()).hasSize(MANY * MANY);
    assertThat(weight.rows()).isEqualTo(weight.all());
    double z = op.parameter("bias").orElseThrow().values()[7];
    for (int i = 0; i < MANY; i++) {
      z += op.inputs().get(0).values()[i] * weight.values()[i * MANY + 7];
    }
    assertThat((double) op.output().values()[7]).isCloseTo(z, within(1e-4));
  }

  @Test
  void moreThan65536NumbersOfAnExampleAreAllThereAndThoseOfABatchAreTheFirst() throws Exception {
    int times = 40_000;
    Network network = wired(Network.EMPTY.add(new Input(Shape.of(2)), 0, 0).add(Dense.of(2, Activation.TANH), 1, 0)
        .add(new Repeat(times), 2, 0)
        .add(new Flatten(), 3, 0).add(Dense.of(1, Activation.SIGMOID), 4, 0).add(Output.of(Loss.BINARY_CROSS_ENTROPY), 5, 0));
    NodeTrace look = look(network, 3);
    assertThat(look.output().values()).hasSize(2 * times);
    assertThat(look.output().values()[2 * times - 1]).isEqualTo(look.given().get(0).values()[1]);
    Tensors batch = look.batch().get(0).output();
    assertThat(batch.rows()).isLessThan(batch.all());
  }

  @Test
  void aNodeThatOnlyGivesAnotherShapeShowsTheGradientThatTheLossGivesPastTheSigmoid() throws Exception {
    Network network = wired(Network.EMPTY.add(new Input(Shape.of(2)), 0, 0).add(Dense.of(1, Activation.SIGMOID), 1, 0)
        .add(new Flatten(), 2, 0).add(Output.of(Loss.BINARY_CROSS_ENTROPY), 3, 0));
    NodeTrace look = look(network, 3);
    assertThat(look.output().grads()[0]).isNotZero();
    assertThat(look.given().get(0).grads()).isEqualTo(look.output().grads());
  }
}
