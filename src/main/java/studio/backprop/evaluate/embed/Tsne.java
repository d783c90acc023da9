package studio.backprop.evaluate.embed;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import studio.backprop.evaluate.metric.Statistics;

/** Exact t-SNE (van der Maaten & Hinton 2008) with the settings of scikit-learn. O(n²) per step, parallel. Not thread-safe. */
public final class Tsne {
  /** Steps of early exaggeration. */
  public static final int EARLY_STEPS = 250;
  public static final int STEPS = 1000;
  private static final float EARLY_EXAGGERATION = 12;
  private static final double EARLY_MOMENTUM = 0.5;
  private static final double MOMENTUM = 0.8;
  private static final double SMALLEST_GAIN = 0.01;
  private static final double START_DEVIATION = 1e-4;
  private static final double SMALLEST_RATE = 50;

  private final float[] affinities;
  private final int points;
  private final int dimensions;
  /** [dimension][point]. */
  private final float[][] layout;
  private final double[] velocity;
  private final double[] gains;
  private final double[] gradient;
  /** [point] Σ (1 + d²)⁻¹ over the others. */
  private final double[] kernelSums;
  private final double rate;
  private int step;

  /**
   * @param affinities [i · n + j], joint probabilities as of {@link Affinities}
   * @param start [point][dimension], not changed
   */
  public Tsne(float[] affinities, double[][] start) {
    this.affinities = affinities;
    this.points = start.length;
    this.dimensions = start[0].length;
    this.layout = new float[dimensions][points];
    for (int i = 0; i < points; i++) {
      for (int d = 0; d < dimensions; d++) {
        layout[d][i] = (float) start[i][d];
      }
    }
    this.velocity = new double[points * dimensions];
    this.gains = new double[points * dimensions];
    Arrays.fill(gains, 1);
    this.gradient = new double[points * dimensions];
    this.kernelSums = new double[points];
    this.rate = Math.max(points / (EARLY_EXAGGERATION * 4), SMALLEST_RATE);
  }

  /** PCA initialization, scaled down. */
  public static double[][] start(double[][] projected, int dimensions, long seed) {
    double square = 0;
    for (double[] point : projected) {
      square += point[0] * point[0];
    }
    double deviation = Math.sqrt(square / projected.length);
    SplittableRandom random = new SplittableRandom(seed);
    double[][] start = new double[projected.length][dimensions];
    for (int i = 0; i < start.length; i++) {
      for (int d = 0; d < dimensions; d++) {
        boolean known = d < projected[i].length && deviation > 0;
        start[i][d] = known ? projected[i][d] / deviation * START_DEVIATION : random.nextGaussian() * START_DEVIATION;
      }
    }
    return start;
  }

  public int steps() {
    return step;
  }

  /** Gradient descent step with momentum and gains. */
  public void step() {
    step(true);
  }

  /** @param parallel whether all cores take part; the bits are the same */
  public void step(boolean parallel) {
    boolean early = step < EARLY_STEPS;
    step(early ? EARLY_EXAGGERATION : 1, early ? EARLY_MOMENTUM : MOMENTUM, parallel);
  }

  /** Step without exaggeration, from an earlier layout. */
  public void refine() {
    refine(true);
  }

  /** @param parallel whether all cores take part; the bits are the same */
  public void refine(boolean parallel) {
    step(1, MOMENTUM, parallel);
  }

  private void step(float exaggeration, double momentum, boolean parallel) {
    computeGradient(exaggeration, parallel);
    for (int i = 0; i < velocity.length; i++) {
      boolean turned = velocity[i] * gradient[i] < 0;
      gains[i] = Math.max(SMALLEST_GAIN, turned ? gains[i] + 0.2 : gains[i] * 0.8);
      velocity[i] = momentum * velocity[i] - rate * gains[i] * gradient[i];
      layout[i / points][i % points] += (float) velocity[i];
    }
    step++;
  }

  /** ∂KL ⁄ ∂layout at [dimension · n + point]. */
  private void computeGradient(float exaggeration, boolean parallel) {
    double[] repulsion = new double[gradient.length];
    IntStream all = IntStream.range(0, points);
    (parallel ? all.parallel() : all).forEach(i -> forces(i, exaggeration, repulsion));
    double sum = 0;
    for (double some : kernelSums) {
      sum += some;
    }
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = 4 * (gradient[i] - repulsion[i] / sum);
    }
  }

  private void forces(int i, float exaggeration, double[] repulsion) {
    float[] x = layout[0];
    float[] y = layout[1];
    float[] z = dimensions > 2 ? layout[2] : null;
    double sum = 0;
    double[] pull = new double[dimensions];
    double[] push = new double[dimensions];
    for (int j = 0; j < points; j++) {
      float dx = x[i] - x[j];
      float dy = y[i] - y[j];
      float dz = z == null ? 0 : z[i] - z[j];
      float near = 1 / (1 + dx * dx + dy * dy + dz * dz);
      float attraction = exaggeration * affinities[i * points + j] * near;
      float square = near * near;
      sum += near;
      pull[0] += attraction * dx;
      pull[1] += attraction * dy;
      push[0] += square * dx;
      push[1] += square * dy;
      if (z != null) {
        pull[2] += attraction * dz;
        push[2] += square * dz;
      }
    }
    // without the point itself
    kernelSums[i] = sum - 1;
    for (int d = 0; d < dimensions; d++) {
      gradient[d * points + i] = pull[d];
      repulsion[d * points + i] = push[d];
    }
  }

  /** [point][dimension]. */
  public double[][] gradient() {
    computeGradient(1, true);
    double[][] byPoint = new double[points][dimensions];
    for (int i = 0; i < gradient.length; i++) {
      byPoint[i % points][i / points] = gradient[i];
    }
    return byPoint;
  }

  /** Kullback-Leibler divergence Σ p ln(p ⁄ q). O(n²). */
  public double divergence() {
    double sum = 0;
    for (int i = 0; i < points; i++) {
      for (int j = 0; j < points; j++) {
        sum += i == j ? 0 : near(i, j);
      }
    }
    double divergence = 0;
    for (int i = 0; i < points; i++) {
      for (int j = 0; j < points; j++) {
        if (i != j) {
          double p = affinities[i * points + j];
          divergence += p * Math.log(Math.max(p, Statistics.EPSILON) / Math.max(near(i, j) / sum, Statistics.EPSILON));
        }
      }
    }
    return divergence;
  }

  /** (1 + d²)⁻¹. */
  private double near(int i, int j) {
    double square = 0;
    for (int d = 0; d < dimensions; d++) {
      double gap = (double) layout[d][i] - layout[d][j];
      square += gap * gap;
    }
    return 1 / (1 + square);
  }

  /** [point][dimension]. */
  public double[][] layout() {
    double[][] byPoint = new double[points][dimensions];
    for (int i = 0; i < points; i++) {
      for (int d = 0; d < dimensions; d++) {
        byPoint[i][d] = layout[d][i];
      }
    }
    return byPoint;
  }
}
