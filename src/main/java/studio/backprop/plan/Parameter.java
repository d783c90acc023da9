package studio.backprop.plan;

import studio.backprop.layer.ParameterSpec;
import studio.backprop.tensor.Tensor;

/**
 * A parameter of a node.
 *
 * @param spec declared by the layer
 * @param tensor values and, if trainable, gradients
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
