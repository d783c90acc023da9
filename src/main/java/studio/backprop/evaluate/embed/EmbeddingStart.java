package studio.backprop.evaluate.embed;

import java.util.Arrays;

/**
 * Preprocessing of t-SNE: principal components and reduced points. Immutable; arrays are not copied.
 *
 * @param pca {@link #MOST_COMPONENTS} at most
 * @param near [point][column], for distances: the points, or their components if those have more columns
 */
public record EmbeddingStart(Pca pca, double[][] near) {
  /** Limit of columns for distances, as recommended for t-SNE. */
  private static final int MOST_COMPONENTS = 50;

  public static EmbeddingStart of(double[][] points) {
    return of(points, null, () -> {});
  }

  /**
   * @param points [point][column]
   * @param like warm start: components of nearly the same points, or null
   * @param rest called often; may block, or throw to abort
   */
  public static EmbeddingStart of(double[][] points, double[][] like, Runnable rest) {
    Pca pca = Pca.of(points, Math.min(MOST_COMPONENTS, Math.min(points.length, points[0].length)), like, rest);
    return new EmbeddingStart(pca, points[0].length > MOST_COMPONENTS ? pca.projected() : points);
  }

  /** First components as a layout [point][dimension], padded with 0. */
  public double[][] plane(int dimensions) {
    return Arrays.stream(pca.projected()).map(point -> Arrays.copyOf(point, dimensions)).toArray(double[][]::new);
  }

  public Tsne begin(int dimensions, double perplexity, long seed, Runnable rest) {
    return new Tsne(Affinities.of(near, suited(perplexity), rest), Tsne.start(pca.projected(), dimensions, seed));
  }

  /** t-SNE to be refined from a layout of the same examples. */
  public Tsne goOn(double[][] layout, double perplexity, Runnable rest) {
    return new Tsne(Affinities.of(near, suited(perplexity), rest), layout);
  }

  private double suited(double perplexity) {
    return Math.min(perplexity, EmbeddingProjection.largestPerplexity(near.length));
  }
}
