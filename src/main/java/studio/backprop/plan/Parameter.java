package studio.backprop.plan;

import studio.backprop.layer.ParameterSpec;
import studio.backprop.tensor.Tensor;

/**
 * An array of numbers that a node keeps between steps.
 *
 * @param node the id of the node whose it is
 * @param spec what the layer said of it
 * @param tensor its numbers and, if it is learned, their gradients
 */
public record Parameter(int node, ParameterSpec spec, Tensor tensor) {
  public String name() {
    return spec.name();
  }

  public boolean learned() {
    return spec.trainable();
  }

  static Parameter fresh(int node, ParameterSpec spec) {
    return new Parameter(node, spec, new Tensor(spec.name(), spec.rows(), spec.shape(), spec.trainable()));
  }
}
