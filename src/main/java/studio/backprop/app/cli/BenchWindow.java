package studio.backprop.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.backprop.data.PreparedData;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.train.Project;
import studio.backprop.train.Session;
import studio.backprop.train.TrainingSettings;
import studio.backprop.ui.designer.Lens;

/** Opens the real window, trains in it as fast as it goes, then trains without it, and compares. */
@Command(name = "window", sortOptions = false)
final class BenchWindow implements Callable<Integer> {
  private final Terminal terminal;
  private final Opener opener;

  @Parameters(paramLabel = "PROJECT", descriptionKey = "cli.option.project")
  private String file;

  @Option(names = "--seconds", paramLabel = "S", descriptionKey = "backprop.bench.window.seconds")
  private double seconds = 10;

  @Option(names = "--lens", paramLabel = "LENS", descriptionKey = "backprop.bench.window.lens")
  private Lens lens = Lens.STRUCTURE;

  BenchWindow(Terminal terminal, Opener opener) {
    this.terminal = terminal;
    this.opener = opener;
  }

  @Override
  public Integer call() throws Exception {
    Bench.requireSeconds(seconds);
    Opener.Figures window = opener.measure(() -> Loaded.of(file, terminal).project(), lens, seconds);
    double alone = stepsPerSecond(Loaded.of(file, terminal).project(), seconds);
    Bench.print(terminal, "window-first-ms", window.firstMillis());
    Bench.print(terminal, "window-ticks", window.ticksPerSecond());
    Bench.print(terminal, "window-freeze-ms", window.freezeMillis());
    Bench.print(terminal, "window-throughput", window.stepsPerSecond() / alone);
    return 0;
  }

  /** Steps a second with nobody watching, after a warm-up. */
  private static double stepsPerSecond(Project project, double seconds) throws Exception {
    Project endless = project.withTraining(training -> training.withEpochs(TrainingSettings.MOST_EPOCHS));
    PreparedData data = Training.prepare(endless);
    try (Kernels kernels = KernelChoice.create(Threads.suited(project))) {
      Session session = new Session(endless, data, kernels, Session.initialParameters(endless));
      Stopwatch.perSecond(session::step, seconds / 3);
      return Stopwatch.perSecond(session::step, seconds);
    }
  }
}
