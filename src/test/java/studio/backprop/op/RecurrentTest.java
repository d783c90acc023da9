package studio.backprop.op;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.op.Recurrent.Reading;
import studio.backprop.op.Recurrent.Weights;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/** What the slopes and the reference do not say about layers that read step by step. */
class RecurrentTest {
  private static final int FEATURES = 2;
  private static final int UNITS = 5;

  /** Places one of the layers over a sequence. */
  private interface Kind {
    Recurrent over(TestBuilder builder, Tensor x, Weights weights, Reading reading);
  }

  static Stream<Kind> kinds() {
    return Stream.of(
        (b, x, w, r) -> new SimpleRnnSteps(b, "y", x, w, r), (b, x, w, r) -> new LstmSteps(b, "y", x, w, r),
        (b, x, w, r) -> new GruSteps(b, "y", x, w, r));
  }

  private static Weights weights(TestBuilder b) {
    SplittableRandom random = new SplittableRandom(5);
    // enough rows for four gates; a layer with fewer reads the first
    List<Tensor> made =
        List.of(
            b.parameter("weightIh", 4 * UNITS, Shape.of(FEATURES), true), b.parameter("weightHh", 4 * UNITS, Shape.of(UNITS), true),
            b.parameter("biasIh", 1, Shape.of(4 * UNITS), true), b.parameter("biasHh", 1, Shape.of(4 * UNITS), true));
    made.forEach(tensor -> Values.AWAY_FROM_ZERO.fill(tensor, random));
    return new Weights(made.get(0), made.get(1), made.get(2), made.get(3));
  }

  private static Recurrent read(Kind kind, float[] sequence, float[] counts, boolean fromEnd) {
    TestBuilder builder = new TestBuilder(KernelChoice.create(1), 1, 1);
    int steps = sequence.length / FEATURES;
    Tensor x = builder.input(Shape.of(steps, FEATURES));
    x.set(sequence);
    Tensor mask = counts == null ? null : builder.input(Shape.of(steps));
    if (mask != null) {
      mask.set(counts);
    }
    Recurrent placed = kind.over(builder, x, weights(builder), new Reading(mask, false, fromEnd));
    builder.add(placed);
    builder.forward(Mode.TRAIN);
    return placed;
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void stepsThatDoNotCountCouldAsWellBeMissing(Kind kind) {
    float[] padded = {9, 9, 0.5f, -1, 0.2f, 0.7f, 9, 9, 9, 9};
    float[] counts = {0, 1, 1, 0, 0};
    float[] plain = {0.5f, -1, 0.2f, 0.7f};
    for (boolean fromEnd : new boolean[] {false, true}) {
      assertThat(read(kind, padded, counts, fromEnd).output().values())
          .isEqualTo(read(kind, plain, null, fromEnd).output().values());
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void fromTheEndIsForwardThroughTheReversedSequence(Kind kind) {
    Recurrent backward = read(kind, new float[] {1, 2, 3, 4, 5, 6}, null, true);
    Recurrent forward = read(kind, new float[] {5, 6, 3, 4, 1, 2}, null, false);
    assertThat(backward.output().values()).isEqualTo(forward.output().values());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theStatesOfAnExampleCanBeReadStepByStep(Kind kind) {
    Recurrent placed = read(kind, new float[] {1, 2, 3, 4, 5, 6}, null, false);
    Tensor states = placed.inner().stream().filter(tensor -> tensor.name().equals("states")).findFirst().orElseThrow();
    float[] all = new float[4 * UNITS];
    states.copyRow(0, all);
    assertThat(Arrays.copyOf(all, UNITS)).containsOnly(0);
    assertThat(Arrays.copyOfRange(all, 3 * UNITS, 4 * UNITS)).isEqualTo(placed.output().values());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void oneAndThreeThreadsGiveTheSameBits(Kind kind) {
    assertThat(gradients(kind, 3)).isDeepEqualTo(gradients(kind, 1));
  }

  private static float[][] gradients(Kind kind, int threads) {
    try (Kernels kernels = KernelChoice.create(threads)) {
      TestBuilder builder = new TestBuilder(kernels, 37, 1);
      Tensor x = builder.input(Shape.of(6, FEATURES));
      Values.AWAY_FROM_ZERO.fill(x, new SplittableRandom(3));
      Weights weights = weights(builder);
      Recurrent placed = kind.over(builder, x, weights, new Reading(null, true, false));
      builder.add(placed);
      float[] upstream = new float[placed.output().count()];
      Arrays.fill(upstream, 1f);
      builder.forward(Mode.TRAIN);
      builder.backward(placed.output(), upstream);
      return new float[][] {
        placed.output().values(), x.grads(), weights.input().grads(), weights.state().grads(), weights.inputBias().grads()
      };
    }
  }
}
