package studio.backprop.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.kernel.ScalarKernels;
import studio.backprop.kernel.Workers;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/** Class weights make of every loss a weighted mean over its known answers: Σ w·cost ⁄ Σ w, which PyTorch has in its cross-entropy. */
class WeightedLossTest {
  private static final ClassWeights THREE = new ClassWeights(List.of(0.5, 1.0, 4.0), true);
  private static final ClassWeights TWO = new ClassWeights(List.of(0.625, 2.5), false);
  private static final Offset<Double> FLOAT = Offset.offset(2e-6);

  /** Builds a loss over a prediction. */
  private interface Place extends BiFunction<TestBuilder, Tensor, LossOp> {}

  /** A loss with weights: [4, shape]. */
  record Case(String name, ClassWeights weights, Shape shape, Values predictions, Place place) {
    LossOp of(TestBuilder builder, Tensor prediction) {
      builder.weigh(weights);
      LossOp loss = place.apply(builder, prediction);
      builder.add(loss);
      return loss;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    Shape three = Shape.of(3);
    Shape times = Shape.of(2, 3);
    Values any = Values.AWAY_FROM_ZERO;
    Place classes = (b, x) -> new CrossEntropyLogits(b, placed(b, new Softmax(b, "p", x)), b.target(x.shape()));
    Place odds = (b, x) -> new BinaryCrossEntropyLogits(b, placed(b, new Sigmoid(b, "p", x)), b.target(x.shape()));
    Place squares = (b, x) -> new MeanSquaredError(b, x, b.target(x.shape()));
    return Stream.of(
        new Case("cross-entropy", THREE, three, any, classes),
        new Case("cross-entropy of two answers each", THREE, times, any, classes),
        new Case("divergence", THREE, three, any, (b, x) -> new KlDivergence(b, x, b.target(x.shape()))),
        new Case("binary of one output", TWO, Shape.of(1), any, odds),
        new Case("binary of five answers each", TWO, Shape.of(5), any, odds),
        new Case("binary, an output a class", THREE, three, any, odds),
        new Case("binary of probabilities", TWO, Shape.of(1), Values.PROBABILITIES,
            (b, x) -> new BinaryCrossEntropy(b, x, b.target(x.shape()))),
        new Case("squares of one output", TWO, Shape.of(1), any, squares),
        new Case("squares, an output a class", THREE, three, any, squares),
        new Case("squares, two answers each", THREE, times, any, squares),
        new Case("hinge", TWO, Shape.of(1), Values.LADDER, (b, x) -> new Hinge(b, x, b.target(x.shape()))),
        new Case("absolute", TWO, Shape.of(1), any, (b, x) -> new MeanAbsoluteError(b, x, b.target(x.shape()))));
  }

  private static <O extends Op> O placed(TestBuilder builder, O op) {
    builder.add(op);
    return op;
  }

  /** One-hot classes 0, 2, 1, … or bits; the second answer of the last example is not known. */
  private static void label(Tensor target, ClassWeights weights) {
    float[] t = target.values();
    int span = weights.oneHot() ? weights.byClass().size() : 1;
    for (int at = 0; at < t.length; at += span) {
      int label = at / span * 2 % weights.byClass().size();
      for (int i = 0; i < span; i++) {
        t[at + i] = span == 1 ? at % 3 == 0 ? 1 : 0 : i == label ? 1 : 0;
      }
    }
    for (int i = t.length - span; i < t.length && t.length > 4 * span; i++) {
      t[i] = Float.NaN;
    }
  }

  private static LossOp ran(Case one, Kernels kernels, TestBuilder[] made, Tensor[] read) {
    TestBuilder builder = new TestBuilder(kernels, 4, 1);
    Tensor prediction = builder.input(one.shape());
    one.predictions().fill(prediction, new SplittableRandom(3));
    LossOp loss = one.of(builder, prediction);
    label(builder.target(), one.weights());
    builder.forward(Mode.TRAIN);
    made[0] = builder;
    read[0] = prediction;
    return loss;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theLossIsTheWeightedMeanOfWhatAnswersCost(Case one) {
    TestBuilder[] builder = new TestBuilder[1];
    LossOp loss = ran(one, KernelChoice.create(1), builder, new Tensor[1]);
    float[] t = builder[0].target().values();
    int span = one.weights().oneHot() ? one.weights().byClass().size() : 1;
    double sum = 0;
    double mass = 0;
    for (int answer = 0; answer < loss.answers(); answer++) {
      int from = answer * loss.width() / span * span;
      if (!Float.isNaN(t[from])) {
        int label = span == 1 ? (int) t[from] : t[from] == 1 ? 0 : t[from + 1] == 1 ? 1 : 2;
        double weight = one.weights().byClass().get(label);
        assertThat(loss.weight(answer)).isEqualTo(weight);
        sum += weight * loss.cost(answer);
        mass += weight;
      }
    }
    assertThat(loss.total()).isCloseTo(sum / mass, Offset.offset(1e-12));
    assertThat(loss.weightSum()).isCloseTo(mass, Offset.offset(1e-12));
    assertThat((double) loss.output().values()[0]).isCloseTo(sum / mass, FLOAT);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gradientsAreTheSlopes(Case one) {
    for (Kernels kernels : List.of(new ScalarKernels(Workers.of(1)), KernelChoice.create(1))) {
      TestBuilder[] builder = new TestBuilder[1];
      Tensor[] prediction = new Tensor[1];
      LossOp loss = ran(one, kernels, builder, prediction);
      new CentralDifference(builder[0], loss.output(), Mode.TRAIN, new SplittableRandom(7)).check(List.of(prediction[0]));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void equalWeightsChangeNothing(Case one) {
    List<Double> twice = one.weights().byClass().stream().map(weight -> 2.0).toList();
    Case even = new Case("", new ClassWeights(twice, one.weights().oneHot()), one.shape(), one.predictions(), one.place());
    Case plain = new Case("", ClassWeights.NONE, one.shape(), one.predictions(), one.place());
    TestBuilder[] builder = new TestBuilder[1];
    double weighed = ran(even, KernelChoice.create(1), builder, new Tensor[1]).total();
    float[] targets = builder[0].target().values().clone();
    TestBuilder other = new TestBuilder(KernelChoice.create(1), 4, 1);
    Tensor prediction = other.input(one.shape());
    one.predictions().fill(prediction, new SplittableRandom(3));
    LossOp loss = plain.of(other, prediction);
    other.target().set(targets);
    other.forward(Mode.TRAIN);
    assertThat(weighed).isCloseTo(loss.total(), Offset.offset(1e-12));
    assertThat(loss.weightSum()).isEqualTo(loss.counted());
  }

  /**
   * By hand, in double: {@code F.cross_entropy(z, y, weight=w)} with z = [[1, 2, 0.5], [0, −1, 3], [2, 2, 2]], y = [0, 2, 1] and
   * w = [0.5, 1, 4] is (0.5·1.4643767 + 4·0.0659015 + 1·1.0986123) ⁄ 5.5.
   */
  @Test
  void theCrossEntropyIsThatOfPyTorch() {
    TestBuilder builder = new TestBuilder(KernelChoice.create(1), 3, 1);
    builder.weigh(THREE);
    Tensor z = builder.input(Shape.of(3));
    z.set(1, 2, 0.5f, 0, -1, 3, 2, 2, 2);
    Softmax softmax = placed(builder, new Softmax(builder, "p", z));
    LossOp loss = placed(builder, new CrossEntropyLogits(builder, softmax, builder.target(Shape.of(3))));
    builder.target().set(1, 0, 0, 0, 0, 1, 0, 1, 0);
    builder.forward(Mode.TRAIN);
    double first = Math.log(Math.exp(1) + Math.exp(2) + Math.exp(0.5)) - 1;
    double second = Math.log(1 + Math.exp(-1) + Math.exp(3)) - 3;
    double expected = (0.5 * first + 4 * second + Math.log(3)) / 5.5;
    assertThat(loss.total()).isCloseTo(expected, FLOAT);
    builder.backward(loss.output(), new float[] {1});
    double share = Math.exp(1) / (Math.exp(1) + Math.exp(2) + Math.exp(0.5));
    assertThat((double) z.grads()[0]).isCloseTo(0.5 * (share - 1) / 5.5, FLOAT);
    assertThat((double) z.grads()[7]).isCloseTo((1.0 / 3 - 1) / 5.5, FLOAT);
  }

  @Test
  void whatOtherOpsCostIsNotWeighted() {
    TestBuilder builder = new TestBuilder(KernelChoice.create(1), 2, 1);
    builder.weigh(TWO);
    Tensor mean = builder.input(Shape.of(1));
    Tensor spread = builder.input(Shape.of(1));
    mean.set(1, 2);
    SampleGaussian sample = placed(builder, new SampleGaussian(builder, "z", mean, spread, 1));
    LossOp loss = placed(builder, new MeanSquaredError(builder, sample.output(), builder.target(Shape.of(1))));
    builder.target().set(0, 1);
    builder.forward(Mode.EVALUATE);
    double weighed = (0.625 * loss.cost(0) + 2.5 * loss.cost(1)) / 3.125;
    double own = (sample.cost().values()[0] + sample.cost().values()[1]) / 2;
    assertThat(own).isPositive();
    assertThat(loss.total()).isCloseTo(weighed + own, FLOAT);
  }

  @Test
  void aWeightThatIsNotAboveZeroIsRefused() {
    assertThatThrownBy(() -> new ClassWeights(List.of(1.0, 0.0), false)).hasMessageContaining("above 0, but was 0.0");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void passesAllocateNothing(Case one) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    LossOp loss = ran(one, new ScalarKernels(Workers.of(1)), new TestBuilder[1], new Tensor[1]);
    train(loss);
    long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    train(loss);
    assertThat(threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before).isLessThan(200);
  }

  private static void train(LossOp loss) {
    for (int pass = 0; pass < 200; pass++) {
      loss.forward(Mode.TRAIN);
      loss.backward();
    }
  }
}
