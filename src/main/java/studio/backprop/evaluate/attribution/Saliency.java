package studio.backprop.evaluate.attribution;

import java.util.SplittableRandom;

/** Gradients of a score with respect to the input, at one point or averaged around it. */
public final class Saliency {
  /** Noisy copies. */
  public static final int SAMPLES = 50;
  /** Standard deviation of the noise, relative to the range of the data. */
  public static final double NOISE = 0.15;

  private Saliency() {
  }

  /** ∂s ⁄ ∂x. */
  public static Attribution gradient(ScoredNetwork network, Score score, float[] example) {
    return Attribution.plain(network.gradientSum(score, example, new float[][] {network.point(example)}));
  }

  /** |∂s ⁄ ∂x| (Simonyan et al. 2014). */
  public static Attribution saliency(ScoredNetwork network, Score score, float[] example) {
    double[] values = gradient(network, score, example).values();
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.abs(values[i]);
    }
    return Attribution.plain(values);
  }

  /**
   * SmoothGrad (Smilkov et al. 2017): mean gradient of noisy copies.
   *
   * @param range of the data, in the units of the network's input
   */
  public static Attribution smoothGrad(ScoredNetwork network, Score score, float[] example, double range, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] point = network.point(example);
    float[][] copies = new float[SAMPLES][];
    for (int k = 0; k < SAMPLES; k++) {
      copies[k] = point.clone();
      for (int i = 0; i < point.length; i++) {
        copies[k][i] += (float) (random.nextGaussian() * NOISE * range);
      }
    }
    double[] values = network.gradientSum(score, example, copies);
    for (int i = 0; i < values.length; i++) {
      values[i] /= SAMPLES;
    }
    return Attribution.plain(values);
  }
}
