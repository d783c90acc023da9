package studio.backprop.layer;

import java.util.List;
import java.util.Optional;
import studio.backprop.op.Builder;
import studio.backprop.op.Sum;
import studio.backprop.tensor.Tensor;

/** Elementwise sum of the inputs. As a residual connection, it passes the gradient undiminished. He et al. 2016. */
public record Add() implements Merge {
  @Override
  public String formula() {
    return "a = x_1 + x_2 + \\cdots + x_n";
  }

  @Override
  public Optional<String> sign() {
    return Optional.of("+");
  }

  @Override
  public Tensor build(Builder builder, List<Tensor> inputs) {
    return builder.add(new Sum(builder, "output", inputs));
  }
}
