package studio.backprop.layer;

import java.util.List;
import java.util.Optional;
import studio.backprop.op.Builder;
import studio.backprop.op.Product;
import studio.backprop.tensor.Tensor;

/** Elementwise product of the inputs, for gating. */
public record Multiply() implements Merge {
  @Override
  public String formula() {
    return "a = x_1 \\odot x_2 \\odot \\cdots \\odot x_n";
  }

  @Override
  public Optional<String> sign() {
    return Optional.of("×");
  }

  @Override
  public Tensor build(Builder builder, List<Tensor> inputs) {
    return builder.add(new Product(builder, "output", inputs));
  }
}
