package studio.backprop.op;

import java.util.List;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/**
 * y = x with every pixel repeated, across and down. x: [batch, channels, height, width]; y: [batch, channels, height·down, width·across]. A
 * pixel gets the sum of the gradients of its copies.
 */
public final class Upsample implements Op {
  private final Tensor x;
  private final Tensor y;
  private final int lanes;
  private final int width;
  private final int down;
  private final int across;
  private final int line;
  private final PlaneLoop forward;
  private final PlaneLoop backward;

  public Upsample(Builder builder, String name, Tensor x, int down, int across) {
    this.x = x;
    this.lanes = x.lanes();
    this.width = x.shape().size(2);
    this.down = down;
    this.across = across;
    this.line = width * across * lanes;
    int channels = x.shape().size(0);
    int height = x.shape().size(1);
    this.y = builder.buffer(name, Shape.of(channels, height * down, width * across), x);
    int lines = x.rows() / lanes * channels * height;
    this.forward = new PlaneLoop(builder.kernels().workers(), lines, y.count(), this::copy);
    this.backward = new PlaneLoop(builder.kernels().workers(), lines, y.count(), this::giveBack);
  }

  @Override
  public List<Tensor> inputs() {
    return List.of(x);
  }

  @Override
  public Tensor output() {
    return y;
  }

  @Override
  public void forward(Mode mode) {
    forward.run();
  }

  @Override
  public void backward() {
    if (x.hasGrad()) {
      backward.run();
    }
  }

  private void copy(int fromLine, int toLine) {
    float[] to = y.values();
    for (int i = fromLine; i < toLine; i++) {
      int first = i * down * line;
      for (int column = 0, out = first; column < width; column++) {
        for (int copy = 0; copy < across; copy++, out += lanes) {
          copyPixel(x.values(), (i * width + column) * lanes, to, out, lanes);
        }
      }
      for (int copy = 1; copy < down; copy++) {
        System.arraycopy(to, first, to, first + copy * line, line);
      }
    }
  }

  private void giveBack(int fromLine, int toLine) {
    float[] dy = y.grads();
    for (int out = fromLine * down; out < toLine * down; out++) {
      int to = out / down * width * lanes;
      for (int i = 0; i < width * across; i++) {
        addPixel(dy, out * line + i * lanes, x.grads(), to + i / across * lanes, lanes);
      }
    }
  }

  private static void copyPixel(float[] from, int at, float[] to, int toAt, int lanes) {
    for (int lane = 0; lane < lanes; lane++) {
      to[toAt + lane] = from[at + lane];
    }
  }

  private static void addPixel(float[] from, int at, float[] to, int toAt, int lanes) {
    for (int lane = 0; lane < lanes; lane++) {
      to[toAt + lane] += from[at + lane];
    }
  }
}
