package studio.backprop.op;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import studio.backprop.text.Message;

/**
 * yₜ = row xₜ of W: an embedding vector for each token. x: [batch, time], integers from 0; W: [vocabulary, dimension]; y: [batch, time,
 * dimension]. ∂L/∂yₜ is added to row xₜ of ∂L/∂W; x has no gradient. An index out of range yields NaN, with the message in {@link
 * #refusal}. Bengio et al. 2003.
 */
public final class Gather implements Op {
  private final Tensor x;
  private final Tensor table;
  private final Tensor y;
  private final int dimension;
  private int unknown = -1;

  public Gather(Builder builder, String name, Tensor x, Tensor table) {
    this.x = x;
    this.table = table;
    this.dimension = table.rowCount();
    this.y = builder.buffer(name, Shape.of(x.rowCount(), dimension), table);
  }

  @Override
  public List<Tensor> inputs() {
    return List.of(x, table);
  }

  @Override
  public Tensor output() {
    return y;
  }

  @Override
  public void forward(Mode mode) {
    unknown = -1;
    float[] tokens = x.values();
    for (int i = 0; i < tokens.length; i++) {
      int row = Math.round(tokens[i]);
      if (row >= 0 && row < table.rows()) {
        System.arraycopy(table.values(), row * dimension, y.values(), i * dimension, dimension);
      } else {
        Arrays.fill(y.values(), i * dimension, (i + 1) * dimension, Float.NaN);
        unknown = i;
      }
    }
  }

  @Override
  public Optional<Message> refusal() {
    return unknown < 0
        ? Optional.empty()
        : Optional.of(Message.of("fault.unknown_token", Math.round(x.values()[unknown]), table.rows(), table.rows() - 1));
  }

  @Override
  public void backward() {
    if (!table.hasGrad()) {
      return;
    }
    float[] tokens = x.values();
    float[] dy = y.grads();
    float[] rows = table.grads();
    for (int i = 0; i < tokens.length; i++) {
      int row = Math.round(tokens[i]) * dimension;
      for (int j = 0; j < dimension; j++) {
        rows[row + j] += dy[i * dimension + j];
      }
    }
  }
}
