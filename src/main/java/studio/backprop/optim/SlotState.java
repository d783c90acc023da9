package studio.backprop.optim;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studio.backprop.kernel.Kernels;
import studio.backprop.kernel.Workers;
import studio.backprop.tensor.Tensor;

/** What optimizers keep: some arrays beside each parameter, all zero at first, and the count of steps. A subclass writes one step. */
abstract class SlotState implements OptimizerState {
  /** Numbers that one thread moves at a time; the memory that belongs to them is what takes the time. */
  private static final int PIECE = 16_384;

  /** With fewer pieces than this, waking another thread costs more than it saves. */
  private static final int WORTH_SHARING = 4;

  /** Some numbers of one parameter. */
  private record Piece(int parameter, int from, int to) {}

  private final Tensor[] parameters;
  private final Piece[] pieces;
  private final float[][][] kept;
  private final Workers.Job job = this::move;
  private long steps;
  private Kernels kernels;

  /** @param each how many arrays stand beside each parameter */
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

  /** Those of this step. */
  final Kernels kernels() {
    return kernels;
  }

  private void move(int number) {
    Piece piece = pieces[number];
    Tensor parameter = parameters[piece.parameter()];
    move(parameter.values(), parameter.grads(), kept[piece.parameter()], piece.from(), piece.to());
  }

  /**
   * Works out what is the same for all parameters in this step.
   *
   * @param step the number of this step, from 1
   */
  abstract void prepare(long step, double rate);

  /**
   * Moves the numbers of one parameter from {@code from} to before {@code to}.
   *
   * @param w its values
   * @param g their gradients
   * @param kept the arrays beside it
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
