package studio.backprop.evaluate.embed;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Lays out points in few dimensions. */
public final class EmbeddingProjection {
  /** How t-SNE counts neighbours, as scikit-learn does. */
  public static final double PERPLEXITY = 30;
  private static final double LEAST_USUAL = 5;
  /** The smallest perplexity, of whatever number of points. */
  public static final double LEAST_OF_FEW = 1.5;
  /** The fewest points that are worth it. */
  public static final int FEWEST = 10;
  /** The most points that t-SNE is computed of. */
  public static final int MOST = 3000;
  private EmbeddingProjection() {
  }

  /** The largest perplexity that makes sense for so many points: (n − 1) ÷ 3. */
  public static double largestPerplexity(int points) {
    return (points - 1) / 3.0;
  }

  /** The largest that may be chosen for so many points. */
  public static double mostPerplexity(int points) {
    return Math.floor(largestPerplexity(points));
  }

  /** The smallest that may be chosen for so many points. */
  public static double leastPerplexity(int points) {
    return mostPerplexity(points) > LEAST_USUAL ? LEAST_USUAL : LEAST_OF_FEW;
  }

  /** The first principal components: [point][component]. */
  public static double[][] pca(double[][] points, int dimensions) {
    return EmbeddingStart.of(points).plane(dimensions);
  }

  /**
   * t-SNE: [point][dimension].
   *
   * @param stop asked before each step; if it says so, the layout so far is the answer
   */
  public static double[][] tsne(double[][] points, int dimensions, double perplexity, long seed, BooleanSupplier stop) {
    Tsne tsne = EmbeddingStart.of(points).begin(dimensions, perplexity, seed, () -> {});
    while (tsne.steps() < Tsne.STEPS && !stop.getAsBoolean()) {
      tsne.step();
    }
    return tsne.layout();
  }

  /** How many of the {@code k} nearest neighbours in a layout have the same label, on average, from 0 to 1. */
  public static double sameLabelNearby(double[][] layout, int[] labels, int k) {
    return IntStream.range(0, layout.length).parallel().mapToDouble(i -> {
      int[] nearest = NearestNeighbours.of(layout, i, k);
      return Arrays.stream(nearest).filter(j -> labels[j] == labels[i]).count() / (double) nearest.length;
    }).average().orElse(Double.NaN);
  }
}
