package studio.backprop.op;

import java.util.Arrays;
import java.util.List;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/**
 * yₚ = sᵢ·xᵢ for the p-th best node i, 0 for empty places. x: [batch, nodes, features], s: [batch, nodes, 1], y: [batch, keep, features].
 * The selection is not differentiable; scores are trained through the product. Gao and Ji 2019.
 */
public final class KeepNodes implements Op {
  private final BestNodes best;
  private final Tensor x;
  private final Tensor y;
  private final int features;

  public KeepNodes(Builder builder, String name, Tensor x, BestNodes best) {
    this.best = best;
    this.x = x;
    this.features = x.shape().size(1);
    this.y = builder.buffer(name, Shape.of(best.keep(), features), x, best.scores());
  }

  @Override
  public boolean hasCorners() {
    return true;
  }

  @Override
  public List<Tensor> inputs() {
    return best.beside(x);
  }

  @Override
  public Tensor output() {
    return y;
  }

  @Override
  public void forward(Mode mode) {
    best.choose();
    Arrays.fill(y.values(), 0f);
    float[] scores = best.scores().values();
    for (int place = 0; place < y.rows() * best.keep(); place++) {
      int node = best.at(place);
      for (int f = 0; node != BestNodes.NONE && f < features; f++) {
        y.values()[place * features + f] = scores[node] * x.values()[node * features + f];
      }
    }
  }

  @Override
  public void backward() {
    for (int place = 0; place < y.rows() * best.keep(); place++) {
      int node = best.at(place);
      if (node != BestNodes.NONE) {
        give(node * features, place * features, node);
      }
    }
  }

  private void give(int from, int to, int node) {
    Tensor scores = best.scores();
    for (int f = 0; f < features; f++) {
      float grad = y.grads()[to + f];
      if (x.hasGrad()) {
        x.grads()[from + f] += grad * scores.values()[node];
      }
      if (scores.hasGrad()) {
        scores.grads()[node] += grad * x.values()[from + f];
      }
    }
  }
}
