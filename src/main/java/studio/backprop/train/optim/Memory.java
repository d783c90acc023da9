package studio.backprop.train.optim;

import java.util.List;
import studio.backprop.tensor.Tensor;

/** What most optimizers keep: some arrays beside each parameter, and the count of steps. A subclass writes one parameter's step. */
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
    for (int p = 0; p < parameters.length; p++) {
      step(parameters[p].values(), parameters[p].grads(), kept[p], learningRate);
    }
  }

  /** Moves one parameter. {@link #steps} already counts this step. */
  protected abstract void step(float[] w, float[] g, float[][] kept, double rate);

  @Override
  public final long steps() {
    return steps;
  }

  @Override
  public final float[][] memory() {
    return java.util.Arrays.stream(kept).flatMap(java.util.Arrays::stream).toArray(float[][]::new);
  }

  @Override
  public final void restore(float[][] memory, long stepsTaken) {
    int next = 0;
    for (float[][] ofParameter : kept) {
      for (float[] array : ofParameter) {
        System.arraycopy(memory[next++], 0, array, 0, array.length);
      }
    }
    steps = stepsTaken;
  }
}
