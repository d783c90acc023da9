package studio.backprop.train.regime;

import studio.backprop.kernel.Kernels;
import studio.backprop.op.Draws;
import studio.backprop.plan.Plan;
import studio.backprop.project.AdversarialRoles;
import studio.backprop.project.LatentNoise;
import studio.backprop.tensor.Seeds;

/**
 * The noise z that a generator makes examples from, and the dice that it is drawn with.
 *
 * @param roles which node takes it
 * @param spread how it is spread
 * @param draws by which it is drawn
 */
public record Latent(AdversarialRoles roles, LatentNoise spread, Draws draws) {
  /** What is judged by is not drawn as what is learned from: the same noise each time. @param seeds of the run */
  public static Latent judged(AdversarialRoles roles, LatentNoise spread, Seeds seeds) {
    return new Latent(roles, spread, new Draws(seeds.source("noise/judged").nextLong()));
  }

  /** Fills the noise of a plan of any batch. @param step by which it is drawn */
  public void fill(Plan plan, Kernels kernels, long step) {
    draws.begin(step);
    float[] z = plan.output(roles.noise().id()).orElseThrow().values();
    if (spread == LatentNoise.NORMAL) {
      draws.normal(kernels, z, 1);
    } else {
      draws.uniform(z);
    }
  }
}
