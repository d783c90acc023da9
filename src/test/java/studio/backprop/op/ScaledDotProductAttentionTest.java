package studio.backprop.op;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.op.ScaledDotProductAttention.Columns;
import studio.backprop.op.ScaledDotProductAttention.Sight;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/** What can be read of attention from outside: who looks at whom. */
class ScaledDotProductAttentionTest {
  private static final int BATCH = 2;
  private static final int TIME = 4;
  private static final int HEADS = 2;
  private static final int WIDTH = 6;

  private final TestBuilder builder = new TestBuilder(KernelChoice.create(1), BATCH, 1);
  private final Tensor x = builder.input(Shape.of(TIME, 3 * WIDTH));

  private ScaledDotProductAttention attend(Sight sight) {
    Values.AWAY_FROM_ZERO.fill(x, new SplittableRandom(3));
    ScaledDotProductAttention op = new ScaledDotProductAttention(builder, "y", new Columns(x, 0), new Columns(x, WIDTH),
        new Columns(x, 2 * WIDTH), WIDTH, HEADS, sight);
    op.forward(Mode.TRAIN);
    return op;
  }

  private static float weight(ScaledDotProductAttention op, int row, int head, int query, int key) {
    return op.inner().get(1).get(row, (head * TIME + query) * TIME + key);
  }

  @Test
  void theWeightsOfAQueryAddUpToOne() {
    ScaledDotProductAttention op = attend(new Sight(null, false));
    assertThat(op.inner()).extracting(Tensor::name).containsExactly("scores", "weights");
    assertThat(op.inner().get(1).shape()).isEqualTo(Shape.of(HEADS, TIME, TIME));
    for (int line = 0; line < BATCH * HEADS * TIME; line++) {
      float sum = 0;
      for (int key = 0; key < TIME; key++) {
        sum += op.inner().get(1).get(line / (HEADS * TIME), line % (HEADS * TIME) * TIME + key);
      }
      assertThat(sum).isCloseTo(1, Offset.offset(1e-5f));
    }
  }

  @Test
  void aScoreIsTheProductOfItsQueryAndItsKey() {
    Tensor scores = attend(new Sight(null, false)).inner().get(0);
    int width = WIDTH / HEADS;
    float sum = 0;
    for (int j = 0; j < width; j++) {
      sum += x.get(1, 3 * WIDTH * 2 + width + j) * x.get(1, 3 * WIDTH * 3 + WIDTH + width + j);
    }
    int queryTwoKeyThreeOfTheSecondHead = (TIME + 2) * TIME + 3;
    assertThat(scores.get(1, queryTwoKeyThreeOfTheSecondHead)).isCloseTo(sum, Offset.offset(1e-5f));
    float[] copy = new float[scores.rowCount()];
    scores.copyRow(1, copy);
    assertThat(copy[queryTwoKeyThreeOfTheSecondHead]).isEqualTo(scores.get(1, queryTwoKeyThreeOfTheSecondHead));
  }

  @Test
  void whatIsCausalSeesNoFuture() {
    ScaledDotProductAttention op = attend(new Sight(null, true));
    assertThat(weight(op, 0, 1, 0, 0)).isEqualTo(1);
    assertThat(weight(op, 0, 1, 1, 2)).isZero();
    assertThat(weight(op, 0, 1, 3, 2)).isPositive();
  }

  @Test
  void paddingIsNotLookedAtAndWhoSeesNothingGetsZeros() {
    Tensor counts = new Tensor("counts", BATCH, Shape.of(TIME), false);
    counts.set(1, 0, 1, 0, 0, 0, 0, 0);
    ScaledDotProductAttention op = attend(new Sight(counts, false));
    assertThat(weight(op, 0, 0, 1, 1)).isZero();
    assertThat(weight(op, 0, 0, 1, 0) + weight(op, 0, 0, 1, 2)).isCloseTo(1, Offset.offset(1e-5f));
    float[] blind = new float[op.output().rowCount()];
    op.output().copyRow(1, blind);
    assertThat(blind).containsOnly(0);
  }

  @Test
  void theBitsDoNotDependOnTheNumberOfThreads() {
    assertThat(manyHeads(3)).isEqualTo(manyHeads(1));
  }

  /** The gradient of a layer norm and attention large enough to be shared out. */
  private static float[] manyHeads(int threads) {
    try (Kernels kernels = KernelChoice.create(threads)) {
      TestBuilder large = new TestBuilder(kernels, 16, 1);
      Tensor x = large.input(Shape.of(32, 96));
      Values.AWAY_FROM_ZERO.fill(x, new SplittableRandom(5));
      Tensor gamma = large.parameter("gamma", 1, Shape.of(96), true);
      Tensor beta = large.parameter("beta", 1, Shape.of(96), true);
      Values.AWAY_FROM_ZERO.fill(gamma, new SplittableRandom(6));
      Tensor rows = large.add(new LayerNormalization(large, "n", x, gamma, beta, 1e-5));
      ScaledDotProductAttention op = new ScaledDotProductAttention(large, "y", new Columns(rows, 0), new Columns(rows, 32),
          new Columns(rows, 64), 32, 4, new Sight(null, true));
      large.add(op);
      large.forward(Mode.TRAIN);
      large.backward(op.output(), op.output().values().clone());
      float[] both = Arrays.copyOf(x.grads(), x.count() + gamma.count());
      System.arraycopy(gamma.grads(), 0, both, x.count(), gamma.count());
      return both;
    }
  }

  @Test
  void aTokenWithoutARowIsNamed() {
    Tensor tokens = builder.input(Shape.of(3));
    tokens.set(0, 1, 2, 0, 7, 1);
    Gather lookup = new Gather(builder, "y", tokens, builder.parameter("weight", 3, Shape.of(2), true));
    lookup.forward(Mode.TRAIN);
    assertThat(lookup.refusal().orElseThrow().args()).containsExactly(7, 3, 2);
    tokens.set(0, 1, 2, 0, 2, 1);
    lookup.forward(Mode.TRAIN);
    assertThat(lookup.refusal()).isEmpty();
  }
}
