package studio.backprop.op;

import java.util.SplittableRandom;
import studio.backprop.tensor.Init;
import studio.backprop.tensor.Tensor;

/** Numbers to test with, chosen so that no small step crosses a corner of the function under test. */
public enum Values {
  /** Standard normal numbers pushed away from zero. */
  AWAY_FROM_ZERO {
    @Override
    void fill(float[] x, SplittableRandom random) {
      for (int i = 0; i < x.length; i++) {
        double drawn = Init.gaussian(random);
        x[i] = (float) (drawn + 0.15 * Math.signum(drawn));
      }
    }
  },
  /** Evenly spaced numbers in random order: no two are close, and none is close to a multiple of a tenth. */
  LADDER {
    @Override
    void fill(float[] x, SplittableRandom random) {
      for (int i = 0; i < x.length; i++) {
        int other = random.nextInt(i + 1);
        x[i] = x[other];
        x[other] = 0.1f * i + 0.05f;
      }
    }
  },
  /** Between 0.1 and 0.9. */
  PROBABILITIES {
    @Override
    void fill(float[] x, SplittableRandom random) {
      for (int i = 0; i < x.length; i++) {
        x[i] = (float) random.nextDouble(0.1, 0.9);
      }
    }
  },
  /** 0 or 1. */
  BITS {
    @Override
    void fill(float[] x, SplittableRandom random) {
      for (int i = 0; i < x.length; i++) {
        x[i] = random.nextInt(2);
      }
    }
  };

  abstract void fill(float[] x, SplittableRandom random);

  public void fill(Tensor tensor, SplittableRandom random) {
    fill(tensor.values(), random);
  }
}
