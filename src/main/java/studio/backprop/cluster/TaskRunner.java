package studio.backprop.cluster;

/** Does the tasks of one job. The same task has the same result, whoever does it: a lost one is done again. Several threads ask at once. */
public interface TaskRunner {
  /** @throws Exception if it cannot be done, by nobody; its message is told to whoever gave it */
  byte[] run(byte[] task) throws Exception;
}
