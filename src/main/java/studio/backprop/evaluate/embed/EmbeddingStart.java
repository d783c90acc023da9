package studio.backprop.evaluate.embed;

import java.util.Arrays;

/**
 * What a layout begins with: the principal components, and the points whose distances count. Immutable; arrays are not copied.
 *
 * @param pca as many components as t-SNE takes, or as many as there are
 * @param near [point][column]: the points themselves, or their components where they have more numbers than that
 */
public record EmbeddingStart(Pca pca, double[][] near) {
  /** Components that points are reduced to before their distances are taken, where they have more numbers. */
  private static final int MOST_COMPONENTS = 50;

  /** Without a pause. */
  public static EmbeddingStart of(double[][] points) {
    return of(points, null, () -> {});
  }

  /**
   * @param points [point][column]
   * @param like components of nearly the same points, from which it takes less time; or null
   * @param rest is run often on the way; it may wait, or throw to end all of it
   */
  public static EmbeddingStart of(double[][] points, double[][] like, Runnable rest) {
    Pca pca = Pca.of(points, Math.min(MOST_COMPONENTS, Math.min(points.length, points[0].length)), like, rest);
    return new EmbeddingStart(pca, points[0].length > MOST_COMPONENTS ? pca.projected() : points);
  }

  /** The first components as a layout: [point][dimension], 0 where there are fewer. */
  public double[][] plane(int dimensions) {
    return Arrays.stream(pca.projected()).map(point -> Arrays.copyOf(point, dimensions)).toArray(double[][]::new);
  }

  /** t-SNE before its first step. */
  public Tsne begin(int dimensions, double perplexity, long seed, Runnable rest) {
    return new Tsne(Affinities.of(near, suited(perplexity), rest), Tsne.start(pca.projected(), dimensions, seed));
  }

  /** t-SNE that goes on from a layout of the same examples, to be refined. */
  public Tsne goOn(double[][] layout, double perplexity, Runnable rest) {
    return new Tsne(Affinities.of(near, suited(perplexity), rest), layout);
  }

  private double suited(double perplexity) {
    return Math.min(perplexity, EmbeddingProjection.largestPerplexity(near.length));
  }
}
