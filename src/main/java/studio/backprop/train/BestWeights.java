package studio.backprop.train;

import studio.backprop.plan.Parameters;

/** Early stopping: remembers the weights of the best epoch and gives up after some epochs without a better one. Prechelt 1998. */
final class BestWeights {
  private final Parameters parameters;
  private final int patience;
  private final float[][] weights;
  private double best = Double.POSITIVE_INFINITY;
  private int waited;
  private boolean kept;

  /** @param patience epochs without a better loss that are allowed; 0 switches it off */
  BestWeights(Parameters parameters, int patience) {
    this.parameters = parameters;
    this.patience = patience;
    this.weights = patience > 0 ? parameters.room() : new float[0][];
  }

  void epochEnded(double loss) {
    if (patience == 0) {
      return;
    }
    if (loss < best) {
      best = loss;
      waited = 0;
      kept = true;
      parameters.copyTo(weights);
    } else {
      waited++;
    }
  }

  boolean gaveUp() {
    return patience > 0 && waited >= patience;
  }

  void restore() {
    if (kept) {
      parameters.set(weights);
    }
  }
}
