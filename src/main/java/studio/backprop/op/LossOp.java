package studio.backprop.op;

import java.util.List;
import java.util.stream.Stream;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/**
 * Base of losses: the scalar mean of the costs of all answers. An answer is a single number, or the scores of the classes along the last
 * axis. prediction and target: [batch, …], loss: scalar. Answers with the target NaN are ignored, such as a padded time step or an
 * unlabelled node. Costs of {@link CostOp}s are added per example: the loss is the sum of both, divided by the number of answers. Each
 * subclass has one answer's cost and its derivative side by side.
 *
 * <p>With {@link ClassWeights} w the mean is weighted: Σ w·cost ⁄ Σ w over the known answers of the batch, as PyTorch's {@code
 * CrossEntropyLoss(weight=w)}, for every loss; w is the weight of the answer's class, for soft targets the expected weight. Costs of other
 * ops are not weighted.
 *
 * <p>For an {@link Builder#opposed opposed} objective, costs and gradients have the other sign.
 */
public abstract class LossOp implements Op {
  protected final Tensor prediction;
  protected final Tensor target;
  /** Numbers per answer. */
  protected final int width;
  private final int answers;
  /** Costs of other ops: [batch] each. */
  private final Tensor[] costs;
  private final int[] known;
  /** By class; null if uniform. */
  private final double[] weights;
  /** Numbers of the target that encode the class. */
  private final int span;
  /** 1, or −1 if the loss is maximized. */
  private final int sign;
  private int counted;
  private double weightSum;
  private double added;
  private double total;
  private final Tensor perExample;
  private final Tensor loss;

  protected LossOp(Builder builder, Tensor prediction, Tensor target, int width) {
    this.prediction = prediction;
    this.target = target;
    this.width = width;
    this.answers = prediction.rowCount() / width;
    this.costs = builder.costs().toArray(Tensor[]::new);
    this.known = new int[prediction.rows()];
    this.sign = builder.opposed() ? -1 : 1;
    ClassWeights byClass = builder.classWeights();
    this.weights = byClass.weigh() ? byClass.values() : null;
    this.span = byClass.oneHot() ? byClass.byClass().size() : 1;
    this.perExample = new Tensor("example_loss", prediction.rows(), Shape.SCALAR, false);
    this.loss = new Tensor("loss", 1, Shape.SCALAR, prediction.hasGrad());
  }

  @Override
  public final boolean mixesExamples() {
    return true;
  }

  @Override
  public final List<Tensor> inputs() {
    return Stream.concat(Stream.of(prediction, target), Stream.of(costs)).toList();
  }

  @Override
  public final Tensor output() {
    return loss;
  }

  /** Unweighted loss per example: [batch]. */
  public final Tensor perExample() {
    return perExample;
  }

  @Override
  public List<Tensor> inner() {
    return List.of(perExample);
  }

  /** Answers in a batch, including unknown ones. */
  public final int answers() {
    return prediction.rows() * answers;
  }

  /** Numbers per answer: one, or the number of classes. */
  public final int width() {
    return width;
  }

  /** Loss of an answer of the batch, by index; NaN where unknown. */
  public final double cost(int answer) {
    int at = answer * width;
    return Float.isNaN(target.values()[at]) ? Double.NaN : sign * cost(prediction.values(), target.values(), at);
  }

  /** Weight of a known answer of the batch, by index: of its class, or 1. */
  public final double weight(int answer) {
    return weights == null ? 1 : weight(target.values(), answer * width);
  }

  /** Weight of a known answer with these class weights. */
  public final double weight(int answer, ClassWeights by) {
    return !by.weigh() ? 1 : weight(by.values(), by.oneHot() ? by.byClass().size() : 1, target.values(), answer * width);
  }

  /** Sign of costs and gradients: −1 if the loss is maximized. */
  public final int sign() {
    return sign;
  }

  /** Whether class weights are non-uniform. */
  public final boolean weighs() {
    return weights != null;
  }

  /** Sum of weights of the known answers: their number, if uniform. */
  public final double weightSum() {
    return weightSum;
  }

  /** Known answers of the batch. */
  public final int counted() {
    return counted;
  }

  /** Known answers of one example. */
  public final int counted(int row) {
    return known[row];
  }

  /** The loss in double precision. */
  public final double total() {
    return total;
  }

  /** The part of the loss from {@link CostOp}s. */
  public final double added() {
    return added;
  }

  @Override
  public final void forward(Mode mode) {
    float[] p = prediction.values();
    float[] t = target.values();
    float[] each = perExample.values();
    double sum = 0;
    double own = 0;
    double weighed = 0;
    weightSum = 0;
    counted = 0;
    for (int row = 0; row < each.length; row++) {
      double cost = 0;
      known[row] = 0;
      int end = (row + 1) * answers * width;
      for (int at = row * answers * width; at < end; at += width) {
        if (!Float.isNaN(t[at])) {
          double one = sign * cost(p, t, at);
          cost += one;
          known[row]++;
          if (weights != null) {
            double weight = weight(t, at);
            weighed += weight * one;
            weightSum += weight;
          }
        }
      }
      double extra = known[row] == 0 ? 0 : own(row);
      each[row] = known[row] == 0 ? 0 : (float) ((cost + extra) / known[row]);
      sum += cost + extra;
      own += extra;
      counted += known[row];
    }
    added = counted == 0 ? 0 : own / counted;
    weightSum = weights == null ? counted : weightSum;
    total = counted == 0 ? 0 : weights == null ? sum / counted : weighed / weightSum + added;
    loss.values()[0] = (float) total;
  }

  /** Weight of the class that the target at {@code at} encodes. */
  private double weight(float[] t, int at) {
    return weight(weights, span, t, at);
  }

  private static double weight(double[] weights, int span, float[] t, int at) {
    if (span == 1) {
      return t[at] > 0.5f ? weights[1] : weights[0];
    }
    int from = at - at % span; // several losses of single numbers may belong to one answer
    double weight = 0;
    for (int i = 0; i < span; i++) {
      weight += t[from + i] * weights[i];
    }
    return weight;
  }

  private double own(int row) {
    double own = 0;
    for (Tensor cost : costs) {
      own += cost.values()[row];
    }
    return own;
  }

  @Override
  public final void backward() {
    if (!prediction.hasGrad() || counted == 0) {
      return;
    }
    float[] t = target.values();
    float scale = loss.grads()[0] / counted;
    float signed = sign * scale;
    for (int at = 0; at < t.length; at += width) {
      if (!Float.isNaN(t[at])) {
        float share = weights == null ? signed : (float) (sign * loss.grads()[0] * weight(t, at) / weightSum);
        addGradient(prediction.values(), t, at, share, prediction.grads());
      }
    }
    for (Tensor cost : costs) {
      for (int row = 0; cost.hasGrad() && row < known.length; row++) {
        cost.grads()[row] += known[row] == 0 ? 0 : scale;
      }
    }
  }

  /** Loss of the answer at {@code at}. */
  protected abstract double cost(float[] p, float[] t, int at);

  /** dp += scale · derivative of the answer's loss. */
  protected abstract void addGradient(float[] p, float[] t, int at, float scale, float[] dp);
}
