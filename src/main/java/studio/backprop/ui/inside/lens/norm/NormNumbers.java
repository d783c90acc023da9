package studio.backprop.ui.inside.lens.norm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.backprop.observe.NodeTrace;
import studio.backprop.observe.NodeTrace.OpLook;
import studio.backprop.observe.NodeTrace.Tensors;
import studio.backprop.op.LayerNormalization;
import studio.backprop.op.NormalizeBatch;
import studio.backprop.op.NormalizeImages;
import studio.backprop.op.Op;

/**
 * Inputs and outputs of a normalization in groups: a channel over the batch, or a row.
 *
 * @param all number of groups; of many only the first ones are listed
 * @param copied examples whose values were copied
 */
record NormNumbers(boolean byRow, List<Group> groups, int all, int copied) {
  /** The ops that normalize. */
  static final List<Class<? extends Op>> KINDS = List.of(NormalizeBatch.class, NormalizeImages.class, LayerNormalization.class);

  private static final int MAX_GROUPS = 64;

  /**
   * Values that are normalized together.
   *
   * @param before x
   * @param after y
   * @param mean μ of the engine
   * @param variance σ²
   * @param gamma scale; NaN where each value has its own
   * @param beta shift
   * @param runningMean mean in inference mode; NaN without
   * @param runningVariance likewise
   */
  record Group(
      float[] before, float[] after, double mean, double variance, double gamma, double beta, double runningMean, double runningVariance) {}

  /** Running statistics of each channel. */
  record Running(float[] means, float[] variances) {}

  /**
   * Of the batch, if there is one, otherwise the chosen example; where rows of a sequence are normalized always the example.
   *
   * @param running empty without running statistics
   */
  static NormNumbers of(NodeTrace look, OpLook example, Optional<Running> running) {
    OpLook batch = look.batch().stream().filter(op -> op.kind() == example.kind()).findFirst().orElse(example);
    if (example.kind() == LayerNormalization.class) {
      return rows(example.inputs().get(0).shape().rank() > 1 ? example : batch);
    }
    return channels(batch, running);
  }

  private static NormNumbers rows(OpLook op) {
    Tensors x = op.inputs().get(0);
    int width = Math.toIntExact(op.parameters().get(0).shape().count());
    List<Group> groups = new ArrayList<>();
    for (int at = 0; at + width <= x.values().length && groups.size() < MAX_GROUPS; at += width) {
      float[] before = Arrays.copyOfRange(x.values(), at, at + width);
      float[] after = Arrays.copyOfRange(op.output().values(), at, at + width);
      double mean = mean(before);
      groups.add(new Group(before, after, mean, variance(before, mean), Double.NaN, Double.NaN, Double.NaN, Double.NaN));
    }
    return new NormNumbers(true, groups, x.values().length / width, x.rows());
  }

  private static NormNumbers channels(OpLook op, Optional<Running> running) {
    Tensors x = op.inputs().get(0);
    float[] gamma = op.parameters().get(0).values();
    float[] beta = op.parameters().get(1).values();
    int rank = x.shape().rank();
    int plane = rank == 3 ? x.shape().size(1) * x.shape().size(2) : 1;
    List<Group> groups = new ArrayList<>();
    for (int channel = 0; channel < Math.min(MAX_GROUPS, gamma.length); channel++) {
      int at = channel;
      float[] before = of(x.values(), channel, plane, gamma.length);
      float[] after = of(op.output().values(), channel, plane, gamma.length);
      groups.add(new Group(
          before, after, op.inner("batch_mean").orElseThrow().values()[channel],
          op.inner("batch_variance").orElseThrow().values()[channel], gamma[channel], beta[channel],
          running.map(kept -> (double) kept.means()[at]).orElse(Double.NaN), running.map(kept -> (double) kept.variances()[at])
              .orElse(Double.NaN)));
    }
    return new NormNumbers(false, groups, gamma.length, x.rows());
  }

  private static float[] of(float[] values, int channel, int plane, int channels) {
    float[] taken = new float[values.length / channels];
    for (int i = 0; i < taken.length; i++) {
      taken[i] = values[(i / plane * channels + channel) * plane + i % plane];
    }
    return taken;
  }

  static double mean(float[] of) {
    return IntStream.range(0, of.length).mapToDouble(i -> of[i]).average().orElse(0);
  }

  static double variance(float[] of, double mean) {
    return IntStream.range(0, of.length).mapToDouble(i -> (of[i] - mean) * (of[i] - mean)).average().orElse(0);
  }

  /** Histogram of a range in equal bins; values beyond are counted in the outer ones. */
  static int[] counts(float[] of, double low, double high, int bins) {
    int[] counts = new int[bins];
    for (float value : of) {
      if (Float.isFinite(value)) {
        counts[(int) Math.max(0, Math.min(bins - 1, (value - low) / (high - low) * bins))]++;
      }
    }
    return counts;
  }
}
