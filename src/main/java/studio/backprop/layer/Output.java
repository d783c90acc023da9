package studio.backprop.layer;

import java.util.List;
import studio.backprop.op.Builder;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/**
 * Compares the prediction with the right answer and says in one number how far off it is: the number that training makes small.
 *
 * @param loss how the distance is measured
 */
public record Output(Loss loss) implements Layer {
  public static Output of(Loss loss) {
    return new Output(loss);
  }

  @Override
  public Inference infer(List<Shape> inputs) {
    Shape prediction = inputs.get(0);
    return prediction.rank() == 1 ? Inference.gives(Shape.SCALAR) : Inference.refuses("refuse.needs_row", prediction.toString());
  }

  @Override
  public Tensor build(Builder builder, List<Tensor> inputs) {
    return loss.build(builder, inputs.get(0));
  }
}
