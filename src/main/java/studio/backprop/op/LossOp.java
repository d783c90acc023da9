package studio.backprop.op;

import java.util.List;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/**
 * An op whose output is one number to make small: the mean over the batch of what each example costs. prediction and target: [batch, …],
 * loss: one number. Each subclass has one example's cost and its derivative side by side.
 */
public abstract class LossOp implements Op {
  protected final Tensor prediction;
  protected final Tensor target;
  protected final int batch;
  protected final int width;
  private final Tensor perExample;
  private final Tensor loss;

  protected LossOp(Builder builder, Tensor prediction, Tensor target) {
    this.prediction = prediction;
    this.target = target;
    this.batch = prediction.rows();
    this.width = prediction.rowCount();
    this.perExample = builder.buffer("example_loss", Shape.SCALAR);
    this.loss = new Tensor("loss", 1, Shape.SCALAR, prediction.hasGrad());
  }

  @Override
  public final List<Tensor> inputs() {
    return List.of(prediction, target);
  }

  @Override
  public final Tensor output() {
    return loss;
  }

  /** What each example costs: [batch]. */
  public final Tensor perExample() {
    return perExample;
  }

  @Override
  public final List<Tensor> inner() {
    return List.of(perExample);
  }

  @Override
  public final void forward(Mode mode) {
    float[] each = perExample.values();
    double sum = 0;
    for (int row = 0; row < batch; row++) {
      each[row] = (float) cost(prediction.values(), target.values(), row * width);
      sum += each[row];
    }
    loss.values()[0] = (float) (sum / batch);
  }

  @Override
  public final void backward() {
    if (!prediction.hasGrad()) {
      return;
    }
    float scale = loss.grads()[0] / batch;
    for (int row = 0; row < batch; row++) {
      addGradient(prediction.values(), target.values(), row * width, scale, prediction.grads());
    }
  }

  /** What the example whose numbers start at {@code at} costs. */
  protected abstract double cost(float[] p, float[] t, int at);

  /** dp += scale · the derivative of that example's cost. */
  protected abstract void addGradient(float[] p, float[] t, int at, float scale, float[] dp);
}
