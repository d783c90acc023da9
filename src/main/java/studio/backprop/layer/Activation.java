package studio.backprop.layer;

import studio.backprop.op.Builder;
import studio.backprop.op.Elu;
import studio.backprop.op.Gelu;
import studio.backprop.op.HardSigmoid;
import studio.backprop.op.Heaviside;
import studio.backprop.op.LeakyRelu;
import studio.backprop.op.LogSoftmax;
import studio.backprop.op.Mish;
import studio.backprop.op.Op;
import studio.backprop.op.Relu;
import studio.backprop.op.Selu;
import studio.backprop.op.Sigmoid;
import studio.backprop.op.Silu;
import studio.backprop.op.Softmax;
import studio.backprop.op.Softplus;
import studio.backprop.op.Tanh;
import studio.backprop.setting.Setting;
import studio.backprop.tensor.Init;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import studio.backprop.text.Message;

/** The functions that bend a layer's sums. Without one, layers in a row are no more than a single layer. */
public enum Activation {
  NONE(Init.Kind.GLOROT_UNIFORM, null),
  RELU(Init.Kind.HE_NORMAL, Relu::new),
  LEAKY_RELU(Init.Kind.HE_NORMAL, LeakyRelu::new),
  ELU(Init.Kind.HE_NORMAL, Elu::new),
  SELU(Init.Kind.LECUN_NORMAL, Selu::new),
  GELU(Init.Kind.HE_NORMAL, Gelu::new),
  SILU(Init.Kind.HE_NORMAL, Silu::new),
  MISH(Init.Kind.HE_NORMAL, Mish::new),
  SOFTPLUS(Init.Kind.HE_NORMAL, Softplus::new),
  TANH(Init.Kind.GLOROT_UNIFORM, Tanh::new),
  SIGMOID(Init.Kind.GLOROT_UNIFORM, Sigmoid::new),
  HARD_SIGMOID(Init.Kind.GLOROT_UNIFORM, HardSigmoid::new),
  STEP(Init.Kind.GLOROT_UNIFORM, Heaviside::new),
  SOFTMAX(Init.Kind.GLOROT_UNIFORM, Softmax::new),
  LOG_SOFTMAX(Init.Kind.GLOROT_UNIFORM, LogSoftmax::new);

  /** Makes the op over a tensor. */
  private interface Maker {
    Op make(Builder builder, String name, Tensor x);
  }

  private final Init.Kind init;
  private final Maker maker;

  Activation(Init.Kind init, Maker maker) {
    this.init = init;
    this.maker = maker;
  }

  /** The initial weights that keep signals alive through it. */
  public Init suitedInit() {
    return Init.of(init);
  }

  /** What it is called, such as {@code ReLU}. */
  public Message title() {
    return Setting.choiceTitle(this);
  }

  /** As a layer of its own. */
  public Layer alone() {
    return new Activate(this);
  }

  /** A node's second line: the settings and, where there is one, the activation: {@code 10 · softmax}. */
  Message after(Object settings) {
    return this == NONE ? Message.of("summary.plain", settings) : Message.of("summary.activation", settings, title());
  }

  /** Whether each number depends on its whole row. */
  boolean mixes() {
    return this == SOFTMAX || this == LOG_SOFTMAX;
  }

  /** The shape itself, or why it cannot bend it: the softmaxes make shares of a row, and an image has none. */
  Inference bends(Shape shape) {
    return mixes() && shape.rank() == 3 ? Inference.refuses("refuse.softmax_of_image", title(), shape) : Inference.gives(shape);
  }

  /** The name of the buffer that it reads: sums before the activation, or the output where there is none. */
  String before() {
    return this == NONE ? "output" : "pre_activation";
  }

  Tensor build(Builder builder, Tensor x) {
    return maker == null ? x : builder.add(maker.make(builder, "output", x));
  }
}
