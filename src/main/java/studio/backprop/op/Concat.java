package studio.backprop.op;

import java.util.List;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/**
 * y = the concatenated channels of images [batch, channel, height, width], or features of rows [batch, feature] and sequences [batch, time,
 * feature]. Each part receives its slice of the gradient.
 */
public final class Concat implements Op {
  private final List<Tensor> parts;
  private final Tensor y;
  private final int blocks;
  private final int block;

  public Concat(Builder builder, String name, List<Tensor> parts, Shape shape) {
    this.parts = List.copyOf(parts);
    this.y = builder.buffer(name, shape, parts.toArray(Tensor[]::new));
    this.blocks = shape.rank() == 2 ? y.rows() * shape.size(0) : y.rows() / y.lanes();
    this.block = y.count() / blocks;
  }

  @Override
  public List<Tensor> inputs() {
    return parts;
  }

  @Override
  public Tensor output() {
    return y;
  }

  @Override
  public OpTraits traits() {
    return new OpTraits(false, false, false);
  }

  @Override
  public void forward(Mode mode) {
    int to = 0;
    for (int p = 0; p < parts.size(); p++) {
      float[] part = parts.get(p).values();
      int width = part.length / blocks;
      for (int b = 0; b < blocks; b++) {
        System.arraycopy(part, b * width, y.values(), b * block + to, width);
      }
      to += width;
    }
  }

  @Override
  public void backward() {
    int from = 0;
    for (int p = 0; p < parts.size(); p++) {
      int width = parts.get(p).count() / blocks;
      if (parts.get(p).hasGrad()) {
        giveBack(y.grads(), from, parts.get(p).grads(), width);
      }
      from += width;
    }
  }

  private void giveBack(float[] dy, int from, float[] dx, int width) {
    for (int b = 0; b < blocks; b++) {
      int offset = b * block + from - b * width;
      int end = (b + 1) * width;
      for (int i = b * width; i < end; i++) {
        dx[i] += dy[i + offset];
      }
    }
  }
}
