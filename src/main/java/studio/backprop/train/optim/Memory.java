package studio.backprop.train.optim;

import java.util.Arrays;
import java.util.List;
import studio.backprop.tensor.Tensor;

/** What optimizers keep: some arrays beside each parameter, all zero at first, and the count of steps. A subclass writes one step. */
abstract class Memory implements Updates {
  private final Tensor[] parameters;
  private final float[][][] kept;
  private long steps;

  /** @param each how many arrays stand beside each parameter */
  Memory(List<Tensor> parameters, int each) {
    this.parameters = parameters.toArray(Tensor[]::new);
    this.kept = new float[parameters.size()][each][];
    for (int p = 0; p < kept.length; p++) {
      for (int i = 0; i < each; i++) {
        kept[p][i] = new float[this.parameters[p].count()];
      }
    }
  }

  @Override
  public final void step(double learningRate) {
    steps++;
    prepare(steps, learningRate);
    for (int p = 0; p < parameters.length; p++) {
      move(parameters[p].values(), parameters[p].grads(), kept[p]);
    }
  }

  /**
   * Works out what is the same for all parameters in this step.
   *
   * @param step the number of this step, from 1
   */
  abstract void prepare(long step, double rate);

  /**
   * Moves one parameter.
   *
   * @param w its values
   * @param g their gradients
   * @param kept the arrays beside it
   */
  abstract void move(float[] w, float[] g, float[][] kept);

  @Override
  public final long steps() {
    return steps;
  }

  @Override
  public final float[][] memory() {
    return Arrays.stream(kept).flatMap(Arrays::stream).toArray(float[][]::new);
  }

  @Override
  public final void restore(float[][] memory, long stepsTaken) {
    float[][] room = memory();
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
