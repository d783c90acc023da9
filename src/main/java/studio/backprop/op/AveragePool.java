package studio.backprop.op;

import java.util.List;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/**
 * y = the mean of the numbers under the window, channel by channel; padding is left out of the mean. x: [batch, channels, height, width].
 * Each number gets back its share of the gradient of every window it was in. LeCun et al. 1989.
 */
public final class AveragePool implements Op {
  private final Tensor x;
  private final Tensor y;
  private final Sweep down;
  private final Sweep across;
  private final int[][] windows;
  private final int lanes;
  private final PlaneLoop forward;
  private final PlaneLoop backward;

  /** @throws IllegalArgumentException if padding could fill a whole window */
  public AveragePool(Builder builder, String name, Tensor x, Sweep down, Sweep across) {
    this.x = x;
    this.windows = Pool.windows(down, across);
    this.lanes = x.lanes();
    this.down = down;
    this.across = across;
    int channels = x.shape().size(0);
    this.y = builder.buffer(name, Shape.of(channels, down.steps(), across.steps()), x);
    int planes = x.rows() / lanes * channels;
    boolean quads = lanes == 1 && Pool.isQuad(down) && Pool.isQuad(across);
    this.forward = new PlaneLoop(builder.kernels().workers(), planes, x.count(), quads ? this::averageQuads : this::average);
    this.backward = new PlaneLoop(builder.kernels().workers(), planes, x.count(), quads ? this::giveBackQuads : this::giveBack);
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

  private void average(int fromPlane, int toPlane) {
    float[] to = y.values();
    int plane = down.size() * across.size() * lanes;
    for (int p = fromPlane, out = fromPlane * windows.length * lanes; p < toPlane; p++) {
      for (int[] window : windows) {
        for (int lane = 0; lane < lanes; lane++) {
          to[out++] = mean(window, p * plane + lane);
        }
      }
    }
  }

  private float mean(int[] window, int at) {
    float[] from = x.values();
    float sum = 0;
    for (int pixel : window) {
      sum += from[at + pixel * lanes];
    }
    return sum / window.length;
  }

  private void giveBack(int fromPlane, int toPlane) {
    float[] dy = y.grads();
    int plane = down.size() * across.size() * lanes;
    for (int p = fromPlane, out = fromPlane * windows.length * lanes; p < toPlane; p++) {
      for (int[] window : windows) {
        for (int lane = 0; lane < lanes; lane++) {
          spread(dy[out++] / window.length, window, p * plane + lane);
        }
      }
    }
  }

  private void spread(float share, int[] window, int at) {
    float[] dx = x.grads();
    for (int pixel : window) {
      dx[at + pixel * lanes] += share;
    }
  }

  /** Windows of 2 × 2 side by side, by far the most common. */
  private void averageQuads(int fromPlane, int toPlane) {
    float[] from = x.values();
    float[] to = y.values();
    int width = across.size();
    for (int line = fromPlane * down.steps(); line < toPlane * down.steps(); line++) {
      int end = (line + 1) * across.steps();
      for (int o = end - across.steps(), i = quadLine(line); o < end; o++, i += 2) {
        to[o] = 0.25f * (from[i] + from[i + 1] + from[i + width] + from[i + width + 1]);
      }
    }
  }

  private void giveBackQuads(int fromPlane, int toPlane) {
    float[] dy = y.grads();
    float[] dx = x.grads();
    int width = across.size();
    for (int line = fromPlane * down.steps(); line < toPlane * down.steps(); line++) {
      int end = (line + 1) * across.steps();
      for (int o = end - across.steps(), i = quadLine(line); o < end; o++, i += 2) {
        float share = 0.25f * dy[o];
        dx[i] += share;
        dx[i + 1] += share;
        dx[i + width] += share;
        dx[i + width + 1] += share;
      }
    }
  }

  /** Where the windows of an output line start in the input; the last line of an odd height is left out. */
  private int quadLine(int line) {
    int plane = line / down.steps();
    return (plane * down.size() + 2 * (line - plane * down.steps())) * across.size();
  }
}
