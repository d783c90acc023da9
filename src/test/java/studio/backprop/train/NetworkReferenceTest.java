package studio.backprop.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.ReferenceCase;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.layer.BatchNorm;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.Layer;
import studio.backprop.layer.LayerNorm;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.layer.ReferenceLayers;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.op.Mode;
import studio.backprop.optim.OptimizerState;
import studio.backprop.optim.ReferenceOptimizers;
import studio.backprop.plan.Compiler;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.plan.Parameter;
import studio.backprop.plan.Parameters;
import studio.backprop.plan.Plan;
import studio.backprop.project.Regularization;
import studio.backprop.tensor.Seeds;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import studio.backprop.train.learn.Regularizer;
import tools.jackson.databind.JsonNode;

/** Whole networks: twenty steps of training, through network, plan, ops, penalties and optimizer. */
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
    JsonNode first = json.get("params");
    places(network, parameters, first).forEach((name, place) -> place.tensor().set(place.ourLayout(first.get(name))));
    JsonNode training = json.get("training");
    int batch = json.get("batchSize").asInt();
    Plan plan = Compiler.compile(network, parameters, KernelChoice.create(1), SEEDS, Purpose.TRAIN, batch);
    List<Tensor> learned = parameters.learned().stream().map(Parameter::tensor).toList();
    OptimizerState state = ReferenceOptimizers.make(training.get("optimizer").asString(), training).start(learned);
    Regularizer regularizer = new Regularizer(penalties(training), parameters, KernelChoice.create(1));
    double rate = training.get("learningRate").asDouble();
    for (int step = 0; step < json.get("losses").size(); step++) {
      feed(plan, json, step * batch);
      plan.forward(Mode.TRAIN);
      ReferenceCase.compare("loss " + step, plan.lossValue(), json.get("losses").get(step).asDouble());
      plan.backward();
      regularizer.apply();
      state.step(rate);
    }
    JsonNode last = json.get("finalParams");
    places(network, parameters, last)
        .forEach((name, place) -> ReferenceCase.compare(name, place.tensor().values(), place.ourLayout(last.get(name))));
    feed(plan, json, 0);
    plan.forward(Mode.EVALUATE);
    Node predicting = network.nodes().get(network.nodes().size() - 2);
    Tensor prediction = plan.output(predicting.id()).orElseThrow();
    float[] numbers = new float[prediction.count()];
    prediction.copyTo(numbers);
    ReferenceCase.compare("prediction", numbers, ReferenceCase.numbers(json.get("prediction")));
  }

  private static Regularization penalties(JsonNode training) {
    double l1 = training.has("l1") ? training.get("l1").asDouble() : 0;
    double l2 = training.has("l2") ? training.get("l2").asDouble() : 0;
    return new Regularization(l1, l2, Regularization.Clip.NONE, 1);
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

  /** The tensor of a parameter, and how the reference lays it out. */
  private record Place(Tensor tensor, boolean turned) {
    /** The reference keeps dense weights as [out, in], this program as [in, out]. */
    float[] ourLayout(JsonNode array) {
      float[] numbers = ReferenceCase.numbers(array);
      if (!turned) {
        return numbers;
      }
      int out = ReferenceCase.shape(array)[0];
      int in = ReferenceCase.shape(array)[1];
      float[] here = new float[numbers.length];
      for (int i = 0; i < numbers.length; i++) {
        here[i % in * out + i / in] = numbers[i];
      }
      return here;
    }
  }

  /** Where each array of the reference belongs: those of one layer follow each other and begin with its number among PyTorch's modules. */
  private static Map<String, Place> places(Network network, Parameters parameters, JsonNode arrays) {
    List<Node> learning = network.nodes().stream().filter(node -> parameters.of(node.id()).stream().anyMatch(Parameter::learned)).toList();
    List<String> modules = arrays.propertyNames().stream().map(name -> name.split("\\.")[0]).distinct().toList();
    assertThat(learning).hasSameSizeAs(modules);
    Map<String, Place> places = new LinkedHashMap<>();
    for (String name : arrays.propertyNames()) {
      Node node = learning.get(modules.indexOf(name.split("\\.")[0]));
      Tensor tensor = parameters.find(node.id(), ours(name, node.layer())).orElseThrow().tensor();
      places.put(name, new Place(tensor, node.layer() instanceof Dense && tensor.shape().rank() == 1 && name.endsWith("weight")));
    }
    assertThat(places.values().stream().map(Place::tensor)).containsAll(parameters.learned().stream().map(Parameter::tensor).toList());
    return places;
  }

  /** This program's name of an array: {@code 4.weight_ih_l0_reverse} is weightIhReverse. */
  private static String ours(String name, Layer layer) {
    String plain = name.substring(name.indexOf('.') + 1).replace("_l0", "").replace('.', '_');
    if (layer instanceof BatchNorm || layer instanceof LayerNorm) {
      plain = Map.of("weight", "gamma", "bias", "beta", "running_var", "running_variance").getOrDefault(plain, plain);
      return plain;
    }
    return Pattern.compile("_(.)").matcher(plain).replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
  }
}
