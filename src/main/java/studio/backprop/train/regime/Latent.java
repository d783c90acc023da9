package studio.backprop.train.regime;

import studio.backprop.kernel.Kernels;
import studio.backprop.op.Draws;
import studio.backprop.plan.Plan;
import studio.backprop.project.AdversarialRoles;
import studio.backprop.project.LatentNoise;
import studio.backprop.tensor.Seeds;

/**
 * Seeded latent noise z of a generator.
 *
 * @param distribution distribution
 */
public record Latent(AdversarialRoles roles, LatentNoise distribution, Draws draws) {
  /** Noise for evaluation, independent of training: the same each time. */
  public static Latent judged(AdversarialRoles roles, LatentNoise distribution, Seeds seeds) {
    return new Latent(roles, distribution, new Draws(seeds.source("noise/judged").nextLong()));
  }

  /** Fills the noise input of a plan of any batch size. @param step seed index */
  public void fill(Plan plan, Kernels kernels, long step) {
    draws.begin(step);
    float[] z = plan.output(roles.noise().id()).orElseThrow().values();
    if (distribution == LatentNoise.NORMAL) {
      draws.normal(kernels, z, 1);
    } else {
      draws.uniform(z);
    }
  }
}
