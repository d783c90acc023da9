package studio.backprop.ui.window.start;

import studio.backprop.data.Scaler;
import studio.backprop.run.FullBatchDescent;

/**
 * Output of a small trained network over the plane: probabilities of the second class, row-major from the upper left, {@link #DOWN} rows of
 * {@link #ACROSS}.
 */
record PlaneAnswer(float[] shares) {
  static final int DOWN = 32;
  /** Aspect ratio of the plane: wider than the widest card. */
  static final int STRETCH = 4;
  static final int ACROSS = STRETCH * DOWN;

  /** Loss at which training stops. */
  private static final double LEARNED = 0.05;
  private static final int MOST_STEPS = 1000;

  /**
   * Trains a network of two inputs and one output by full-batch descent for up to 0.5 s; {@code reach} is from the centre to the upper
   * edge.
   */
  static PlaneAnswer learn(FullBatchDescent descent, double reach) {
    for (int step = 0; step < MOST_STEPS && descent.loss() > LEARNED; step++) {
      descent.step();
    }
    Scaler scaler = descent.data().inputScaler();
    float[] places = new float[2 * ACROSS * DOWN];
    for (int cell = 0; cell < ACROSS * DOWN; cell++) {
      double x = ((cell % ACROSS + 0.5) / ACROSS * 2 - 1) * STRETCH * reach;
      double y = (1 - (cell / ACROSS + 0.5) / DOWN * 2) * reach;
      places[2 * cell] = scaler.scale(0, (float) x);
      places[2 * cell + 1] = scaler.scale(1, (float) y);
    }
    return new PlaneAnswer(descent.answers(places, ACROSS * DOWN));
  }
}
