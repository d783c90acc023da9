package studio.backprop.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;

/** What the program does where it cannot show its window: it trains a project and leaves everything in a folder. */
public final class HeadlessRun {
  /** Trained on real data if no project is named. */
  private static final String SAMPLE = "digits-cnn";

  private HeadlessRun() {}

  /** @return the exit code */
  public static int run(Terminal terminal, Optional<Path> project) throws Exception {
    Loaded loaded = Loaded.of(project.map(Path::toString).orElse(SAMPLE), terminal);
    return run(terminal, loaded, OutFolder.usual(terminal, loaded.name()));
  }

  static int run(Terminal terminal, Loaded loaded, OutFolder folder) throws Exception {
    terminal.note("cli.headless", loaded.name(), folder.path().toString());
    folder.create();
    LineCharts charts = new LineCharts();
    try (Kernels kernels = KernelChoice.create(Threads.suited(loaded.project())); Interrupt interrupt = Interrupt.watched()) {
      Training training = Training.fresh(loaded.project(), kernels);
      training.run(ProgressView.of(terminal, training.session()), interrupt::requested);
      training.report().print(terminal);
      folder.keep(training);
      folder.paint(training, charts);
      folder.announce();
      return training.fault().isPresent() ? 1 : 0;
    }
  }
}
