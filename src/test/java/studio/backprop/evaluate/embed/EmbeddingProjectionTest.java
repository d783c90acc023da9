package studio.backprop.evaluate.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.backprop.data.DataSettings;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;

/** Layouts keep together what is alike. */
class EmbeddingProjectionTest {
  @Test
  void digitsLieBesideTheirLike() throws Exception {
    PreparedData data = PreparedData.load(DataSettings.of("digits"), Optional.empty(), Progress.NONE);
    int rows = 400;
    double[][] points = new double[rows][data.dataset().width()];
    int[] labels = new int[rows];
    float[] input = new float[data.dataset().width()];
    for (int i = 0; i < rows; i++) {
      data.copyInput(Part.TRAIN, i, input, 0);
      int row = i;
      Arrays.setAll(points[i], place -> input[place]);
      labels[i] = data.classOf(Part.TRAIN, row);
    }
    double[][] layout = EmbeddingProjection.tsne(points, 2, EmbeddingProjection.PERPLEXITY, 0, () -> false);
    assertThat(EmbeddingProjection.sameLabelNearby(layout, labels, 10)).isGreaterThan(0.9);
    assertThat(EmbeddingProjection.tsne(points, 2, EmbeddingProjection.PERPLEXITY, 0,
        () -> false)).as("the same again").isDeepEqualTo(layout);
    assertThat(EmbeddingProjection.sameLabelNearby(EmbeddingProjection.pca(points, 2), labels, 10)).isBetween(0.4, 0.9);
  }

  @Test
  void inThreeDimensionsAndOfFewPoints() {
    SplittableRandom random = new SplittableRandom(1);
    double[][] points = IntStream.range(0, 12)
        .mapToObj(i -> new double[] {i % 2 * 10 + random.nextGaussian(), random.nextGaussian()}).toArray(double[][]::new);
    double[][] layout = EmbeddingProjection.tsne(points, 3, EmbeddingProjection.PERPLEXITY, 0, () -> false);
    assertThat(layout).hasDimensions(12, 3);
    assertThat(Arrays.stream(layout).flatMapToDouble(Arrays::stream)).allMatch(Double::isFinite);
  }

  @Test
  void aLayoutThatGoesOnStaysWhereItIs() {
    SplittableRandom random = new SplittableRandom(1);
    double[][] points = IntStream.range(0, 60)
        .mapToObj(i -> new double[] {i % 3 * 10 + random.nextGaussian(), random.nextGaussian(), random.nextGaussian()})
        .toArray(double[][]::new);
    double[][] before = EmbeddingProjection.tsne(points, 2, 10, 0, () -> false);
    Tsne goingOn = new Tsne(Affinities.of(points, 10), before);
    double divergence = goingOn.divergence();
    for (int i = 0; i < 60; i++) {
      goingOn.refine();
    }
    assertThat(goingOn.divergence()).isLessThanOrEqualTo(divergence + 1e-6);
    double reach = Arrays.stream(before).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElseThrow();
    double[][] after = goingOn.layout();
    for (int i = 0; i < before.length; i++) {
      assertThat(Math.hypot(after[i][0] - before[i][0], after[i][1] - before[i][1])).isLessThan(0.2 * reach);
    }
  }
}
