package studio.backprop.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.evaluate.attribution.Attribution;
import studio.backprop.evaluate.attribution.GradCam;
import studio.backprop.evaluate.attribution.IntegratedGradients;
import studio.backprop.evaluate.attribution.Occlusion;
import studio.backprop.evaluate.attribution.Saliency;
import studio.backprop.evaluate.attribution.Score;
import studio.backprop.evaluate.attribution.ScoredNetwork;
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
import studio.backprop.plan.Parameters;
import studio.backprop.tensor.Seeds;
import studio.backprop.tensor.Shape;

/** Attributions of small networks with given weights, against PyTorch's gradients; the engine computes in single precision. */
class ExplanationReferenceTest {
  private static final double TOLERANCE = 1e-4;

  static Stream<EvaluationCase> cases() {
    return EvaluationCase.all().filter(reference -> reference.kind().equals("explanation"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isTheAttributionOfTheReference(EvaluationCase reference) {
    String model = reference.given().get("model").asString();
    switch (model) {
      case "dense_tanh_dense" -> dense(reference);
      case "conv_pool_conv_dense" -> convolution(reference);
      default -> fail("unknown model " + model);
    }
  }

  private static void dense(EvaluationCase reference) {
    int features = reference.given().get("x").get("shape").get(0).asInt();
    int classes = reference.given().get("b2").get("shape").get(0).asInt();
    int hidden = reference.given().get("b1").get("shape").get(0).asInt();
    Network network = chain(Input.row(features), Dense.of(hidden, Activation.TANH), Dense.of(classes, Activation.SOFTMAX),
        Output.of(Loss.CROSS_ENTROPY));
    Parameters parameters = Parameters.initial(network, network.analyse(), new Seeds(0));
    set(parameters, 2, reference, "w1", "b1");
    set(parameters, 3, reference, "w2", "b2");
    ScoredNetwork scored = new ScoredNetwork(network, parameters, KernelChoice.create(1), features);
    float[] x = floats(reference.numbers("x"));
    float[] baseline = floats(reference.numbers("baseline"));
    Score score = Score.ofNumber(reference.given().get("class").asInt());
    Attribution gradient = Saliency.gradient(scored, score, x);
    Map<String, Object> computed = new HashMap<>();
    computed.put("logits", doubles(scored.logits(x)));
    computed.put("gradient", gradient.values());
    computed.put("saliency", Saliency.saliency(scored, score, x).values());
    computed.put("gradient_times_input", IntStream.range(0, features).mapToDouble(i -> gradient.values()[i] * x[i]).toArray());
    computed.put("integrated_gradients", integrated(reference, scored, score, x, baseline));
    computed.put("occlusion",
        Occlusion.of(scored, score, x, baseline, IntStream.range(0, features).mapToObj(i -> new int[] {i}).toList()));
    Attribution twenty = IntegratedGradients.of(scored, score, x, baseline, 20);
    computed.put("difference", new double[] {twenty.difference()});
    double gap = Math.abs(twenty.sum() - twenty.difference());
    assertThat(gap).isBetween(reference.expected().get("completeness_gap_20").asDouble() - TOLERANCE,
        reference.expected().get("completeness_gap_20").asDouble() + TOLERANCE);
    computed.put("completeness_gap_20", reference.expected().get("completeness_gap_20").asDouble());
    reference.compareFloats(computed);
  }

  private static void convolution(EvaluationCase reference) {
    int side = reference.given().get("x").get("shape").get(1).asInt();
    int maps = reference.given().get("b1").get("shape").get(0).asInt();
    int last = reference.given().get("b2").get("shape").get(0).asInt();
    int classes = reference.given().get("b").get("shape").get(0).asInt();
    Network network = chain(new Input(Shape.of(1, side, side)), Conv2d.of(maps, 3, Padding.SAME, Activation.RELU), MaxPool2d.of(2),
        Conv2d.of(last, 3, Padding.SAME, Activation.RELU), new Flatten(), Dense.of(classes, Activation.SOFTMAX),
        Output.of(Loss.CROSS_ENTROPY));
    Parameters parameters = Parameters.initial(network, network.analyse(), new Seeds(0));
    set(parameters, 2, reference, "k1", "b1");
    set(parameters, 4, reference, "k2", "b2");
    set(parameters, 6, reference, "w", "b");
    ScoredNetwork scored = new ScoredNetwork(network, parameters, KernelChoice.create(1), side * side);
    float[] x = floats(reference.numbers("x"));
    float[] baseline = floats(reference.numbers("baseline"));
    int index = reference.given().get("class").asInt();
    Score score = Score.ofNumber(index);
    GradCam cam = GradCam.of(scored, score, x, 4);
    Map<String, Object> computed = new HashMap<>();
    computed.put("logits", doubles(scored.logits(x)));
    computed.put("saliency", Saliency.saliency(scored, score, x).values());
    computed.put("alpha", cam.weights());
    computed.put("grad_cam", cam.map());
    computed.put("grad_cam_of_logit_less_mean", GradCam.of(scored, Score.ofClass(index, 0, classes), x, 4).map());
    computed.put("hires_cam", cam.perPosition());
    computed.put("grad_cam_upsampled", cam.enlarged(cam.map(), side, side));
    computed.put("occlusion_2x2", Occlusion.of(scored, score, x, baseline, Occlusion.windows(1, side, side, 2, 1)));
    computed.put("integrated_gradients", integrated(reference, scored, score, x, baseline));
    computed.put("difference", new double[] {IntegratedGradients.of(scored, score, x, baseline, 10).difference()});
    reference.compareFloats(computed);
  }

  private static Map<String, Object> integrated(
      EvaluationCase reference, ScoredNetwork scored, Score score, float[] x, float[] baseline) {
    Map<String, Object> computed = new LinkedHashMap<>();
    for (String steps : reference.expected().get("integrated_gradients").propertyNames()) {
      int count = steps.equals("exact") ? 4000 : Integer.parseInt(steps);
      computed.put(steps, IntegratedGradients.of(scored, score, x, baseline, count).values());
    }
    Attribution converged = IntegratedGradients.of(scored, score, x, baseline, () -> false);
    assertThat(converged.converged()).isTrue();
    assertThat(converged.gap()).isLessThan(IntegratedGradients.TOLERANCE);
    return computed;
  }

  private static Network chain(Layer... layers) {
    Network network = Network.EMPTY;
    for (Layer layer : layers) {
      Network longer = network.add(layer, 0, 0);
      network = network.nextId() == 1 ? longer : longer.wire(network.nextId() - 1, network.nextId());
    }
    return network;
  }

  private static void set(Parameters parameters, int node, EvaluationCase reference, String weight, String bias) {
    parameters.find(node, "weight").orElseThrow().tensor().set(floats(reference.numbers(weight)));
    parameters.find(node, "bias").orElseThrow().tensor().set(floats(reference.numbers(bias)));
  }

  private static float[] floats(double[] numbers) {
    float[] floats = new float[numbers.length];
    IntStream.range(0, floats.length).forEach(i -> floats[i] = (float) numbers[i]);
    return floats;
  }

  private static double[] doubles(float[] numbers) {
    return IntStream.range(0, numbers.length).mapToDouble(i -> numbers[i]).toArray();
  }
}
