package studio.backprop.network.repair;

import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Loss;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;

/**
 * What data ask of a network.
 *
 * @param data how sentences name the data
 * @param input the shape of one example
 * @param tokens how many different tokens an input is made of, 0 where it is made of numbers
 * @param outputs numbers in a prediction: one for each class, or a single value
 * @param classes whether classes are told apart; otherwise a value is predicted
 */
public record Goal(Message data, Shape input, int tokens, int outputs, boolean classes) {
  /** The loss that suits a prediction of this many numbers. */
  public Loss loss(long width) {
    if (!classes) {
      return Loss.MSE;
    }
    return width == 1 && outputs == 2 ? Loss.BINARY_CROSS_ENTROPY : Loss.CROSS_ENTROPY;
  }

  /** The layer that makes the prediction. */
  Dense outputLayer() {
    return Dense.of(outputs, classes ? Activation.SOFTMAX : Activation.NONE);
  }
}
