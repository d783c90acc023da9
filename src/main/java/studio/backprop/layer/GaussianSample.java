package studio.backprop.layer;

import java.util.BitSet;
import java.util.List;
import studio.backprop.op.Builder;
import studio.backprop.setting.Range;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import studio.backprop.text.Message;

/**
 * Sampling layer of a variational autoencoder: reparameterized samples from normal distributions while training, their means for inference.
 * Adds the KL divergence from the standard normal to the loss. Kingma and Welling 2014.
 *
 * <p>Inputs: means and log-variances as two inputs, in this order, or as the two halves of a row or of the channels.
 *
 * @param beta weight of the KL divergence; 1 is the ELBO of Kingma and Welling
 */
public record GaussianSample(@Range(min = 0, max = 1000) double beta) implements Layer {
  private static final int SEQUENCE = 2;

  @Override
  public Arity arity() {
    return new Arity(1, 2);
  }

  @Override
  public Inference infer(List<Shape> inputs) {
    Shape first = inputs.get(0);
    if (inputs.size() == 2) {
      return inputs.get(1).equals(first) ? Inference.gives(first)
          : Inference.refusesInput(1, "refuse.needs_equal_shapes", inputs.get(1), first);
    }
    return first.rank() == 0 || first.rank() == SEQUENCE || first.size(0) % 2 > 0
        ? Inference.refuses("refuse.needs_pairs", first)
        : Inference.gives(half(first));
  }

  /** The first axis is halved: places of a row, channels of an image. */
  private static Shape half(Shape both) {
    int half = both.size(0) / 2;
    return both.rank() == 1 ? Shape.of(half) : Shape.of(half, both.size(1), both.size(2));
  }

  /** Each number depends on its mean and log-variance: in an input of its own, or in the second half. */
  @Override
  public Ties ties(List<Shape> inputs) {
    return inputs.size() == 2 ? Ties.same(2) : halves((int) inputs.get(0).count() / 2);
  }

  private static Ties halves(int half) {
    return new Ties() {
      @Override
      public Reach reach() {
        return Reach.PLACE;
      }

      @Override
      public List<BitSet> sources(BitSet outputs) {
        BitSet both = (BitSet) outputs.clone();
        outputs.stream().forEach(output -> both.set(output + half));
        return List.of(both);
      }

      @Override
      public BitSet answers(int input, BitSet numbers) {
        BitSet outputs = new BitSet();
        numbers.stream().forEach(number -> outputs.set(number % half));
        return outputs;
      }
    };
  }

  @Override
  public String formula() {
    return """
        a = \\mu + e^{v/2}\\,\\varepsilon, \\quad \\varepsilon \\sim \\mathcal{N}(0,1)
        L \\leftarrow L - \\frac{\\beta}{2}\\sum_i\\left(1 + v_i - \\mu_i^2 - e^{v_i}\\right)""";
  }

  @Override
  public Tensor build(Builder builder, List<Tensor> inputs) {
    Tensor first = inputs.get(0);
    return builder.add(
        inputs.size() == 2
            ? new studio.backprop.op.SampleGaussian(builder, "output", first, inputs.get(1), beta)
            : new studio.backprop.op.SampleGaussian(builder, "output", first, half(first.shape()), beta));
  }

  @Override
  public Message summary() {
    return Message.of("summary.beta", beta);
  }
}
