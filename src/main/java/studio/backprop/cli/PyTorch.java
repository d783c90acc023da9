package studio.backprop.cli;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * PyTorch in child processes, one for each number of threads, that train the same workloads. Protocol: a process first prints {@code
 * ready}, its version and the workload names, tab-separated; then it answers each line of a name and seconds with the measured steps per
 * second.
 */
final class PyTorch implements AutoCloseable {
  private static final String SCRIPT = "/bench/pytorch.py";
  private static final double WARM_UP = 0.5;

  private final Map<Integer, Trainer> trainers = new LinkedHashMap<>();
  private final String python;
  private String version = "";
  private Set<String> names = Set.of();

  private PyTorch(String python) {
    this.python = python;
  }

  private record Trainer(ChildProcess child, BufferedWriter requests, BufferedReader answers) {}

  /** Python interpreter chosen by the user, or found on the path. */
  static String python() {
    return System.getenv().getOrDefault("BACKPROP_PYTHON", "python3");
  }

  /**
   * Starts the processes and waits until each has loaded PyTorch.
   *
   * @param python the command
   * @throws Failure if it cannot be started, or has no PyTorch
   */
  static PyTorch start(String python, Iterable<Integer> threads) throws Failure {
    PyTorch started = new PyTorch(python);
    try {
      Path script = script();
      for (int count : threads) {
        started.add(script, count);
      }
      return started;
    } catch (IOException e) {
      started.close();
      throw Failure.of("cli.problem.python", python, String.valueOf(e.getMessage()));
    } catch (Failure e) {
      started.close();
      throw e;
    }
  }

  /** Extracts the bundled script to a temporary file, deleted on exit. */
  private static Path script() throws IOException {
    Path file = Files.createTempFile("backprop-pytorch", ".py");
    file.toFile().deleteOnExit();
    try (InputStream packaged = PyTorch.class.getResourceAsStream(SCRIPT)) {
      Files.copy(packaged, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return file;
  }

  private void add(Path script, int threads) throws IOException, Failure {
    ProcessBuilder builder = new ProcessBuilder(python, script.toString(), String.valueOf(threads));
    ChildProcess child = ChildProcess.start(builder.redirectError(ProcessBuilder.Redirect.DISCARD));
    Trainer trainer = new Trainer(child, child.process().outputWriter(), child.process().inputReader());
    trainers.put(threads, trainer);
    String[] ready = String.valueOf(trainer.answers().readLine()).split("\t");
    if (!ready[0].equals("ready") || ready.length < 2) {
      throw Failure.of("cli.problem.pytorch", python);
    }
    version = ready[1];
    names = Set.copyOf(List.of(ready).subList(2, ready.length));
  }

  String version() {
    return version;
  }

  boolean knows(String workload) {
    return names.contains(workload);
  }

  /** Builds the workload on each number of threads. */
  void warmUp(String workload) throws Failure {
    for (int threads : trainers.keySet()) {
      perSecond(workload, threads, WARM_UP);
    }
  }

  /** Training steps per second, over one window. */
  double perSecond(String workload, int threads, double seconds) throws Failure {
    Trainer trainer = trainers.get(threads);
    String answer = null;
    try {
      trainer.requests().write(workload + " " + seconds + "\n");
      trainer.requests().flush();
      answer = trainer.answers().readLine();
      return Double.parseDouble(String.valueOf(answer));
    } catch (IOException | NumberFormatException e) {
      throw Failure.of("cli.problem.pytorch_answer", python, workload, answer == null ? String.valueOf(e.getMessage()) : answer);
    }
  }

  @Override
  public void close() {
    new ArrayList<>(trainers.values()).forEach(trainer -> trainer.child().close());
  }
}
