package studio.backprop.cli;

import studio.backprop.project.Project;

/** Number of threads. Results do not depend on it. */
final class Threads {
  private static final int MAX_THREADS = 256;

  /** A forward and backward pass cost about three times a forward pass. */
  private static final int PASSES = 3;

  /** Operations of a step below which synchronization costs more than parallelism gains: a fraction of a millisecond. */
  private static final long WORTH_SHARING = 20_000_000;

  private Threads() {}

  static int checked(int asked) throws Failure {
    if (asked < 1 || asked > MAX_THREADS) {
      throw Failure.option("cli.problem.threads", asked, MAX_THREADS);
    }
    return asked;
  }

  /** Default for a project: one per core, or one thread where a step is short. */
  static int suited(Project project) {
    long step = PASSES * project.network().analyse().flops() * project.training().batch();
    return step < WORTH_SHARING ? 1 : Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors());
  }
}
