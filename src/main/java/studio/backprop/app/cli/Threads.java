package studio.backprop.app.cli;

/** How many threads share the work. */
final class Threads {
  private static final int MOST = 256;

  private Threads() {}

  /** As many as were asked for, or one for each core. */
  static int count(Integer asked) throws Failure {
    if (asked == null) {
      return Runtime.getRuntime().availableProcessors();
    }
    if (asked < 1 || asked > MOST) {
      throw Failure.of("cli.problem.threads", asked, MOST);
    }
    return asked;
  }
}
