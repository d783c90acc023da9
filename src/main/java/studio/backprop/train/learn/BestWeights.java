package studio.backprop.train.learn;

import studio.backprop.plan.Parameters;

/** Early stopping with patience and restoration of the best weights. Prechelt 1998. */
final class BestWeights {
  private final Parameters parameters;
  private final int patience;
  private final float[][] weights;
  private double best = Double.POSITIVE_INFINITY;
  private int waited;
  private boolean kept;

  /** @param patience epochs without a better loss; 0 for no early stopping */
  BestWeights(Parameters parameters, int patience) {
    this.parameters = parameters;
    this.patience = patience;
    this.weights = patience > 0 ? parameters.room() : new float[0][];
  }

  void epochEnded(double loss) {
    if (patience == 0) {
      return;
    }
    if (isBest(loss)) {
      kept = true;
      parameters.copyTo(weights);
    }
  }

  private boolean isBest(double loss) {
    boolean better = loss < best;
    best = better ? loss : best;
    waited = better ? 0 : waited + 1;
    return better;
  }

  /** Adds an epoch of a saved run, without weights. */
  void recall(double loss) {
    isBest(loss);
  }

  void keep(float[][] saved) {
    if (patience > 0 && saved.length == weights.length) {
      for (int i = 0; i < saved.length; i++) {
        System.arraycopy(saved[i], 0, weights[i], 0, saved[i].length);
      }
      kept = true;
    }
  }

  /** Best weights, not copied; empty if none. */
  float[][] kept() {
    return kept ? weights : new float[0][];
  }

  /** Forgets all epochs. */
  void forget() {
    best = Double.POSITIVE_INFINITY;
    waited = 0;
    kept = false;
  }

  /** Epochs since the best, or since {@link #waitAnew}. */
  int waited() {
    return waited;
  }

  void waited(int epochs) {
    waited = epochs;
  }

  void waitAnew() {
    waited = 0;
  }

  boolean gaveUp() {
    return patience > 0 && waited >= patience;
  }

  boolean restore() {
    if (kept) {
      parameters.set(weights);
    }
    return kept;
  }
}
