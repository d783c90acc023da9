package studio.backprop.train.regime;

import java.util.Arrays;
import studio.backprop.data.Batches;
import studio.backprop.kernel.Kernels;
import studio.backprop.plan.Plan;
import studio.backprop.project.AdversarialRoles;
import studio.backprop.tensor.Tensor;
import studio.backprop.train.learn.BatchSource;

/** Batch source of real examples and as much latent noise, which depends on seed and step alone. */
final class RealAndGenerated implements BatchSource {
  private final Batches batches;
  private final Kernels kernels;
  private final AdversarialRoles roles;
  private final Latent latent;
  /** Targets of real and generated examples; NaN to ignore them. */
  private final float realLabel;
  private final float generatedLabel;
  private final float[] real;
  private final float[] unused;

  RealAndGenerated(Batches batches, Kernels kernels, Latent latent, float realLabel, float generatedLabel) {
    this.batches = batches;
    this.kernels = kernels;
    this.roles = latent.roles();
    this.latent = latent;
    this.realLabel = realLabel;
    this.generatedLabel = generatedLabel;
    int largest = Math.max(1, batches.count() == 0 ? 0 : batches.size(0));
    this.real = new float[largest * batches.inputWidth()];
    this.unused = new float[largest * batches.targetWidth()];
  }

  @Override
  public Batches dealt() {
    return batches;
  }

  @Override
  public void fill(int batch, long step, Plan plan) {
    int size = batches.fill(batch, real, unused);
    Tensor reals = plan.output(roles.real().id()).orElseThrow();
    for (int row = 0; row < size; row++) {
      reals.setRow(row, real, row * batches.inputWidth());
    }
    noise(plan, step);
    label(plan);
  }

  /** Fills the noise input of a plan of any batch size. */
  void noise(Plan plan, long step) {
    latent.fill(plan, kernels, step);
  }

  /** Fills a plan for one example with a real one and the noise of step 0. */
  void show(float[] real, Plan plan) {
    plan.output(roles.real().id()).orElseThrow().setRow(0, real, 0);
    noise(plan, 0);
    label(plan);
  }

  private void label(Plan plan) {
    float[] targets = plan.target().values();
    Arrays.fill(targets, 0, targets.length / 2, realLabel);
    Arrays.fill(targets, targets.length / 2, targets.length, generatedLabel);
  }
}
