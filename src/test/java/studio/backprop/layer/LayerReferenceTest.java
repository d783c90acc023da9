package studio.backprop.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.ReferenceCase;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.kernel.ScalarKernels;
import studio.backprop.kernel.Workers;
import studio.backprop.op.Mode;
import studio.backprop.op.TestBuilder;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import tools.jackson.databind.JsonNode;

/** Each layer alone: what it gives and both kinds of gradients, against PyTorch in double precision. */
class LayerReferenceTest {
  private static final Map<String, String> ELSEWHERE = Map.of("runningMean", "running_mean", "runningVariance", "running_variance");

  /**
   * A case computed in one way.
   *
   * @param lanes examples that lie side by side
   */
  record Way(ReferenceCase reference, Kernels kernels, int lanes) {
    @Override
    public String toString() {
      return reference + (kernels instanceof ScalarKernels ? " in plain Java" : "") + (lanes > 1 ? " in lanes" : "");
    }
  }

  /** Every case by both kinds of kernels, and with its batch in lanes where the layer reads it so and it fills them. */
  static Stream<Way> ways() {
    Kernels plain = new ScalarKernels(Workers.of(1));
    Kernels vector = KernelChoice.create(1);
    return ReferenceCase.all("layer").flatMap(reference -> {
      Stream<Way> rows = Stream.of(new Way(reference, plain, 1), new Way(reference, vector, 1));
      return fillsLanes(reference.json(), vector.lanes()) ? Stream.concat(rows, Stream.of(new Way(reference, vector, vector.lanes())))
          : rows;
    });
  }

  private static boolean fillsLanes(JsonNode json, int lanes) {
    int[] sizes = shape(json.get("inputs").get(0));
    Layout storage = layer(json).layout();
    return lanes > 1 && sizes.length == 4 && sizes[0] % lanes == 0 && (storage == Layout.LANES || storage == Layout.EITHER);
  }

  private static Layer layer(JsonNode json) {
    return ReferenceLayers.make(json.get("layer").asString(), json.get("config"));
  }

  @ParameterizedTest(allowZeroInvocations = true) // another folder may hold other kinds only
  @MethodSource("ways")
  void outputsAndGradientsAreThoseOfTheReference(Way way) {
    JsonNode json = way.reference().json();
    Layer layer = layer(json);
    boolean graph = json.has("adjacency");
    TestBuilder builder = new TestBuilder(way.kernels(), graph ? 1 : shape(json.get("inputs").get(0))[0], 1);
    List<Tensor> inputs = Stream.concat(json.get("inputs").valueStream(), json.optional("adjacency").stream())
        .map(array -> input(builder, array, graph ? 0 : 1, way.lanes())).toList();
    List<Shape> shapes = inputs.stream().map(Tensor::shape).toList();
    Shape expected = example(json.get("output"), graph ? 0 : 1);
    assertThat(layer.infer(shapes).shape()).isEqualTo(expected);
    giveParameters(builder, layer.parameters(shapes), json);
    Tensor output = layer.build(builder, inputs);
    assertThat(output.shape()).isEqualTo(expected);

    builder.forward(evaluates(json) ? Mode.EVALUATE : Mode.TRAIN);
    compare("output", output, output::copyTo, json.get("output"));
    compareState(builder, json);

    Tensor upstream = new Tensor("upstream", output.rows(), output.shape(), output.lanes(), false);
    upstream.set(ReferenceCase.numbers(json.get("upstream")));
    builder.backward(output, upstream.values());
    for (int i = 0; i < json.get("gradInputs").size(); i++) {
      if (!json.get("gradInputs").get(i).isNull()) { // an index has none
        compare("gradient of input " + i, inputs.get(i), inputs.get(i)::copyGradsTo, json.get("gradInputs").get(i));
      }
    }
    for (Map.Entry<String, JsonNode> gradient : json.get("gradParams").properties()) {
      Tensor parameter = builder.parameter(gradient.getKey());
      compare("gradient of " + gradient.getKey(), parameter, parameter::copyGradsTo, gradient.getValue());
    }
  }

  /** Compares what {@code copy} takes from the tensor, row-major. */
  private static void compare(String what, Tensor tensor, Consumer<float[]> copy, JsonNode expected) {
    float[] numbers = new float[tensor.count()];
    copy.accept(numbers);
    ReferenceCase.compare(what, numbers, ReferenceCase.numbers(expected));
  }

  private static boolean evaluates(JsonNode json) {
    return json.get("config").has("training") && !json.get("config").get("training").asBoolean();
  }

  private static int[] shape(JsonNode array) {
    return ReferenceCase.shape(array);
  }

  /** @param batchAxes how many axes of the array count examples: none where it is one graph */
  private static Tensor input(TestBuilder builder, JsonNode array, int batchAxes, int lanes) {
    Tensor input = builder.input(example(array, batchAxes), lanes);
    input.set(ReferenceCase.numbers(array));
    return input;
  }

  private static Shape example(JsonNode array, int batchAxes) {
    int[] sizes = shape(array);
    return Shape.of(Arrays.copyOfRange(sizes, batchAxes, sizes.length));
  }

  /** Makes the parameters that the layer asks for, with the numbers of the reference. */
  private static void giveParameters(TestBuilder builder, List<ParameterSpec> specs, JsonNode json) {
    for (ParameterSpec spec : specs) {
      Tensor parameter = builder.parameter(spec.name(), spec.rows(), spec.shape(), !spec.isState());
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

  /**
   * A layer without a reference is a layer that nobody has checked against another program. PyTorch has none of those that are named here;
   * each has a test of its own, or moves numbers without computing.
   */
  @Test
  void everyLayerIsComparedWithPyTorchOrPyTorchHasNoSuchLayer() {
    Set<String> moves = Set.of("input", "flatten", "reshape", "permute", "slice", "repeat", "padding_mask");
    Set<String> random = Set.of("dropout", "gaussian_noise", "gaussian_sample");
    Set<String> own = Set.of(
        "reduce", "global_max_pool2d", "positional_encoding", "average_over_time", "max_over_time", "graph_attention", "graph_pool",
        "graph_readout");
    Set<String> elsewhere = Set.of("output", "depthwise_conv2d"); // see LossReferenceTest; the op is that of conv2d with groups
    Set<String> without = Stream.of(moves, random, own, elsewhere).flatMap(Set::stream).collect(Collectors.toSet());
    Set<String> compared = ReferenceCase.own("layer").map(reference -> LayerCatalog.typeOf(layer(reference.json())).id())
        .collect(Collectors.toSet());
    assertThat(LayerCatalog.types().stream().map(LayerType::id).filter(id -> !compared.contains(id)))
        .as("add src/test/resources/reference/<layer>.json, which its README describes").containsExactlyInAnyOrderElementsOf(without);
  }

  @Test
  void everyCaseIsOfAKnownKind() {
    assertThat(ReferenceCase.all().map(ReferenceCase::kind)).isSubsetOf("layer", "loss", "optimizer", "network");
  }
}
