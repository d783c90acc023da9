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

/** Activation functions of layers. */
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

  private interface Maker {
    Op make(Builder builder, String name, Tensor x);
  }

  private final Init.Kind init;
  private final Maker maker;

  Activation(Init.Kind init, Maker maker) {
    this.init = init;
    this.maker = maker;
  }

  /** Recommended initialization, which preserves the variance. */
  public Init suitedInit() {
    return Init.of(init);
  }

  /** Name, such as {@code ReLU}. */
  public Message title() {
    return Setting.choiceTitle(this);
  }

  public Layer alone() {
    return new Activate(this);
  }

  /** Summary of a node: settings and, if any, the activation: {@code 10 · softmax}. */
  Message after(Object settings) {
    return this == NONE ? Message.of("summary.plain", settings) : Message.of("summary.activation", settings, title());
  }

  /** Whether it is rowwise instead of elementwise. */
  boolean mixes() {
    return this == SOFTMAX || this == LOG_SOFTMAX;
  }

  /** The output shape, or why it is not applicable: softmaxes need rows. */
  Inference bends(Shape shape) {
    return mixes() && shape.rank() == 3 ? Inference.refuses("refuse.softmax_of_image", title(), shape) : Inference.gives(shape);
  }

  /** Name of its input buffer: pre-activations, or the output without activation. */
  String before() {
    return this == NONE ? "output" : "pre_activation";
  }

  Tensor build(Builder builder, Tensor x) {
    return maker == null ? x : builder.add(maker.make(builder, "output", x));
  }
}
