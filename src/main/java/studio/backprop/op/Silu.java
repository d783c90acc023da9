package studio.backprop.op;

import java.util.List;
import studio.backprop.tensor.Tensor;

/**
 * y = x·σ(x), σ(x) = 1 / (1 + e⁻ˣ): self-gated. The derivative is σ(x) + y·(1 − σ(x)). Elfwing, Uchibe and Doya 2017; also known as swish,
 * Ramachandran, Zoph and Le 2017.
 */
public final class Silu extends Elementwise {
  private final Tensor gate;

  public Silu(Builder builder, String name, Tensor x) {
    super(builder, name, x);
    this.gate = builder.buffer("gate", x.shape());
  }

  @Override
  public List<Tensor> inner() {
    return List.of(gate);
  }

  @Override
  protected void apply(float[] x, float[] y) {
    float[] g = gate.values();
    kernels.sigmoid(x, g, count);
    for (int i = 0; i < count; i++) {
      y[i] = x[i] * g[i];
    }
  }

  @Override
  protected void addGradient(float[] x, float[] y, float[] dy, float[] dx) {
    float[] g = gate.values();
    for (int i = 0; i < count; i++) {
      dx[i] += dy[i] * (g[i] + y[i] * (1f - g[i]));
    }
  }
}
