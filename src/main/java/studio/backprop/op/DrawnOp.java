package studio.backprop.op;

import java.util.Arrays;
import java.util.List;
import studio.backprop.tensor.Tensor;

/** Base of stochastic ops: combines each number with a random one, redrawn at each training step; with a neutral one when evaluating. */
abstract class DrawnOp implements Op {
  final Tensor x;
  final Tensor drawn;
  final Tensor y;
  final Draws draws;
  private final float neutral;

  /**
   * @param use of the random stream
   * @param shown name of the random numbers in the inspector
   * @param neutral element without effect
   */
  DrawnOp(Builder builder, String name, Tensor x, String use, String shown, float neutral) {
    this.x = x;
    this.neutral = neutral;
    this.draws = new Draws(builder.random(use).nextLong());
    this.drawn = builder.constant(shown, x);
    this.y = builder.buffer(name, x.shape(), x);
  }

  @Override
  public final List<Tensor> inputs() {
    return List.of(x);
  }

  @Override
  public final Tensor output() {
    return y;
  }

  @Override
  public final List<Tensor> inner() {
    return List.of(drawn);
  }

  @Override
  public final boolean draws() {
    return true;
  }

  @Override
  public final void begin(long step) {
    draws.begin(step);
  }

  @Override
  public final void forward(Mode mode) {
    if (mode == Mode.TRAIN) {
      draw(drawn.values());
    } else {
      Arrays.fill(drawn.values(), neutral);
    }
    meet(x.values(), drawn.values(), y.values());
  }

  abstract void draw(float[] numbers);

  /** y from x and the random numbers. */
  abstract void meet(float[] x, float[] numbers, float[] y);
}
