package studio.backprop.evaluate.embed;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Dimensionality reduction for display: PCA and t-SNE. */
public final class EmbeddingProjection {
  /** Default perplexity, as in scikit-learn. */
  public static final double PERPLEXITY = 30;
  private static final double LEAST_USUAL = 5;
  /** Smallest perplexity for any number of points. */
  public static final double LEAST_OF_FEW = 1.5;
  /** Smallest number of points. */
  public static final int FEWEST = 10;
  /** Largest number of points of t-SNE. */
  public static final int MOST = 3000;
  private EmbeddingProjection() {
  }

  /** Recommended maximum, (n − 1) ÷ 3. */
  public static double largestPerplexity(int points) {
    return (points - 1) / 3.0;
  }

  /** Upper limit of the perplexity. */
  public static double mostPerplexity(int points) {
    return Math.floor(largestPerplexity(points));
  }

  /** Lower limit of the perplexity. */
  public static double leastPerplexity(int points) {
    return mostPerplexity(points) > LEAST_USUAL ? LEAST_USUAL : LEAST_OF_FEW;
  }

  /** [point][component]. */
  public static double[][] pca(double[][] points, int dimensions) {
    return EmbeddingStart.of(points).plane(dimensions);
  }

  /** [point][dimension]. @param stop checked before each step; the current layout is returned */
  public static double[][] tsne(double[][] points, int dimensions, double perplexity, long seed, BooleanSupplier stop) {
    Tsne tsne = EmbeddingStart.of(points).begin(dimensions, perplexity, seed, () -> {});
    while (tsne.steps() < Tsne.STEPS && !stop.getAsBoolean()) {
      tsne.step();
    }
    return tsne.layout();
  }

  /** Mean share of the {@code k} nearest neighbours with the same label. */
  public static double sameLabelNearby(double[][] layout, int[] labels, int k) {
    return IntStream.range(0, layout.length).parallel().mapToDouble(i -> {
      int[] nearest = NearestNeighbours.of(layout, i, k);
      return Arrays.stream(nearest).filter(j -> labels[j] == labels[i]).count() / (double) nearest.length;
    }).average().orElse(Double.NaN);
  }
}
