package studio.backprop.evaluate.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.project.Project;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.Sample;
import studio.backprop.train.Session;

/** Attributions of the samples' networks, as they are before training: images, tables, series and texts. */
class AttributionsTest {
  private Project project;
  private PreparedData data;
  private ScoredNetwork network;
  private float[] example;
  private Score score;

  private void open(String sample) throws Exception {
    try (InputStream in = Sample.find(sample).orElseThrow().open()) {
      project = ProjectFile.read(sample, in).saved().project();
    }
    data = PreparedData.load(project.data(), project.table(), Progress.NONE);
    example = new float[data.dataset().width()];
    data.copyInput(Part.TRAIN, 3, example, 0);
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < example.length && data.dataset().text().isEmpty(); i++) {
      example[i] += (float) (0.1 * random.nextGaussian()); // empty pixels leave sums at the corner of a ReLU
    }
    network = new ScoredNetwork(project.network(), Session.initialParameters(project), KernelChoice.create(1), example.length);
    int logits = Math.max(1, network.logits(example).length / data.dataset().answers());
    score = Score.ofClass(Math.min(1, logits - 1), 0, logits);
  }

  @ParameterizedTest
  @ValueSource(strings = {"digits-cnn", "breast-cancer", "auto-mpg", "sine-rnn", "names-lstm", "digits-residual"})
  void aGradientIsTheCentralDifferenceOfTheScore(String sample) throws Exception {
    open(sample);
    float[] point = network.point(example);
    double[] gradient = Saliency.gradient(network, score, example).values();
    double largest = Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
    assertThat(largest).isPositive();
    int[] most = IntStream.range(0, gradient.length).boxed().sorted((a, b) -> Double.compare(Math.abs(gradient[b]), Math.abs(gradient[a])))
        .limit(6).mapToInt(Integer::intValue).toArray();
    float move = 0.0005f; // past a corner of a ReLU the slope is another
    for (int place : most) {
      float[] more = point.clone();
      float[] less = point.clone();
      more[place] += move;
      less[place] -= move;
      double[] scores = network.scores(score, example, new float[][] {more, less});
      assertThat((scores[0] - scores[1]) / (more[place] - less[place])).as("input " + place)
          .isCloseTo(gradient[place], Offset.offset(0.02 * largest));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"digits-cnn", "breast-cancer", "sine-rnn", "names-lstm"})
  void integratedGradientsAddUpToTheDifference(String sample) throws Exception {
    open(sample);
    float[] baseline = network.point(AttributionBaseline.usual(data).of(data, example));
    Attribution found = IntegratedGradients.of(network, score, example, baseline, () -> false);
    assertThat(found.converged()).isTrue();
    assertThat(found.gap()).isLessThan(IntegratedGradients.TOLERANCE);
    double between = network.score(score, example, network.point(example)) - network.score(score, example, baseline);
    assertThat(found.difference()).isCloseTo(between, Offset.offset(1e-6));
  }

  @Test
  void whatIsStoppedSaysThatItDidNotConverge() throws Exception {
    open("digits-cnn");
    Attribution found = IntegratedGradients.of(network, score, example, AttributionBaseline.ZERO.of(data, example), () -> true);
    assertThat(found.converged()).isFalse();
    assertThat(found.steps()).isPositive();
  }

  @Test
  void baselinesAreOfTheDataAsTheNetworkTakesThem() throws Exception {
    open("digits-cnn");
    assertThat(AttributionBaseline.ZERO.of(data, example)).containsOnly(data.inputScaler().scale(0, 0));
    float[] blurred = AttributionBaseline.BLURRED.of(data, example);
    assertThat(spread(blurred)).isLessThan(0.5 * spread(example));
    open("breast-cancer");
    assertThat(AttributionBaseline.BLURRED.suits(data)).isFalse();
    for (float number : AttributionBaseline.MEAN.of(data, example)) {
      assertThat((double) number).as("standardised columns have the mean 0").isCloseTo(0, Offset.offset(1e-4));
    }
  }

  private static double spread(float[] numbers) {
    double mean = IntStream.range(0, numbers.length).mapToDouble(i -> numbers[i]).average().orElseThrow();
    return IntStream.range(0, numbers.length).mapToDouble(i -> Math.abs(numbers[i] - mean)).sum();
  }

  @Test
  void aSmoothedGradientIsTheSameFromTheSameSeedAndOccludingNothingCostsNothing() throws Exception {
    open("digits-cnn");
    assertThat(Saliency.smoothGrad(network, score, example, 1, 4).values())
        .isEqualTo(Saliency.smoothGrad(network, score, example, 1, 4).values());
    double[] losses = Occlusion.of(network, score, example, AttributionBaseline.ZERO.of(data, example),
        List.of(new int[] {}, IntStream.range(0, example.length).toArray()));
    assertThat(losses[0]).isCloseTo(0, Offset.offset(1e-6));
    Attribution whole = IntegratedGradients.of(network, score, example, AttributionBaseline.ZERO.of(data, example), 10);
    assertThat(losses[1]).isCloseTo(whole.difference(), Offset.offset(1e-6));
  }
}
