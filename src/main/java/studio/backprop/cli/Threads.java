package studio.backprop.cli;

import studio.backprop.project.Project;

/** How many threads share the work. The results do not depend on it. */
final class Threads {
  private static final int MOST = 256;

  /** A forward pass and a backward pass cost about three times the forward pass. */
  private static final int PASSES = 3;

  /** Operations of a step, below which waiting for each other costs more than sharing gains: a fraction of a millisecond. */
  private static final long WORTH_SHARING = 20_000_000;

  private Threads() {}

  /** As many as were asked for. */
  static int checked(int asked) throws Failure {
    if (asked < 1 || asked > MOST) {
      throw Failure.option("cli.problem.threads", asked, MOST);
    }
    return asked;
  }

  /** What suits a project: one for each core, or a single one where a step is short. */
  static int suited(Project project) {
    long step = PASSES * project.network().analyse().flops() * project.training().batch();
    return step < WORTH_SHARING ? 1 : Math.min(MOST, Runtime.getRuntime().availableProcessors());
  }
}
