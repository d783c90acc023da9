package studio.backprop.layer;

import studio.backprop.op.Builder;
import studio.backprop.op.Relu;
import studio.backprop.op.Sigmoid;
import studio.backprop.op.Softmax;
import studio.backprop.tensor.Init;
import studio.backprop.tensor.Tensor;

/** The functions that bend a layer's sums. Without one, layers in a row are no more than a single layer. */
public enum Activation {
  NONE("", Init.Kind.GLOROT_UNIFORM, null),
  RELU("ReLU", Init.Kind.HE_NORMAL, Relu::new),
  SIGMOID("sigmoid", Init.Kind.GLOROT_UNIFORM, Sigmoid::new),
  SOFTMAX("softmax", Init.Kind.GLOROT_UNIFORM, Softmax::new);

  /** Makes the op over a tensor. */
  private interface Maker {
    studio.backprop.op.Op make(Builder builder, String name, Tensor x);
  }

  private final String label;
  private final Init.Kind init;
  private final Maker maker;

  Activation(String label, Init.Kind init, Maker maker) {
    this.label = label;
    this.init = init;
    this.maker = maker;
  }

  /** The initial weights that keep signals alive through it. */
  public Init suitedInit() {
    return Init.of(init);
  }

  /** As written on a node, such as {@code ReLU}; the names are the same in both languages. */
  public String label() {
    return label;
  }

  /** What stands after the settings on a node: nothing, or {@code · ReLU}. */
  String suffix() {
    return this == NONE ? "" : " · " + label;
  }

  /** The name of the buffer that it reads: sums before the activation, or the output where there is none. */
  String before() {
    return this == NONE ? "output" : "pre_activation";
  }

  Tensor build(Builder builder, Tensor x) {
    return maker == null ? x : builder.add(maker.make(builder, "output", x));
  }
}
