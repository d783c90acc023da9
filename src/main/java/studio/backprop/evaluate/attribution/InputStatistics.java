package studio.backprop.evaluate.attribution;

import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;

/** Statistics of the network's inputs over the training examples; computed on first use. Not thread-safe. */
public final class InputStatistics {
  private final PreparedData data;
  private float[] mean;
  private double least = Double.POSITIVE_INFINITY;
  private double most = Double.NEGATIVE_INFINITY;

  public InputStatistics(PreparedData data) {
    this.data = data;
  }

  /** Maximum minus minimum of the scaled inputs. */
  public double range() {
    read();
    return most - least;
  }

  /** Mean of each feature. */
  public float[] mean() {
    read();
    return mean.clone();
  }

  private void read() {
    if (mean != null) {
      return;
    }
    double[] sums = new double[data.dataset().width()];
    float[] row = new float[sums.length];
    for (int i = 0; i < data.trainRows(); i++) {
      data.copyInput(Part.TRAIN, i, row, 0);
      for (int place = 0; place < row.length; place++) {
        sums[place] += row[place];
        least = Math.min(least, row[place]);
        most = Math.max(most, row[place]);
      }
    }
    float[] means = new float[sums.length];
    for (int place = 0; place < means.length; place++) {
      means[place] = (float) (sums[place] / data.trainRows());
    }
    mean = means;
  }
}
