package studio.backprop.evaluate.embed;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Lays out points in few dimensions. */
public final class EmbeddingLayout {
  /** How t-SNE counts neighbours, as scikit-learn does. */
  public static final double PERPLEXITY = 30;
  /** The fewest points that are worth it. */
  public static final int FEWEST = 10;
  /** The most points that t-SNE is computed of. */
  public static final int MOST = 3000;
  /** Components that points are reduced to before their distances are taken, where they have more numbers. */
  private static final int MOST_COMPONENTS = 50;

  private EmbeddingLayout() {
  }

  /** The first principal components: [point][component]. */
  public static double[][] pca(double[][] points, int dimensions) {
    return Pca.of(points, Math.min(dimensions, Math.min(points.length, points[0].length))).projected();
  }

  /**
   * t-SNE: [point][dimension].
   *
   * @param stop asked before each step; if it says so, the layout so far is the answer
   */
  public static double[][] tsne(double[][] points, int dimensions, double perplexity, long seed, BooleanSupplier stop) {
    int components = Math.min(MOST_COMPONENTS, Math.min(points.length, points[0].length));
    double[][] projected = Pca.of(points, components).projected();
    double[][] near = points[0].length > MOST_COMPONENTS ? projected : points;
    double suited = Math.min(perplexity, (points.length - 1) / 3.0);
    Tsne tsne = new Tsne(Affinities.of(near, suited), Tsne.start(projected, dimensions, seed));
    while (tsne.steps() < Tsne.STEPS && !stop.getAsBoolean()) {
      tsne.step();
    }
    return tsne.layout();
  }

  /** How many of the {@code k} nearest neighbours in a layout have the same label, on average, from 0 to 1. */
  public static double sameLabelNearby(double[][] layout, int[] labels, int k) {
    return IntStream.range(0, layout.length).parallel().mapToDouble(i -> {
      double[] distance = Arrays.stream(layout).mapToDouble(other -> squared(layout[i], other)).toArray();
      int[] nearest = IntStream.range(0, layout.length).filter(j -> j != i).boxed()
          .sorted((a, b) -> Double.compare(distance[a], distance[b])).limit(k).mapToInt(Integer::intValue).toArray();
      return Arrays.stream(nearest).filter(j -> labels[j] == labels[i]).count() / (double) nearest.length;
    }).average().orElse(Double.NaN);
  }

  private static double squared(double[] a, double[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += (a[d] - b[d]) * (a[d] - b[d]);
    }
    return sum;
  }
}
