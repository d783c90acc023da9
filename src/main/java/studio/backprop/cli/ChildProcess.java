package studio.backprop.cli;

import java.io.IOException;

/** Child process that is destroyed when this JVM exits, also after Ctrl-C. */
public final class ChildProcess implements AutoCloseable {
  private final Process process;
  private final Thread hook;
  private volatile boolean programEnds;

  private ChildProcess(Process process) {
    this.process = process;
    this.hook = new Thread(this::endWithProgram, "backprop-child");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** @throws IOException if the command cannot be started */
  public static ChildProcess start(ProcessBuilder builder) throws IOException {
    return new ChildProcess(builder.start());
  }

  public Process process() {
    return process;
  }

  /** Whether it was destroyed by the exit of this program, which is not an error. */
  boolean isEndingWithProgram() {
    return programEnds;
  }

  private void endWithProgram() {
    programEnds = true;
    process.destroyForcibly();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // the shutdown hook is already running
    }
  }
}
