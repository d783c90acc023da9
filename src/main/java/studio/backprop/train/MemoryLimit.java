package studio.backprop.train;

import studio.backprop.data.DataProblem;
import studio.backprop.data.PreparedData;
import studio.backprop.kernel.Kernels;
import studio.backprop.network.Analysis;
import studio.backprop.plan.Compiler;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.project.Project;
import studio.backprop.text.Message;

/** Refuses a network that would not fit in memory, before anything of it is made. */
public final class MemoryLimit {
  private MemoryLimit() {}

  /** Many times what is free: not worth counting. */
  private static final int HOPELESS = 4;

  /**
   * @param purpose what it will be compiled for
   * @throws DataProblem with what it takes, what is left, and what to change
   */
  public static void check(Project project, PreparedData data, Kernels kernels, Purpose purpose) throws DataProblem {
    int batch = Math.min(project.training().batch(), data.trainRows());
    Runtime runtime = Runtime.getRuntime();
    long free = runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
    Analysis analysis = project.network().analyse();
    long needed = analysis.trainingBytes(batch);
    int learners = project.assignment().learners(); // each has a plan of its own
    if (needed / HOPELESS < free) {
      needed = analysis.parameterBytes() + learners * Compiler.bytes(project.network(), kernels, purpose, batch);
    }
    if (needed > free) {
      throw new DataProblem(Message.of("trainer.too_large", megabytes(needed), batch, megabytes(free)));
    }
  }

  private static long megabytes(long bytes) {
    return Math.max(1, bytes >> 20);
  }
}
