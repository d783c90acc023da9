package studio.backprop.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.ReferenceCase;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.layer.Input;
import studio.backprop.layer.Layer;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.layer.ReferenceLayers;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.op.Mode;
import studio.backprop.plan.Compiler;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.plan.Parameter;
import studio.backprop.plan.Parameters;
import studio.backprop.plan.Plan;
import studio.backprop.tensor.Seeds;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import studio.backprop.train.optim.Optimizer;
import studio.backprop.train.optim.OptimizerCatalog;
import studio.backprop.train.optim.OptimizerType;
import studio.backprop.train.optim.Updates;
import tools.jackson.databind.JsonNode;

/** Whole networks: twenty steps of training, through network, plan, ops and optimizer. */
class NetworkReferenceTest {
  private static final Seeds SEEDS = new Seeds(1);

  static Stream<ReferenceCase> cases() {
    return ReferenceCase.all("network");
  }

  @ParameterizedTest(allowZeroInvocations = true) // another folder may hold other kinds only
  @MethodSource("cases")
  void twentyStepsOfTrainingFollowTheReference(ReferenceCase reference) {
    JsonNode json = reference.json();
    Network network = network(json);
    Parameters parameters = Parameters.initial(network, network.analyse(), SEEDS);
    setParameters(parameters, json.get("params"));
    int batch = json.get("batchSize").asInt();
    Plan plan = Compiler.compile(network, parameters, KernelChoice.create(1), SEEDS, Purpose.TRAIN, batch);
    Updates updates = optimizer(json.get("training")).start(parameters.learned().stream().map(Parameter::tensor).toList());
    double rate = json.get("training").get("learningRate").asDouble();
    for (int step = 0; step < json.get("losses").size(); step++) {
      feed(plan, json, step * batch);
      plan.forward(Mode.TRAIN);
      ReferenceCase.compare("loss " + step, plan.lossValue(), json.get("losses").get(step).asDouble());
      plan.backward();
      updates.step(rate);
    }
    compareParameters(parameters, json.get("finalParams"));
    feed(plan, json, 0);
    plan.forward(Mode.EVALUATE);
    Node last = network.nodes().get(network.nodes().size() - 2);
    ReferenceCase.compare("prediction", plan.output(last.id()).orElseThrow().values(), ReferenceCase.numbers(json.get("prediction")));
  }

  /** Input, the layers of the case in a row, and the loss. */
  private static Network network(JsonNode json) {
    int[] sizes = ReferenceCase.shape(json.get("inputs"));
    int[] example = Arrays.copyOfRange(sizes, 1, sizes.length);
    Network network = append(Network.EMPTY, new Input(Shape.of(example)));
    for (JsonNode layer : json.get("layers")) {
      network = append(network, ReferenceLayers.make(layer.get("layer").asString(), layer));
    }
    return append(network, Output.of(Loss.valueOf(json.get("training").get("loss").asString().toUpperCase(Locale.ROOT))));
  }

  private static Network append(Network network, Layer layer) {
    Network longer = network.add(layer, 0, 0);
    return network.nextId() == 1 ? longer : longer.wire(network.nextId() - 1, network.nextId());
  }

  private static Optimizer optimizer(JsonNode training) {
    OptimizerType type = OptimizerCatalog.find(training.has("momentum") ? "momentum" : training.get("optimizer").asString()).orElseThrow();
    Map<String, Object> values = new LinkedHashMap<>(type.form().values(type.fresh()));
    values.replaceAll((name, usual) -> training.has(name) ? training.get(name).asDouble() : usual);
    return type.form().make(values);
  }

  private static void feed(Plan plan, JsonNode json, int from) {
    copyRows(plan.inputs().get(0), json.get("inputs"), from);
    copyRows(plan.target(), json.get("targets"), from);
  }

  private static void copyRows(Tensor to, JsonNode array, int from) {
    float[] numbers = ReferenceCase.numbers(array);
    int rows = ReferenceCase.shape(array)[0];
    for (int row = 0; row < to.rows(); row++) {
      to.setRow(row, numbers, (from + row) % rows * to.rowCount());
    }
  }

  private static void setParameters(Parameters parameters, JsonNode given) {
    List<JsonNode> arrays = inOrder(given);
    assertThat(parameters.all()).hasSameSizeAs(arrays);
    for (int i = 0; i < arrays.size(); i++) {
      parameters.all().get(i).tensor().set(ourLayout(arrays.get(i)));
    }
  }

  private static void compareParameters(Parameters parameters, JsonNode expected) {
    List<JsonNode> arrays = inOrder(expected);
    for (int i = 0; i < arrays.size(); i++) {
      ReferenceCase.compare("parameter " + i, parameters.all().get(i).tensor().values(), ourLayout(arrays.get(i)));
    }
  }

  private static List<JsonNode> inOrder(JsonNode params) {
    return params.valueStream().toList();
  }

  /** The reference keeps dense weights as [out, in], this program as [in, out]. */
  private static float[] ourLayout(JsonNode array) {
    float[] numbers = ReferenceCase.numbers(array);
    int[] sizes = ReferenceCase.shape(array);
    if (sizes.length != 2) {
      return numbers;
    }
    float[] turned = new float[numbers.length];
    for (int out = 0; out < sizes[0]; out++) {
      for (int in = 0; in < sizes[1]; in++) {
        turned[in * sizes[0] + out] = numbers[out * sizes[1] + in];
      }
    }
    return turned;
  }
}
