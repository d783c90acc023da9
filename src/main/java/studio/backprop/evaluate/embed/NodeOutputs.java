package studio.backprop.evaluate.embed;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import studio.backprop.data.PreparedData;
import studio.backprop.data.TargetForm;
import studio.backprop.data.Task;
import studio.backprop.observe.Example;
import studio.backprop.observe.predict.Replica;
import studio.backprop.op.Mode;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.plan.Plan;
import studio.backprop.project.PredictedClass;
import studio.backprop.tensor.Tensor;
import studio.backprop.train.learn.Evaluator;
import studio.backprop.train.learn.Feed;

/**
 * Outputs of a node and predictions of the network for some examples, by the weights of one step. Immutable; arrays are not copied.
 *
 * @param step of the weights
 * @param examples the rows
 * @param points [example][output component]
 * @param predicted [example] class; −1 if not a single class
 * @param scores [example] score of that class, or predicted value in the target's unit; NaN for several targets
 * @param losses [example]
 */
public record NodeOutputs(long step, List<Example> examples, double[][] points, int[] predicted, double[] scores, double[] losses) {
  private static final int BATCH = 128;

  /**
   * Runs the examples through a replica.
   *
   * @param node empty for the prepared input
   * @param threshold inclusive, for the second of two classes; empty for the loss's
   * @param rest called before each batch; may block, or throw to abort
   */
  public static NodeOutputs of(
      Replica replica, OptionalInt node, List<Example> examples, OptionalDouble threshold, Runnable rest) {
    PreparedData data = replica.data();
    int width = data.dataset().width();
    NodeOutputs all = new NodeOutputs(replica.step(), List.copyOf(examples), new double[examples.size()][], new int[examples.size()],
        new double[examples.size()], new double[examples.size()]);
    TargetForm form = Evaluator.targetForm(replica.network(), data);
    float[] target = new float[data.targetWidth(form)];
    Plan plan = null;
    for (int from = 0; from < examples.size(); from += BATCH) {
      rest.run();
      int count = Math.min(BATCH, examples.size() - from);
      plan = plan != null && plan.batch() == count ? plan : replica.compiled(Purpose.PREDICT, count);
      float[] batch = new float[count * width];
      for (int i = 0; i < count; i++) {
        Example example = examples.get(from + i);
        data.copyInput(example.part(), example.row(), batch, i * width);
        data.copyTarget(example.part(), example.row(), form, target, 0);
        plan.target().setRow(i, target, 0);
      }
      Feed.put(batch, 0, width, plan);
      plan.forward(Mode.EVALUATE);
      for (int i = 0; i < count; i++) {
        all.points[from + i] = node.isPresent() ? row(plan, node.getAsInt(), i) : input(batch, i * width, width);
        all.judge(replica, threshold, plan, from + i, i);
      }
    }
    return all;
  }

  /** False after diverged training. */
  public boolean isFinite() {
    return Arrays.stream(points).allMatch(point -> Arrays.stream(point).allMatch(Double::isFinite));
  }

  private static double[] row(Plan plan, int node, int row) {
    Tensor output = plan.output(node).orElseThrow(() -> new IllegalArgumentException("node " + node + " does not lead to the loss"));
    double[] numbers = new double[output.rowCount()];
    for (int place = 0; place < numbers.length; place++) {
      numbers[place] = output.get(row, place);
    }
    return numbers;
  }

  private static double[] input(float[] batch, int from, int width) {
    double[] numbers = new double[width];
    for (int place = 0; place < width; place++) {
      numbers[place] = batch[from + place];
    }
    return numbers;
  }

  private void judge(Replica replica, OptionalDouble threshold, Plan plan, int at, int row) {
    PreparedData data = replica.data();
    losses[at] = plan.loss().perExample().get(row, 0);
    predicted[at] = -1;
    scores[at] = Double.NaN;
    if (data.dataset().answers() > 1) {
      return;
    }
    Tensor prediction = plan.prediction();
    if (data.dataset().task() == Task.REGRESSION) {
      scores[at] = data.targetScaler().unscaleExactly(0, prediction.get(row, 0));
      return;
    }
    float[] numbers = new float[prediction.rowCount()];
    prediction.copyRow(row, numbers);
    int width = Math.min(numbers.length, data.dataset().classNames().size());
    predicted[at] = PredictedClass.of(numbers, 0, width, replica.loss().cut(), threshold);
    // a single number is of the second class, its complement of the first
    scores[at] = width > 1 ? numbers[predicted[at]] : predicted[at] == 1 ? numbers[0] : 2 * replica.loss().cut() - numbers[0];
  }
}
