package studio.backprop.layer;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.backprop.op.Builder;
import studio.backprop.op.Concat;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/** Concatenates the features of rows and sequences, or the channels of images. */
public record Concatenate() implements Layer {
  @Override
  public Arity arity() {
    return Arity.SEVERAL;
  }

  @Override
  public Inference infer(List<Shape> inputs) {
    Shape first = inputs.get(0);
    int axis = joined(first);
    int total = 0;
    for (int i = 0; i < inputs.size(); i++) {
      Shape other = inputs.get(i);
      if (!fit(first, other)) {
        return Inference.refusesInput(i, "refuse.cannot_join", other, first, first.axis(axis).title());
      }
      total += other.size(axis);
    }
    int[] sizes = first.toArray();
    sizes[axis] = total;
    return Inference.gives(Shape.of(sizes));
  }

  @Override
  public Ties ties(List<Shape> inputs) {
    int axis = joined(inputs.get(0));
    long inner = inputs.get(0).count() / IntStream.rangeClosed(0, axis).map(inputs.get(0)::size).reduce(1, Math::multiplyExact);
    int outer = axis == 0 ? 1 : inputs.get(0).size(0);
    int[] route = new int[(int) infer(inputs).shape().count()];
    int to = 0;
    for (int line = 0; line < outer; line++) {
      int first = 0;
      for (Shape input : inputs) {
        int length = (int) (input.size(axis) * inner);
        for (int i = 0; i < length; i++) {
          route[to++] = first + line * length + i;
        }
        first += (int) input.count();
      }
    }
    return Ties.moved(inputs, route);
  }

  @Override
  public Layout layout() {
    return Layout.EITHER;
  }

  @Override
  public String formula() {
    return "a = \\left[x_1, x_2, \\ldots, x_n\\right]";
  }

  @Override
  public Optional<String> sign() {
    return Optional.of("");
  }

  @Override
  public Tensor build(Builder builder, List<Tensor> inputs) {
    Shape shape = infer(inputs.stream().map(Tensor::shape).toList()).shape();
    return builder.add(new Concat(builder, "output", inputs, shape));
  }

  /** Axis: last for features, first for channels. */
  private static int joined(Shape shape) {
    return shape.rank() == 2 ? 1 : 0;
  }

  private static boolean fit(Shape first, Shape other) {
    if (first.rank() != other.rank()) {
      return false;
    }
    for (int axis = 0; axis < first.rank(); axis++) {
      if (axis != joined(first) && first.size(axis) != other.size(axis)) {
        return false;
      }
    }
    return true;
  }
}
