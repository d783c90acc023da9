package studio.backprop.layer;

import java.util.List;
import studio.backprop.op.Builder;
import studio.backprop.op.StackBatches;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/**
 * Concatenates two batches, the real examples and the generated ones, as input of a discriminator. Doubles the batch size of subsequent
 * layers. Goodfellow et al. 2014, algorithm 1.
 */
public record BatchConcat() implements Layer {
  /** Index of the input of real examples. */
  public static final int REAL = 0;
  /** Index of the input of generated examples. */
  public static final int GENERATED = 1;

  @Override
  public boolean joinsBatches() {
    return true;
  }

  @Override
  public Arity arity() {
    return Arity.SEVERAL;
  }

  @Override
  public Inference infer(List<Shape> inputs) {
    Shape first = inputs.get(0);
    for (int i = 1; i < inputs.size(); i++) {
      if (!inputs.get(i).equals(first)) {
        return Inference.refusesInput(i, "batches.shapes", inputs.get(i), first);
      }
    }
    return inputs.size() == 2 ? Inference.gives(first) : Inference.refuses("batches.two", inputs.size());
  }

  @Override
  public Layout layout() {
    return Layout.ROWS;
  }

  @Override
  public String formula() {
    return "a = \\left[x_1; x_2\\right]";
  }

  @Override
  public Tensor build(Builder builder, List<Tensor> inputs) {
    return builder.add(new StackBatches("output", inputs.get(REAL), inputs.get(GENERATED)));
  }
}
