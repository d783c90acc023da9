package studio.backprop.train;

import studio.backprop.data.DataProblem;
import studio.backprop.data.PreparedData;
import studio.backprop.kernel.Kernels;
import studio.backprop.network.Analysis;
import studio.backprop.plan.Compiler;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.project.Project;
import studio.backprop.text.Message;

/** Rejects a network that would not fit in memory, before anything is allocated. */
public final class MemoryLimit {
  private MemoryLimit() {}

  /** Estimates beyond this multiple of the free memory are rejected without compiling. */
  private static final int FREE_MULTIPLE = 4;

  /** @throws DataProblem with the required and the available memory, and what to change */
  public static void check(Project project, PreparedData data, Kernels kernels, Purpose purpose) throws DataProblem {
    int batch = Math.min(project.training().batch(), data.trainRows());
    Runtime runtime = Runtime.getRuntime();
    long free = runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
    Analysis analysis = project.network().analyse();
    long needed = analysis.trainingBytes(batch);
    int learners = project.assignment().learners(); // each has its own plan
    if (needed / FREE_MULTIPLE < free) {
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
