package studio.backprop.ui.kit;

import java.util.Arrays;

/**
 * Force-directed graph layout in the unit square, deterministic (starts on a circle); edges are pairs of node indices. Fruchterman and
 * Reingold 1991.
 */
public record GraphLayout(double[] xs, double[] ys, int[] edges) {
  private static final int ROUNDS = 300;
  private static final double FIRST_STEP = 0.1;
  /** Attraction to the centre, which keeps disconnected components in view. */
  private static final double PULL = 0.3;

  public static GraphLayout of(int nodes, int[] edges) {
    double[] xs = new double[nodes];
    double[] ys = new double[nodes];
    for (int i = 0; i < nodes; i++) {
      xs[i] = 0.5 * Math.cos(2 * Math.PI * i / nodes);
      ys[i] = 0.5 * Math.sin(2 * Math.PI * i / nodes);
    }
    double apart = Math.sqrt(1.0 / nodes);
    for (int round = 0; round < ROUNDS; round++) {
      move(xs, ys, edges, apart, FIRST_STEP * (1 - (double) round / ROUNDS));
    }
    return new GraphLayout(stretched(xs), stretched(ys), edges);
  }

  public int nodes() {
    return xs.length;
  }

  private static void move(double[] xs, double[] ys, int[] edges, double apart, double step) {
    double[] dx = new double[xs.length];
    double[] dy = new double[xs.length];
    for (int i = 0; i < xs.length; i++) {
      dx[i] -= PULL * xs[i];
      dy[i] -= PULL * ys[i];
      for (int j = 0; j < i; j++) {
        double far = Math.max(1e-6, square(xs[i] - xs[j]) + square(ys[i] - ys[j]));
        push(xs, ys, dx, dy, i, j, apart * apart / far);
      }
    }
    for (int e = 0; e < edges.length; e += 2) {
      double far = Math.hypot(xs[edges[e]] - xs[edges[e + 1]], ys[edges[e]] - ys[edges[e + 1]]);
      push(xs, ys, dx, dy, edges[e], edges[e + 1], -far / apart);
    }
    for (int i = 0; i < xs.length; i++) {
      double length = Math.max(1e-9, Math.hypot(dx[i], dy[i]));
      xs[i] += dx[i] / length * Math.min(length, step);
      ys[i] += dy[i] / length * Math.min(length, step);
    }
  }

  /** Repulsion, as a multiple of the distance. */
  private static void push(double[] xs, double[] ys, double[] dx, double[] dy, int i, int j, double force) {
    dx[i] += force * (xs[i] - xs[j]);
    dy[i] += force * (ys[i] - ys[j]);
    dx[j] -= force * (xs[i] - xs[j]);
    dy[j] -= force * (ys[i] - ys[j]);
  }

  private static double square(double x) {
    return x * x;
  }

  private static double[] stretched(double[] places) {
    double low = Arrays.stream(places).min().orElse(0);
    double span = Arrays.stream(places).max().orElse(0) - low;
    return Arrays.stream(places).map(place -> span == 0 ? 0.5 : (place - low) / span).toArray();
  }
}
