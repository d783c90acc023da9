package studio.backprop.evaluate.embed;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.TargetForm;
import studio.backprop.observe.Example;
import studio.backprop.observe.predict.Replica;
import studio.backprop.op.Mode;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.plan.Plan;
import studio.backprop.project.PredictedClass;
import studio.backprop.tensor.Tensor;
import studio.backprop.train.learn.Evaluator;
import studio.backprop.train.learn.Feed;

/** Layer outputs and predictions for the nodes of a single-graph dataset, in one pass. */
public final class GraphOutputs {
  /** Clipping of probabilities, as in the cross-entropy. */
  private static final double MIN_PROBABILITY = 1e-12;

  private GraphOutputs() {}

  /**
   * Runs the graph through a replica.
   *
   * @param layer with output [nodes, units]; empty for the prepared node features
   * @param nodes as rows ({@link studio.backprop.data.NodeRows})
   * @param examples rows of {@code nodes}
   * @param threshold inclusive, for the second of two classes; empty for the loss's
   */
  public static NodeOutputs of(
      Replica replica, OptionalInt layer, PreparedData nodes, List<Example> examples, OptionalDouble threshold) {
    PreparedData data = replica.data();
    int count = data.dataset().answers();
    float[] input = new float[data.dataset().width()];
    data.copyInput(Part.TRAIN, 0, input, 0);
    Plan plan = pass(replica, input);
    Tensor output = layer.isEmpty() ? null : plan.output(layer.getAsInt())
        .orElseThrow(() -> new IllegalArgumentException("node " + layer.getAsInt() + " does not lead to the loss"));
    if (output != null && output.rowCount() % count != 0) {
      throw new IllegalArgumentException("node " + layer.getAsInt() + " outputs " + output.rowCount() + " numbers for " + count + " nodes");
    }
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
      float[] numbers = numbers(plan.prediction(), node, count);
      double cut = replica.loss().cut();
      double[] all = scores(numbers, cut);
      predicted[i] = PredictedClass.of(numbers, 0, numbers.length, cut, threshold);
      scores[i] = all[predicted[i]];
      losses[i] = -Math.log(Math.max(MIN_PROBABILITY, all[nodes.classOf(example.part(), example.row())]));
    }
    return new NodeOutputs(replica.step(), List.copyOf(examples), points, predicted, scores, losses);
  }

  private static Plan pass(Replica replica, float[] input) {
    PreparedData data = replica.data();
    Plan plan = replica.compiled(Purpose.PREDICT, 1);
    TargetForm form = Evaluator.targetForm(replica.network(), data);
    float[] target = new float[data.targetWidth(form)];
    data.copyTarget(Part.TRAIN, 0, form, target, 0);
    plan.target().setRow(0, target, 0);
    Feed.put(input, 0, input.length, plan);
    plan.forward(Mode.EVALUATE);
    return plan;
  }

  /** Prediction for a node: by class, or a single number of the second one. */
  private static float[] numbers(Tensor prediction, int node, int nodes) {
    float[] numbers = new float[prediction.rowCount() / nodes];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = prediction.get(0, node * numbers.length + i);
    }
    return numbers;
  }

  /** Score of each class; of a single number, the complement for the first. */
  private static double[] scores(float[] numbers, double cut) {
    return numbers.length == 1 ? new double[] {2 * cut - numbers[0], numbers[0]}
        : IntStream.range(0, numbers.length).mapToDouble(i -> numbers[i]).toArray();
  }
}
