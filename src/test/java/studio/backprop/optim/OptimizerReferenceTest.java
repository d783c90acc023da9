package studio.backprop.optim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.ReferenceCase;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.network.Network;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Regularization;
import studio.backprop.tensor.Seeds;
import studio.backprop.tensor.Tensor;
import studio.backprop.train.learn.Regularizer;
import tools.jackson.databind.JsonNode;

/** The weights of one unit, moved by each optimizer and, where it has no weight decay of its own, by the penalty that does the same. */
class OptimizerReferenceTest {
  static Stream<ReferenceCase> cases() {
    return ReferenceCase.all("optimizer");
  }

  @ParameterizedTest(allowZeroInvocations = true) // another folder may hold other kinds only
  @MethodSource("cases")
  void everyStepLandsWhereTheReferenceDoes(ReferenceCase reference) {
    JsonNode json = reference.json();
    JsonNode config = json.get("config");
    String name = json.get("optimizer").asString();
    float[] start = ReferenceCase.numbers(json.get("start"));
    Parameters parameters = oneUnit(start.length);
    Tensor weight = parameters.find(2, "weight").orElseThrow().tensor();
    weight.set(start);
    Regularization penalties = new Regularization(0, ReferenceOptimizers.penalty(name, config), Regularization.Clip.NONE, 1);
    Regularizer regularizer = new Regularizer(penalties, parameters, KernelChoice.create(1));
    OptimizerState state = ReferenceOptimizers.make(name, config).start(List.of(weight));
    for (int i = 0; i < json.get("gradients").size(); i++) {
      float[] gradient = ReferenceCase.numbers(json.get("gradients").get(i));
      System.arraycopy(gradient, 0, weight.grads(), 0, gradient.length);
      regularizer.apply();
      state.step(config.get("learningRate").asDouble());
      ReferenceCase.compare("step " + (i + 1), weight.values(), ReferenceCase.numbers(json.get("trajectory").get(i)));
    }
  }

  @Test
  void everyOptimizerIsComparedWithPyTorchOrPyTorchHasNoSuchOptimizer() {
    Set<String> without = Set.of("lion"); // OptimizerTest works out the rule of its paper
    Set<String> compared = ReferenceCase.own("optimizer").map(ReferenceCase::json)
        .map(json -> OptimizerCatalog.typeOf(ReferenceOptimizers.make(json.get("optimizer").asString(), json.get("config"))).id())
        .collect(Collectors.toSet());
    assertThat(OptimizerCatalog.types().stream().map(OptimizerType::id).filter(id -> !compared.contains(id)))
        .as("add src/test/resources/reference/optimizer_<name>.json, which its README describes")
        .containsExactlyInAnyOrderElementsOf(without);
  }

  private static Parameters oneUnit(int inputs) {
    Network network = Network.EMPTY.add(Input.row(inputs), 0, 0).add(Dense.of(1, Activation.NONE), 0, 0).wire(1, 2);
    return Parameters.initial(network, network.analyse(), new Seeds(1));
  }
}
