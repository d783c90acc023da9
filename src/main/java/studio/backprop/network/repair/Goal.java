package studio.backprop.network.repair;

import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Loss;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;

/**
 * Requirements of the data on a network.
 *
 * @param data name in messages
 * @param input shape of one example
 * @param tokens vocabulary size, 0 for numeric inputs
 * @param outputs size of a prediction: number of classes, or 1
 * @param classes whether it is a classification
 */
public record Goal(Message data, Shape input, int tokens, int outputs, boolean classes) {
  public Loss loss(long width) {
    if (!classes) {
      return Loss.MSE;
    }
    return width == 1 && outputs == 2 ? Loss.BINARY_CROSS_ENTROPY : Loss.CROSS_ENTROPY;
  }

  Dense outputLayer() {
    return Dense.of(outputs, classes ? Activation.SOFTMAX : Activation.NONE);
  }
}
