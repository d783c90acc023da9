package studio.backprop.cli;

import java.nio.file.Path;
import java.util.Optional;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.store.UserFolder;

/** Fallback where no window can be opened: trains a project and writes the results to a folder. */
public final class HeadlessRun {
  /** Default project, trained on real data. */
  private static final String SAMPLE = "digits-cnn";

  private HeadlessRun() {}

  /** @return the exit code */
  public static int run(Terminal terminal, Optional<Path> project) throws Exception {
    Loaded loaded = Loaded.of(project.map(Path::toString).orElse(SAMPLE), terminal);
    return run(terminal, new Trainings(UserFolder.find()), loaded, OutFolder.usual(terminal, loaded.name()));
  }

  static int run(Terminal terminal, Trainings trainings, Loaded loaded, OutFolder folder) throws Exception {
    terminal.note("cli.headless", loaded.name(), folder.path().toString());
    try (Kernels kernels = KernelChoice.create(Threads.suited(loaded.project()))) {
      Training training = Training.fresh(loaded, kernels);
      return new TrainRun(terminal, trainings, loaded, Optional.of(folder)).run(training, Optional.empty(), TrainRun.Reporting.USUAL);
    }
  }
}
