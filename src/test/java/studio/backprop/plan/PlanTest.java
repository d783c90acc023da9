package studio.backprop.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.layer.Activate;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Add;
import studio.backprop.layer.Concatenate;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.layer.Reshape;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.op.Mode;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.tensor.Seeds;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

class PlanTest {
  private static final Seeds SEEDS = new Seeds(7);
  private static final int BATCH = 4;

  private final Kernels kernels = KernelChoice.create(1);

  /** Two inputs, each through the same tanh layer; one branch skips; merged by sum and by concatenation. */
  private static Network siamese() {
    Network network =
        Network.EMPTY
            .add(Input.row(3), 0, 0) // 1
            .add(Input.row(3), 0, 0) // 2
            .add(Dense.of(3, Activation.TANH), 0, 0) // 3
            .addShared(3, 0, 0) // 4
            .add(new Add(), 0, 0) // 5
            .add(new Concatenate(), 0, 0) // 6
            .add(Dense.of(2, Activation.NONE), 0, 0) // 7
            .add(Output.of(Loss.MSE), 0, 0); // 8
    return network.wire(1, 3).wire(2, 4).wire(1, 5).wire(3, 5).wire(5, 6).wire(4, 6).wire(6, 7).wire(7, 8);
  }

  private Plan filled(Network network, Parameters parameters) {
    Plan plan = Compiler.compile(network, parameters, kernels, SEEDS, Purpose.TRAIN, BATCH);
    var random = SEEDS.source("data");
    for (Tensor input : plan.inputs()) {
      float[] values = new float[input.count()];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) random.nextDouble(-1, 1);
      }
      input.set(values);
    }
    float[] target = new float[plan.target().count()];
    java.util.Arrays.fill(target, 0.3f);
    plan.target().set(target);
    return plan;
  }

  @Test
  void gradientOfASharedLayerIsTheSumOfBothUses() {
    Network network = siamese();
    Parameters parameters = Parameters.initial(network, network.analyse(), SEEDS);
    assertThat(parameters.learned()).hasSize(4);
    Plan plan = filled(network, parameters);
    plan.forward(Mode.TRAIN);
    plan.backward();
    for (Parameter parameter : parameters.learned()) {
      float[] w = parameter.tensor().values();
      for (int i = 0; i < w.length; i++) {
        assertThat((double) parameter.tensor().gradAt(i / parameter.tensor().rowCount(), i % parameter.tensor().rowCount()))
            .isCloseTo(centralDifference(plan, w, i), within(2e-3));
      }
    }
  }

  private static double centralDifference(Plan plan, float[] w, int i) {
    float before = w[i];
    float step = 1e-2f;
    w[i] = before + step;
    plan.forward(Mode.TRAIN);
    double above = plan.lossValue();
    w[i] = before - step;
    plan.forward(Mode.TRAIN);
    double below = plan.lossValue();
    w[i] = before;
    return (above - below) / (2 * step);
  }

  @Test
  void aSoftmaxThatTheLossReadsThroughGetsNoGradientAndIsNotRunBackward() {
    Network network =
        Network.EMPTY.add(Input.row(2), 0, 0).add(Dense.of(3, Activation.SOFTMAX), 0, 0).add(Output.of(Loss.CROSS_ENTROPY), 0, 0).wire(1, 2)
            .wire(2, 3);
    Plan plan = filled(network, Parameters.initial(network, network.analyse(), SEEDS));
    assertThat(plan.steps()).extracting(step -> step.op().name() + " " + step.goesBack())
        .containsExactly("affine true", "softmax false", "cross entropy logits true");
    plan.forward(Mode.TRAIN);
    plan.backward();
    assertThat(plan.gradient(2).orElseThrow().name()).isEqualTo("pre_activation");
    assertThat(plan.gradientAtLogits(2)).isTrue();
    assertThat(plan.prediction().name()).isEqualTo("output");
  }

  @Test
  void behindASigmoidThatTheLossReadsThroughEveryNodeHasTheGradientOfTheLogits() {
    Network network =
        Network.EMPTY.add(Input.row(2), 0, 0).add(Dense.of(4, Activation.NONE), 0, 0).add(new Activate(Activation.SIGMOID), 0, 0)
            .add(new Reshape(Shape.of(1, 2, 2)), 0, 0).add(Output.of(Loss.BINARY_CROSS_ENTROPY), 0, 0).wire(1, 2).wire(2, 3).wire(3, 4)
                .wire(4, 5);
    Plan plan = filled(network, Parameters.initial(network, network.analyse(), SEEDS));
    plan.measure(List.of(2, 3, 4), kernels);
    plan.forward(Mode.TRAIN);
    plan.backward();
    double atTheLogits = plan.norms().of(0);
    assertThat(atTheLogits).isPositive();
    assertThat(plan.norms().of(1)).isEqualTo(atTheLogits);
    assertThat(plan.norms().of(2)).isEqualTo(atTheLogits);
    assertThat(plan.gradient(4).orElseThrow().shape()).isEqualTo(Shape.of(1, 2, 2));
    assertThat(plan.gradientAtLogits(2)).as("its own output").isFalse();
  }

  @Test
  void anInputHasNoGradientAndAPredictingPlanHasNone() {
    Network network = siamese();
    Parameters parameters = Parameters.initial(network, network.analyse(), SEEDS);
    assertThat(filled(network, parameters).gradient(1)).isEmpty();
    Plan predicting = Compiler.compile(network, parameters, kernels, SEEDS, Purpose.PREDICT, BATCH);
    assertThat(predicting.steps()).noneMatch(step -> step.op().output().hasGrad());
  }

  @Test
  void twoBackwardPassesGiveTheSameGradients() {
    Network network = siamese();
    Parameters parameters = Parameters.initial(network, network.analyse(), SEEDS);
    Plan plan = filled(network, parameters);
    plan.forward(Mode.TRAIN);
    plan.backward();
    float[] once = new float[9];
    parameters.find(3, "weight").orElseThrow().tensor().copyGradsTo(once);
    plan.backward();
    float[] again = new float[9];
    parameters.find(3, "weight").orElseThrow().tensor().copyGradsTo(again);
    assertThat(again).isEqualTo(once);
  }

  @Test
  void normsTakenOnTheWayBackAreThoseOfTheWholeGradient() {
    Network network = siamese();
    Plan plan = filled(network, Parameters.initial(network, network.analyse(), SEEDS));
    List<Integer> reached = network.nodes().stream().map(Node::id).filter(id -> plan.gradient(id).isPresent()).toList();
    plan.measure(reached, kernels);
    plan.forward(Mode.TRAIN);
    plan.backward();
    for (int n = 0; n < reached.size(); n++) {
      Tensor end = plan.gradient(reached.get(n)).orElseThrow();
      assertThat(plan.norms().of(n)).isEqualTo(Math.sqrt(kernels.sumOfSquares(end.grads(), end.count()))).isPositive();
    }
  }

  @Test
  void changingOneNodeKeepsTheWeightsOfTheOthers() {
    Network network = siamese();
    Parameters old = Parameters.initial(network, network.analyse(), SEEDS);
    old.find(3, "weight").orElseThrow().tensor().set(1, 2, 3, 4, 5, 6, 7, 8, 9);
    Network changed = network.with(7, node -> node.withLayer(Dense.of(5, Activation.RELU)));
    Parameters renewed = Parameters.renewed(changed, changed.analyse(), SEEDS, old);
    assertThat(renewed.find(3, "weight").orElseThrow().tensor().get(2, 2)).isEqualTo(9);
    assertThat(renewed.find(7, "weight").orElseThrow().tensor().rowCount()).isEqualTo(5);
  }

  @Test
  void aNodeWithoutWiresKeepsWhatItHasLearnedUntilItIsWiredAgain() {
    Network network = siamese();
    Parameters old = Parameters.initial(network, network.analyse(), SEEDS);
    Network loose = network.sources(7).stream().map(Node::id).reduce(network, (n, source) -> n.unwire(source, 7), (one, other) -> other);
    Parameters without = Parameters.renewed(loose, loose.analyse(), SEEDS, old);
    assertThat(without.learned()).noneMatch(parameter -> parameter.node() == 7);
    Parameters again = Parameters.renewed(network, network.analyse(), SEEDS, without);
    assertThat(again.newSince(without)).isEmpty();
    assertThat(again.sha256()).isEqualTo(old.sha256());
  }
}
