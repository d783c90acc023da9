package studio.backprop.cluster;

/**
 * Executes the tasks of one job. Deterministic: the same task has the same result on every machine, so lost ones are repeated. Must be
 * thread-safe.
 */
public interface TaskRunner extends AutoCloseable {
  /** @throws Exception if no machine can execute it; its message is sent to the coordinator */
  byte[] run(byte[] task) throws Exception;

  /** The job is done: releases its resources. Running tasks continue. */
  @Override
  default void close() {}
}
