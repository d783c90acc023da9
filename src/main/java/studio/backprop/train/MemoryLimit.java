package studio.backprop.train;

import studio.backprop.data.DataProblem;
import studio.backprop.data.PreparedData;
import studio.backprop.text.Message;

/** Refuses a network that would not fit in memory, before anything of it is made. */
public final class MemoryLimit {
  private MemoryLimit() {}

  /** @throws DataProblem with the estimate, what is left, and what to change */
  public static void check(Project project, PreparedData data) throws DataProblem {
    int batch = Math.min(project.training().batch(), data.trainRows());
    long needed = project.network().analyse().trainingBytes(batch);
    Runtime runtime = Runtime.getRuntime();
    long free = runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
    if (needed > free) {
      throw new DataProblem(Message.of("trainer.too_large", megabytes(needed), batch, megabytes(free)));
    }
  }

  private static long megabytes(long bytes) {
    return Math.max(1, bytes >> 20);
  }
}
