package studio.backprop.doctor;

import java.util.Arrays;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.TargetForm;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.project.DataForm;
import studio.backprop.project.Readiness;

/** Loss of the best constant prediction: for the squared error the variance, for the cross-entropy the entropy of the classes. */
final class Baseline {
  private static final int MAX_ROWS = 4000;

  private Baseline() {}

  static double of(Output output, Network network, PreparedData data, int[] rows) {
    TargetForm form = Readiness.targetForm(DataForm.of(data), network.analyse().inputShapes().get(network.objective().output().id())
        .get(0));
    int width = data.targetWidth(form);
    int classes = form == TargetForm.ONE_HOT ? data.dataset().classNames().size() : width;
    int used = Math.max(1, Math.min(rows.length, MAX_ROWS * 64 / width + 1));
    float[] targets = new float[used * width];
    for (int row = 0; row < used; row++) {
      data.copyTarget(Part.TRAIN, rows[(int) ((long) row * rows.length / used)], form, targets, row * width);
    }
    double[] means = means(targets, form == TargetForm.ONE_HOT ? classes : width);
    return cost(output, targets, means);
  }

  /** By output component, over known targets. */
  private static double[] means(float[] targets, int places) {
    double[] sums = new double[places];
    int[] known = new int[places];
    for (int i = 0; i < targets.length; i++) {
      if (!Float.isNaN(targets[i])) {
        sums[i % places] += targets[i];
        known[i % places]++;
      }
    }
    Arrays.setAll(sums, place -> sums[place] / known[place]);
    return sums;
  }

  private static double cost(Output output, float[] targets, double[] means) {
    double sum = 0;
    long known = 0;
    for (int i = 0; i < targets.length; i++) {
      if (!Float.isNaN(targets[i])) {
        sum += cost(output, targets[i], means[i % means.length]);
        known++;
      }
    }
    return output.loss().isCategorical() ? sum / known * means.length : sum / known;
  }

  private static double cost(Output output, double target, double mean) {
    double error = Math.abs(target - mean);
    return switch (output.loss()) {
      case MSE -> error * error;
      case MAE -> error;
      case HUBER -> error < output.delta() ? error * error / 2 : output.delta() * (error - output.delta() / 2);
      case BINARY_CROSS_ENTROPY -> entropy(target, mean) + entropy(1 - target, 1 - mean);
      case CROSS_ENTROPY, KL_DIVERGENCE -> entropy(target, mean);
      case POLICY_GRADIENT, PPO_CLIP -> Double.NaN;
      case HINGE -> target > 0 == mean > 1.0 / 2 ? 0 : 2;
    };
  }

  private static double entropy(double target, double mean) {
    return target == 0 || mean <= 0 ? 0 : -target * Math.log(mean);
  }
}
