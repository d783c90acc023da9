package studio.backprop.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

class SampleGaussianTest {
  private static final int CODE = 3;

  private Tensor both;
  private SampleGaussian sample;
  private LossOp loss;

  private TestBuilder graph(int batch, double beta) {
    TestBuilder graph = new TestBuilder(KernelChoice.create(1), batch, 5);
    both = graph.input(Shape.of(2 * CODE));
    sample = new SampleGaussian(graph, "z", both, Shape.of(CODE), beta);
    graph.add(sample);
    loss = new MeanSquaredError(graph, sample.output(), graph.target(Shape.of(CODE)));
    graph.add(loss);
    Values.AWAY_FROM_ZERO.fill(both, new SplittableRandom(1));
    return graph;
  }

  @Test
  void theSlopesOfTheLossCountTheCostOfTheSample() {
    TestBuilder graph = graph(2, 1.5);
    new CentralDifference(graph, loss.output(), Mode.TRAIN, new SplittableRandom(2)).check(List.of(both));
    assertThat(loss.added()).isPositive();
  }

  @Test
  void theLossIsThatOfTheAnswersAndTheCostPerAnswer() {
    TestBuilder graph = graph(2, 0.5);
    graph.forward(Mode.EVALUATE);
    double whole = loss.output().get(0, 0);
    assertThat(loss.added()).isEqualTo((sample.cost().get(0, 0) + sample.cost().get(1, 0)) / (2 * CODE), within(1e-6));
    double cost = loss.added();
    TestBuilder free = graph(2, 0);
    free.forward(Mode.EVALUATE);
    assertThat(whole).isEqualTo(loss.output().get(0, 0) + cost, within(1e-6));
    assertThat(loss.added()).isZero();
  }

  @Test
  void theStandardDistributionCostsNothing() {
    TestBuilder graph = graph(2, 1);
    both.set(new float[2 * 2 * CODE]);
    graph.forward(Mode.EVALUATE);
    assertThat(sample.cost().values()).containsOnly(0);
  }

  @Test
  void drawnNumbersHaveTheMeanAndVarianceThatWereAskedFor() {
    int many = 4000;
    TestBuilder graph = graph(many, 1);
    float[] numbers = new float[many * 2 * CODE];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i % (2 * CODE) < CODE ? 2 : (float) Math.log(9);
    }
    both.set(numbers);
    graph.forward(Mode.TRAIN);
    double sum = 0;
    double squares = 0;
    for (float z : sample.output().values()) {
      sum += z;
      squares += (z - 2) * (z - 2);
    }
    assertThat(sum / (many * CODE)).isEqualTo(2, within(0.1));
    assertThat(squares / (many * CODE)).isEqualTo(9, within(0.3));
  }

  @Test
  void eachStepDrawsOthersAndTheSameStepTheSame() {
    TestBuilder graph = graph(2, 1);
    float[] first = drawn(graph, 0);
    assertThat(drawn(graph, 1)).isNotEqualTo(first);
    assertThat(drawn(graph, 0)).isEqualTo(first);
    graph.forward(Mode.EVALUATE);
    assertThat(sample.output().get(1, 0)).isEqualTo(both.get(1, 0));
  }

  private float[] drawn(TestBuilder graph, long step) {
    sample.begin(step);
    graph.forward(Mode.TRAIN);
    return sample.output().values().clone();
  }
}
