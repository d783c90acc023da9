package studio.backprop.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.ReferenceCase;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.op.Mode;
import studio.backprop.op.TestBuilder;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import tools.jackson.databind.JsonNode;

/** Each layer alone: what it gives and both kinds of gradients, against PyTorch in double precision. */
class LayerReferenceTest {
  private static final Map<String, String> ELSEWHERE = Map.of("runningMean", "running_mean", "runningVariance", "running_variance");

  static Stream<ReferenceCase> cases() {
    return ReferenceCase.all("layer");
  }

  private static Layer layer(JsonNode json) {
    return ReferenceLayers.make(json.get("layer").asString(), json.get("config"));
  }

  @ParameterizedTest(allowZeroInvocations = true) // another folder may hold other kinds only
  @MethodSource("cases")
  void outputsAndGradientsAreThoseOfTheReference(ReferenceCase reference) {
    JsonNode json = reference.json();
    Layer layer = layer(json);
    boolean graph = json.has("adjacency");
    TestBuilder builder = new TestBuilder(KernelChoice.create(1), graph ? 1 : shape(json.get("inputs").get(0))[0], 1);
    List<Tensor> inputs = Stream.concat(json.get("inputs").valueStream(), json.optional("adjacency").stream())
        .map(array -> input(builder, array, graph ? 0 : 1)).toList();
    giveParameters(builder, layer.parameters(inputs.stream().map(Tensor::shape).toList()), json);
    Tensor output = layer.build(builder, inputs);
    assertThat(output.shape()).isEqualTo(Shape.of(Arrays.copyOfRange(shape(json.get("output")), graph ? 0 : 1, ReferenceCase.shape(json.get("output")).length)));

    builder.forward(evaluates(json) ? Mode.EVALUATE : Mode.TRAIN);
    ReferenceCase.compare("output", output.values(), ReferenceCase.numbers(json.get("output")));
    compareState(builder, json);

    builder.backward(output, ReferenceCase.numbers(json.get("upstream")));
    for (int i = 0; i < json.get("gradInputs").size(); i++) {
      compareGradient(i, inputs.get(i), json.get("gradInputs").get(i));
    }
    for (Map.Entry<String, JsonNode> expected : json.get("gradParams").properties()) {
      float[] gradients = builder.parameter(expected.getKey()).grads();
      ReferenceCase.compare("gradient of " + expected.getKey(), gradients, ReferenceCase.numbers(expected.getValue()));
    }
  }

  /** @param expected no numbers where the input is an index */
  private static void compareGradient(int number, Tensor input, JsonNode expected) {
    if (!expected.isNull()) {
      ReferenceCase.compare("gradient of input " + number, input.grads(), ReferenceCase.numbers(expected));
    }
  }

  private static boolean evaluates(JsonNode json) {
    return json.get("config").has("training") && !json.get("config").get("training").asBoolean();
  }

  private static int[] shape(JsonNode array) {
    return ReferenceCase.shape(array);
  }

  /** @param batchAxes how many axes of the array count examples: none where it is one graph */
  private static Tensor input(TestBuilder builder, JsonNode array, int batchAxes) {
    int[] sizes = shape(array);
    Tensor input = builder.input(Shape.of(Arrays.copyOfRange(sizes, batchAxes, sizes.length)));
    input.set(ReferenceCase.numbers(array));
    return input;
  }

  /** Makes the parameters that the layer asks for, with the numbers of the reference. */
  private static void giveParameters(TestBuilder builder, List<ParameterSpec> specs, JsonNode json) {
    for (ParameterSpec spec : specs) {
      Tensor parameter = builder.parameter(spec.name(), spec.rows(), spec.shape(), spec.role() != ParameterSpec.Role.STATE);
      JsonNode learned = json.get("params").get(spec.name());
      parameter.set(ReferenceCase.numbers(learned != null ? learned : state(json, spec.name())));
    }
  }

  private static JsonNode state(JsonNode json, String name) {
    return ELSEWHERE.entrySet().stream().filter(e -> e.getValue().equals(name)).map(e -> json.get(e.getKey())).findFirst().orElseThrow();
  }

  private static void compareState(TestBuilder builder, JsonNode json) {
    ELSEWHERE.forEach(
        (there, here) -> {
          if (json.has(there + "After")) {
            ReferenceCase.compare(here, builder.parameter(here).values(), ReferenceCase.numbers(json.get(there + "After")));
          }
        });
  }

  @Test
  void everyCaseIsOfAKnownKind() {
    assertThat(ReferenceCase.all().map(ReferenceCase::kind)).isSubsetOf("layer", "loss", "optimizer", "network");
  }
}
