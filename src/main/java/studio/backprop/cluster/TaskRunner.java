package studio.backprop.cluster;

/** Does the tasks of one job. The same task has the same result, whoever does it: a lost one is done again. Several threads ask at once. */
public interface TaskRunner extends AutoCloseable {
  /** @throws Exception if it cannot be done, by nobody; its message is told to whoever gave it */
  byte[] run(byte[] task) throws Exception;

  /** The job is done: what it has kept for its next tasks is given up. Tasks that are under way go on. */
  @Override
  default void close() {}
}
