package studio.backprop.layer;

import studio.backprop.op.BinaryCrossEntropyLogits;
import studio.backprop.op.Builder;
import studio.backprop.op.CrossEntropyLogits;
import studio.backprop.op.LossOp;
import studio.backprop.op.MeanSquaredError;
import studio.backprop.op.Op;
import studio.backprop.op.Sigmoid;
import studio.backprop.op.Softmax;
import studio.backprop.setting.Setting;
import studio.backprop.tensor.Tensor;
import studio.backprop.text.Message;

/** What the network is to make small. The cross-entropies compute from logits, which is exact where probabilities would round to 0 or 1. */
public enum Loss {
  MSE,
  BINARY_CROSS_ENTROPY,
  CROSS_ENTROPY;

  /** Whether it compares classes; otherwise it compares numbers. */
  public boolean forClasses() {
    return this != MSE;
  }

  /** The prediction above which a single output means the second class. */
  public double cut() {
    return 0.5;
  }

  public Message title() {
    return Setting.choiceTitle(this);
  }

  /** Places the loss over a prediction. Softmax and sigmoid before a cross-entropy are read through to their logits. */
  Tensor build(Builder builder, Tensor prediction) {
    Tensor target = builder.target(prediction.shape());
    return builder.add(
        switch (this) {
          case MSE -> plain(builder, prediction, new MeanSquaredError(builder, prediction, target));
          case BINARY_CROSS_ENTROPY -> new BinaryCrossEntropyLogits(builder, logOdds(builder, prediction), target);
          case CROSS_ENTROPY -> new CrossEntropyLogits(builder, logits(builder, prediction), target);
        });
  }

  private static LossOp plain(Builder builder, Tensor prediction, LossOp op) {
    builder.predicts(prediction);
    return op;
  }

  private static Tensor logits(Builder builder, Tensor prediction) {
    Op producer = builder.producer(prediction);
    if (producer instanceof Softmax softmax) {
      builder.predicts(prediction);
      return softmax.logits();
    }
    builder.predicts(builder.add(new Softmax(builder, "probability", prediction)));
    return prediction;
  }

  private static Tensor logOdds(Builder builder, Tensor prediction) {
    Op producer = builder.producer(prediction);
    if (producer instanceof Sigmoid sigmoid) {
      builder.predicts(prediction);
      return sigmoid.logits();
    }
    builder.predicts(builder.add(new Sigmoid(builder, "probability", prediction)));
    return prediction;
  }
}
