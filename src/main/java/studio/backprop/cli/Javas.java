package studio.backprop.cli;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs a benchmark in several JVMs, one after the other: the result of JIT compilation varies between JVMs more than most changes do. Each
 * JVM measures everything, so that drift of the machine affects all names alike.
 */
final class Javas {
  private static final int INTERRUPTED = 130;

  private final List<String> command;
  private final int count;

  /**
   * @param count of JVMs
   * @param args command line of each
   */
  Javas(int count, List<String> args) {
    this.count = count;
    this.command = new ArrayList<>(java());
    command.addAll(args);
  }

  /** With another program in place of Java, for tests. */
  static Javas of(int count, List<String> command) {
    Javas javas = new Javas(count, List.of());
    javas.command.clear();
    javas.command.addAll(command);
    return javas;
  }

  /** This JVM with its options and class path, up to the main class. */
  private static List<String> java() {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse(System.getProperty("java.home") + File.separator + "bin" + File.separator
        + "java"));
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream().filter(option -> !isDebugger(option)).forEach(command::add);
    command.addAll(List.of("-Dbackprop.terminal=false", "-cp", System.getProperty("java.class.path"), "studio.backprop.app.Launcher"));
    return command;
  }

  /** A debugger's port is exclusive to one process. */
  private static boolean isDebugger(String option) {
    return option.startsWith("-agentlib:jdwp") || option.startsWith("-Xrunjdwp");
  }

  /** Called for each line. */
  interface Listener {
    /** @param java number of the JVM, from 1 */
    void said(int java, String line);
  }

  /**
   * Runs all JVMs.
   *
   * @return whether all ended normally; if not, this program is to end as well
   * @throws Failure where one failed, with its last message
   */
  boolean run(Listener listener) throws Failure {
    for (int java = 1; java <= count; java++) {
      int number = java;
      if (!run(number, line -> listener.said(number, line))) {
        return false;
      }
    }
    return true;
  }

  private boolean run(int java, Consumer<String> lines) throws Failure {
    try (ChildProcess child = ChildProcess.start(new ProcessBuilder(command))) {
      LastLine last = new LastLine(child.process().errorReader());
      last.start();
      try (BufferedReader out = child.process().inputReader()) {
        out.lines().forEach(lines);
      }
      int code = child.process().waitFor();
      last.join();
      if (code == INTERRUPTED || child.isEndingWithProgram()) {
        return false;
      }
      if (code != 0) {
        throw Failure.of("cli.problem.java", java, count, code, last.line);
      }
      return true;
    } catch (IOException | UncheckedIOException e) {
      throw Failure.of("cli.problem.java_start", command.get(0), String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Drains standard error, so that the process never blocks on a full pipe. */
  private static final class LastLine extends Thread {
    private final BufferedReader from;
    private volatile String line = "";

    LastLine(BufferedReader from) {
      super("backprop-child-errors");
      this.from = from;
      setDaemon(true);
    }

    @Override
    public void run() {
      try {
        from.lines().filter(said -> !said.isBlank()).forEach(said -> line = said);
      } catch (UncheckedIOException ended) {
        // what was read so far counts
      }
    }
  }
}
