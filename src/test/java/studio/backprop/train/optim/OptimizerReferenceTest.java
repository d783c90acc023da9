package studio.backprop.train.optim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.setting.Setting;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import studio.backprop.ReferenceCase;
import tools.jackson.databind.JsonNode;

class OptimizerReferenceTest {
  static Stream<ReferenceCase> cases() {
    return ReferenceCase.all("optimizer");
  }

  @ParameterizedTest(allowZeroInvocations = true) // another folder may hold other kinds only
  @MethodSource("cases")
  void everyStepLandsWhereTheReferenceDoes(ReferenceCase reference) {
    JsonNode json = reference.json();
    float[] start = ReferenceCase.numbers(json.get("start"));
    Tensor parameter = new Tensor("weight", 1, Shape.of(start.length), true);
    parameter.set(start);
    JsonNode config = json.get("config");
    Updates updates = optimizer(json.get("optimizer").asString(), config).start(List.of(parameter));
    for (int i = 0; i < json.get("gradients").size(); i++) {
      float[] gradient = ReferenceCase.numbers(json.get("gradients").get(i));
      System.arraycopy(gradient, 0, parameter.grads(), 0, gradient.length);
      updates.step(config.get("learningRate").asDouble());
      ReferenceCase.compare("step " + (i + 1), parameter.values(), ReferenceCase.numbers(json.get("trajectory").get(i)));
    }
  }

  /** The catalog's optimizer with the coefficients of the case; the reference calls momentum and Nesterov's method sgd, too. */
  private static Optimizer optimizer(String name, JsonNode config) {
    boolean nesterov = config.has("nesterov") && config.get("nesterov").asBoolean();
    String id = nesterov ? "nesterov" : config.has("momentum") ? "momentum" : name;
    OptimizerType type = OptimizerCatalog.find(id).orElseThrow();
    Map<String, Object> values = new HashMap<>(type.form().values(type.fresh()));
    for (Setting setting : type.form().settings()) {
      if (config.has(setting.name())) {
        values.put(setting.name(), config.get(setting.name()).asDouble());
      }
    }
    return type.form().make(values);
  }
}
