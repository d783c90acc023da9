package studio.backprop.layer;

import studio.backprop.op.BinaryCrossEntropy;
import studio.backprop.op.BinaryCrossEntropyLogits;
import studio.backprop.op.Builder;
import studio.backprop.op.CrossEntropyLogits;
import studio.backprop.op.HardSigmoid;
import studio.backprop.op.Heaviside;
import studio.backprop.op.Hinge;
import studio.backprop.op.Huber;
import studio.backprop.op.KlDivergence;
import studio.backprop.op.LogSoftmax;
import studio.backprop.op.LossOp;
import studio.backprop.op.MeanAbsoluteError;
import studio.backprop.op.MeanSquaredError;
import studio.backprop.op.Op;
import studio.backprop.op.PolicyGradient;
import studio.backprop.op.PpoClip;
import studio.backprop.op.Rearrange;
import studio.backprop.op.Sigmoid;
import studio.backprop.op.Softmax;
import studio.backprop.setting.Setting;
import studio.backprop.tensor.Tensor;
import studio.backprop.text.Message;

/** Loss functions. Classification losses use logits where possible, for numerical stability: a preceding softmax or sigmoid is fused. */
public enum Loss {
  MSE,
  MAE,
  HUBER,
  BINARY_CROSS_ENTROPY,
  CROSS_ENTROPY,
  HINGE,
  KL_DIVERGENCE,
  /** Policy gradient of an agent: of the action taken, not of a label. */
  POLICY_GRADIENT,
  PPO_CLIP;

  /** Whether it is a classification loss; otherwise regression. */
  public boolean forClasses() {
    return switch (this) {
      case MSE, MAE, HUBER -> false;
      case BINARY_CROSS_ENTROPY, CROSS_ENTROPY, HINGE, KL_DIVERGENCE, POLICY_GRADIENT, PPO_CLIP -> true;
    };
  }

  /** Whether it needs one output per class; others can use a single output for two classes. */
  public boolean isCategorical() {
    return this == CROSS_ENTROPY || this == KL_DIVERGENCE || isPolicy();
  }

  /** Whether it needs actions of an agent. */
  public boolean isPolicy() {
    return this == POLICY_GRADIENT || this == PPO_CLIP;
  }

  /** Decision threshold of a single output: a probability of one half, or 0 for margins. */
  public double cut() {
    return this == HINGE ? 0 : 0.5;
  }

  public Message title() {
    return Setting.choiceTitle(this);
  }

  /**
   * Builds the loss over a prediction. Targets are numbers, or 0 and 1 for classes.
   *
   * @param delta threshold of Huber's loss
   */
  Tensor build(Builder builder, Tensor prediction, double delta) {
    Tensor target = builder.target(prediction.shape());
    return builder.add(
        switch (this) {
          case MSE -> new MeanSquaredError(builder, shown(builder, prediction), target);
          case MAE -> new MeanAbsoluteError(builder, shown(builder, prediction), target);
          case HUBER -> new Huber(builder, shown(builder, prediction), target, delta);
          case HINGE -> new Hinge(builder, shown(builder, prediction), target);
          case BINARY_CROSS_ENTROPY -> binary(builder, prediction, target);
          case CROSS_ENTROPY -> new CrossEntropyLogits(builder, softmax(builder, prediction), target);
          case POLICY_GRADIENT -> new PolicyGradient(builder, softmax(builder, prediction), target);
          case PPO_CLIP -> new PpoClip(builder, softmax(builder, prediction), target);
          case KL_DIVERGENCE -> new KlDivergence(builder, logShares(builder, prediction), target);
        });
  }

  private static Tensor shown(Builder builder, Tensor prediction) {
    builder.predicts(prediction);
    return prediction;
  }

  private static LossOp binary(Builder builder, Tensor prediction, Tensor target) {
    Op producer = builder.producer(prediction);
    Op behind = producer instanceof Rearrange moved ? builder.producer(moved.inputs().get(0)) : producer;
    if (behind instanceof Softmax || behind instanceof HardSigmoid || behind instanceof Heaviside) {
      return new BinaryCrossEntropy(builder, shown(builder, prediction), target);
    }
    if (behind instanceof Sigmoid placed && behind != producer) {
      // images in vector lanes were rearranged: so are their logits, which bypass the probabilities
      Tensor logits = builder.add(new Rearrange(builder.kernels(), placed.logits(), prediction.lanes()));
      return binary(builder, builder.add(new Sigmoid(builder, "probability", logits.reshaped("logits", prediction.shape()))), target);
    }
    Sigmoid sigmoid = producer instanceof Sigmoid placed ? placed : new Sigmoid(builder, "probability", prediction);
    show(builder, producer, sigmoid);
    return new BinaryCrossEntropyLogits(builder, sigmoid, target);
  }

  private static Softmax softmax(Builder builder, Tensor prediction) {
    Op producer = builder.producer(prediction);
    Softmax softmax = producer instanceof Softmax placed ? placed : new Softmax(builder, "probability", prediction);
    show(builder, producer, softmax);
    return softmax;
  }

  private static Tensor logShares(Builder builder, Tensor prediction) {
    Op producer = builder.producer(prediction);
    if (producer instanceof LogSoftmax placed) {
      builder.predicts(placed.probability());
      return prediction;
    }
    Tensor logits = producer instanceof Softmax softmax ? softmax.logits() : prediction;
    LogSoftmax log = new LogSoftmax(builder, "log_probability", logits);
    builder.predicts(log.probability());
    return builder.add(log);
  }

  /** Shows probabilities as the prediction, with a new op unless the network has one. */
  private static void show(Builder builder, Op producer, Op probabilities) {
    builder.predicts(producer == probabilities ? probabilities.output() : builder.add(probabilities));
  }
}
