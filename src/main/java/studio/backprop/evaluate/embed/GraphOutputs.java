package studio.backprop.evaluate.embed;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.TargetForm;
import studio.backprop.op.Mode;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.plan.Plan;
import studio.backprop.tensor.Tensor;
import studio.backprop.train.learn.Evaluator;
import studio.backprop.train.learn.Feed;
import studio.backprop.train.observe.Example;
import studio.backprop.train.predict.Replica;

/** What a layer outputs for each node of the one graph that the data are, and what the network predicts for it, in one pass. */
public final class GraphOutputs {
  /** A probability of 0 is taken for this, as the cross-entropy takes it. */
  private static final double LEAST = 1e-12;

  private GraphOutputs() {}

  /**
   * Sends the graph through a copy of the network.
   *
   * @param layer whose output is read, [nodes, units]; empty for the prepared features of the nodes
   * @param nodes as rows of their own, see {@link studio.backprop.data.NodeRows}
   * @param examples rows of {@code nodes}
   * @param threshold at and above which the second of two classes is predicted; empty for that of the loss
   */
  public static NodeOutputs of(
      Replica replica, OptionalInt layer, PreparedData nodes, List<Example> examples, OptionalDouble threshold) {
    PreparedData data = replica.data();
    int count = data.dataset().answers();
    Plan plan = pass(replica);
    Tensor output = layer.isEmpty() ? null : plan.output(layer.getAsInt())
        .orElseThrow(() -> new IllegalArgumentException("node " + layer.getAsInt() + " does not lead to the loss"));
    if (output != null && output.rowCount() % count != 0) {
      throw new IllegalArgumentException("node " + layer.getAsInt() + " outputs " + output.rowCount() + " numbers for " + count + " nodes");
    }
    float[] input = new float[data.dataset().width()];
    data.copyInput(Part.TRAIN, 0, input, 0);
    int units = output == null ? nodes.dataset().width() : output.rowCount() / count;
    int size = examples.size();
    double[][] points = new double[size][units];
    int[] predicted = new int[size];
    double[] scores = new double[size];
    double[] losses = new double[size];
    for (int i = 0; i < size; i++) {
      Example example = examples.get(i);
      int node = nodes.split().row(example.part(), example.row());
      for (int unit = 0; unit < units; unit++) {
        points[i][unit] = output == null ? input[node * units + unit] : output.get(0, node * units + unit);
      }
      double[] all = scores(plan.prediction(), node, count, replica.loss().cut());
      predicted[i] = predicted(all, threshold);
      scores[i] = all[predicted[i]];
      losses[i] = -Math.log(Math.max(LEAST, all[nodes.classOf(example.part(), example.row())]));
    }
    return new NodeOutputs(replica.step(), List.copyOf(examples), points, predicted, scores, losses);
  }

  private static Plan pass(Replica replica) {
    PreparedData data = replica.data();
    Plan plan = replica.compiled(Purpose.PREDICT, 1);
    TargetForm form = Evaluator.targetForm(replica.network(), data);
    float[] target = new float[data.targetWidth(form)];
    data.copyTarget(Part.TRAIN, 0, form, target, 0);
    plan.target().setRow(0, target, 0);
    float[] input = new float[data.dataset().width()];
    data.copyInput(Part.TRAIN, 0, input, 0);
    Feed.put(input, 0, input.length, plan);
    plan.forward(Mode.EVALUATE);
    return plan;
  }

  /** The score of each class; one number for a node speaks for the second class, and what it lacks for the first. */
  private static double[] scores(Tensor prediction, int node, int nodes, double cut) {
    int width = prediction.rowCount() / nodes;
    double[] all = new double[Math.max(2, width)];
    if (width == 1) {
      all[1] = prediction.get(0, node);
      all[0] = 2 * cut - all[1];
      return all;
    }
    Arrays.setAll(all, c -> prediction.get(0, node * width + c));
    return all;
  }

  /** The first of the largest scores; of two classes the second at and above its threshold. */
  private static int predicted(double[] scores, OptionalDouble threshold) {
    if (scores.length == 2) {
      return threshold.isPresent() ? scores[1] >= threshold.getAsDouble() ? 1 : 0 : scores[1] >= scores[0] ? 1 : 0;
    }
    int best = 0;
    for (int c = 1; c < scores.length; c++) {
      best = scores[c] > scores[best] ? c : best;
    }
    return best;
  }
}
