package studio.backprop.observe.predict;

import studio.backprop.kernel.Kernels;
import studio.backprop.network.Network;
import studio.backprop.op.Mode;
import studio.backprop.plan.Compiler;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.plan.Parameters;
import studio.backprop.plan.Plan;
import studio.backprop.tensor.Seeds;
import studio.backprop.train.learn.Feed;

/** Predictions for unlabelled examples, such as new rows of a table. */
public final class Predictor {
  private static final int BATCH = 128;

  private final Network network;
  private final Parameters parameters;
  private final Kernels kernels;

  public Predictor(Network network, Parameters parameters, Kernels kernels) {
    this.network = network;
    this.parameters = parameters;
    this.kernels = kernels;
  }

  public int width() {
    int output = network.objective().output().id();
    return (int) network.analyse().inputShapes().get(output).get(0).count();
  }

  /** Predictions for scaled examples, [rows × {@link #width}]. @param inputs [rows × features] */
  public float[] predict(float[] inputs, int rows) {
    int inputWidth = inputs.length / rows;
    int width = width();
    float[] predictions = new float[Math.multiplyExact(rows, width)];
    Plan plan = null;
    for (int from = 0; from < rows; from += BATCH) {
      int size = Math.min(BATCH, rows - from);
      if (plan == null || plan.batch() != size) {
        plan = Compiler.compile(network, parameters, kernels, new Seeds(0), Purpose.PREDICT_LEAN, size);
      }
      Feed.put(inputs, from * inputWidth, inputWidth, plan);
      plan.forward(Mode.EVALUATE);
      copy(plan, predictions, from * width, width);
    }
    return predictions;
  }

  private static void copy(Plan plan, float[] predictions, int at, int width) {
    for (int row = 0; row < plan.batch(); row++) {
      for (int i = 0; i < width; i++) {
        predictions[at + row * width + i] = plan.prediction().get(row, i);
      }
    }
  }
}
