package studio.backprop.op;

import java.util.List;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/**
 * y = the largest number under the window, channel by channel. x: [batch, channels, height, width]. The gradient goes back to the largest
 * number alone, to the first one where several are equal. Padding never wins. Zhou and Chellappa 1988; LeCun et al. 1998.
 */
public final class MaxPool implements Op {
  private final Tensor x;
  private final Tensor y;
  private final Sweep down;
  private final Sweep across;
  private final int[] winner;
  private final PlaneLoop forward;
  private final PlaneLoop backward;

  /** @throws IllegalArgumentException if padding could fill a whole window */
  public MaxPool(Builder builder, String name, Tensor x, Sweep down, Sweep across) {
    Pool.requireNumbers(down);
    Pool.requireNumbers(across);
    this.x = x;
    this.down = down;
    this.across = across;
    int channels = x.shape().size(0);
    this.y = builder.buffer(name, Shape.of(channels, down.steps(), across.steps()), x);
    this.winner = new int[y.count()];
    boolean quads = Pool.isQuad(down) && Pool.isQuad(across);
    int planes = x.rows() * channels;
    this.forward = new PlaneLoop(builder.kernels().workers(), planes, x.count(), quads ? this::quads : this::windows);
    this.backward = new PlaneLoop(builder.kernels().workers(), planes, x.count(), this::giveBack);
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

  private void windows(int fromPlane, int toPlane) {
    int out = fromPlane * down.steps() * across.steps();
    for (int plane = fromPlane; plane < toPlane; plane++) {
      int corner = plane * down.size() * across.size();
      for (int row = 0; row < down.steps(); row++) {
        for (int column = 0; column < across.steps(); column++) {
          pick(out++, corner, row, column);
        }
      }
    }
  }

  private void pick(int out, int corner, int row, int column) {
    float[] from = x.values();
    int best = corner + down.start(row) * across.size() + across.start(column);
    for (int i = down.start(row); i < down.end(row); i++) {
      int line = corner + i * across.size();
      for (int at = line + across.start(column); at < line + across.end(column); at++) {
        best = from[at] > from[best] ? at : best;
      }
    }
    winner[out] = best;
    y.values()[out] = from[best];
  }

  /** Windows of 2 × 2 side by side, by far the most common. */
  private void quads(int fromPlane, int toPlane) {
    int width = across.size();
    for (int plane = fromPlane; plane < toPlane; plane++) {
      for (int row = 0; row < down.steps(); row++) {
        quadRow((plane * down.size() + 2 * row) * width, (plane * down.steps() + row) * across.steps());
      }
    }
  }

  private void quadRow(int at, int out) {
    float[] from = x.values();
    float[] to = y.values();
    int width = across.size();
    int end = out + across.steps();
    for (int o = out, i = at; o < end; o++, i += 2) {
      int above = i + less(from[i], from[i + 1]);
      int below = i + width + less(from[i + width], from[i + width + 1]);
      int best = above + (below - above) * less(from[above], from[below]);
      winner[o] = best;
      to[o] = from[best];
    }
  }

  /** 1 if a < b, otherwise 0: the sign of a − b. Without a branch, which the processor would guess wrong half of the time. */
  private static int less(float a, float b) {
    return Float.floatToRawIntBits(a - b) >>> 31;
  }

  private void giveBack(int fromPlane, int toPlane) {
    float[] dy = y.grads();
    float[] dx = x.grads();
    int plane = down.steps() * across.steps();
    for (int out = fromPlane * plane; out < toPlane * plane; out++) {
      dx[winner[out]] += dy[out];
    }
  }
}
