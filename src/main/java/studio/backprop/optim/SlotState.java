package studio.backprop.optim;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studio.backprop.kernel.Kernels;
import studio.backprop.kernel.Workers;
import studio.backprop.tensor.Tensor;

/** Base of optimizer states: arrays per parameter, initially zero, and the step count. A subclass implements one update. */
abstract class SlotState implements OptimizerState {
  /** Numbers per task; memory bandwidth dominates. */
  private static final int PIECE = 16_384;

  /** With fewer tasks, the overhead of waking a thread exceeds the gain. */
  private static final int WORTH_SHARING = 4;

  /** A range of one parameter. */
  private record Piece(int parameter, int from, int to) {}

  private final Tensor[] parameters;
  private final Piece[] pieces;
  private final float[][][] kept;
  private final Workers.Job job = this::move;
  private long steps;
  private Kernels kernels;

  /** @param each arrays per parameter */
  SlotState(List<Tensor> parameters, int each) {
    this.parameters = parameters.toArray(Tensor[]::new);
    this.kept = new float[parameters.size()][each][];
    for (int p = 0; p < kept.length; p++) {
      for (int i = 0; i < each; i++) {
        kept[p][i] = new float[this.parameters[p].count()];
      }
    }
    this.pieces = IntStream.range(0, kept.length).boxed().flatMap(p -> pieces(p, this.parameters[p].count())).toArray(Piece[]::new);
  }

  private static Stream<Piece> pieces(int parameter, int count) {
    return IntStream.iterate(0, from -> from < count, from -> from + PIECE)
        .mapToObj(from -> new Piece(parameter, from, Math.min(count, from + PIECE)));
  }

  @Override
  public final void step(double learningRate, Kernels kernels) {
    this.kernels = kernels;
    steps++;
    prepare(steps, learningRate);
    if (pieces.length < parameters.length + WORTH_SHARING) {
      for (int piece = 0; piece < pieces.length; piece++) {
        job.run(piece);
      }
    } else {
      kernels.workers().run(pieces.length, job);
    }
  }

  final Kernels kernels() {
    return kernels;
  }

  private void move(int number) {
    Piece piece = pieces[number];
    Tensor parameter = parameters[piece.parameter()];
    move(parameter.values(), parameter.grads(), kept[piece.parameter()], piece.from(), piece.to());
  }

  /**
   * Computes what all parameters share in this step.
   *
   * @param step from 1
   */
  abstract void prepare(long step, double rate);

  /**
   * Updates the range from {@code from} to before {@code to} of one parameter.
   *
   * @param w values
   * @param g gradients
   * @param kept state arrays
   */
  abstract void move(float[] w, float[] g, float[][] kept, int from, int to);

  @Override
  public final long steps() {
    return steps;
  }

  @Override
  public final float[][] slots() {
    return Arrays.stream(kept).flatMap(Arrays::stream).toArray(float[][]::new);
  }

  @Override
  public final void restore(float[][] memory, long stepsTaken) {
    float[][] room = slots();
    if (!Arrays.equals(sizes(memory), sizes(room))) {
      throw new IllegalArgumentException(
          "memory must have the sizes " + Arrays.toString(sizes(room)) + ", but has " + Arrays.toString(sizes(memory)));
    }
    for (int i = 0; i < room.length; i++) {
      System.arraycopy(memory[i], 0, room[i], 0, room[i].length);
    }
    steps = stepsTaken;
  }

  private static int[] sizes(float[][] arrays) {
    return Arrays.stream(arrays).mapToInt(array -> array.length).toArray();
  }
}
