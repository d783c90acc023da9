package studio.backprop.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.ReferenceCase;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.op.BinaryCrossEntropy;
import studio.backprop.op.KlDivergence;
import studio.backprop.op.Mode;
import studio.backprop.op.TestBuilder;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import tools.jackson.databind.JsonNode;

/** Each loss and its slope, against PyTorch in double precision. */
class LossReferenceTest {
  static Stream<ReferenceCase> cases() {
    return ReferenceCase.all("loss");
  }

  @ParameterizedTest(allowZeroInvocations = true) // another folder may hold other kinds only
  @MethodSource("cases")
  void valueAndSlopeAreThoseOfTheReference(ReferenceCase reference) {
    JsonNode json = reference.json();
    int[] sizes = ReferenceCase.shape(json.get("prediction"));
    TestBuilder builder = new TestBuilder(KernelChoice.create(1), sizes[0], 1);
    Tensor prediction = builder.input(Shape.of(Arrays.copyOfRange(sizes, 1, sizes.length)));
    prediction.set(ReferenceCase.numbers(json.get("prediction")));
    Tensor value = place(builder, prediction, json);
    builder.target().set(ReferenceCase.numbers(json.get("target")));

    builder.forward(Mode.TRAIN);
    ReferenceCase.compare("value", value.get(0, 0), json.get("value").asDouble());
    builder.backward(value, new float[] {1});
    ReferenceCase.compare("slope", prediction.grads(), ReferenceCase.numbers(json.get("gradPrediction")));
  }

  @Test
  void everyLossIsComparedWithPyTorch() {
    assertThat(ReferenceCase.own("loss").map(one -> ReferenceLayers.choice(Loss.class, one.json().get("loss"))).collect(Collectors.toSet()))
        .as("add src/test/resources/reference/loss_<name>.json, which its README describes").containsExactlyInAnyOrderElementsOf(
            Stream.of(Loss.values()).filter(loss -> !loss.isPolicy()).toList()); // PyTorch has no loss of a policy: PolicyLossTest
  }

  /** The loss as the layer places it, but straight over probabilities and log-probabilities, where the layer would expect logits. */
  private static Tensor place(TestBuilder builder, Tensor prediction, JsonNode json) {
    Loss loss = ReferenceLayers.choice(Loss.class, json.get("loss"));
    JsonNode config = json.get("config");
    boolean probabilities = config.has("fromLogits") && !config.get("fromLogits").asBoolean();
    if (loss == Loss.BINARY_CROSS_ENTROPY && probabilities) {
      return builder.add(new BinaryCrossEntropy(builder, prediction, builder.target(prediction.shape())));
    }
    if (loss == Loss.KL_DIVERGENCE) {
      return builder.add(new KlDivergence(builder, prediction, builder.target(prediction.shape())));
    }
    return new Output(loss, config.has("delta") ? config.get("delta").asDouble() : 1).build(builder, List.of(prediction));
  }
}
