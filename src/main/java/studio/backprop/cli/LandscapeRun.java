package studio.backprop.cli;

import java.util.List;
import studio.backprop.compare.Comparison;
import studio.backprop.data.DataProblem;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.landscape.PositionLog;
import studio.backprop.landscape.WeightTrail;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Project;
import studio.backprop.run.InitialWeights;
import studio.backprop.train.Session;

/** Trains the runs of a landscape until a signal requests a stop. */
final class LandscapeRun {
  /** Steps between two polls of the signal. */
  private static final int STEPS = 16;
  private static final int TENTHS = 10;

  private final Terminal terminal;
  private final Interrupt interrupt;
  private final boolean silent;
  private double seconds;

  /** Thrown to cancel a computation. */
  static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int code;

    Stopped(int code) {
      super("stopped by a signal", null, false, false);
      this.code = code;
    }

    int code() {
      return code;
    }
  }

  /** @param silent whether to omit progress messages */
  LandscapeRun(Terminal terminal, Interrupt interrupt, boolean silent) {
    this.terminal = terminal;
    this.interrupt = interrupt;
    this.silent = silent;
  }

  /** @throws Stopped if a signal requested a stop */
  void rest() {
    if (interrupt.requested()) {
      throw new Stopped(interrupt.exitCode());
    }
  }

  double seconds() {
    return seconds;
  }

  /** Trains them in parallel to their end, and records their trails. */
  List<WeightTrail> train(List<Project> lanes, InitialWeights beginning) throws Failure, DataProblem {
    for (Project lane : lanes) {
      Training.prepare(lane);
    }
    long start = System.nanoTime();
    try (Kernels kernels = KernelChoice.create(1);
        Comparison twins = Comparison.of(lanes, beginning, kernels, Math.min(lanes.size(), processors()), Progress.NONE)) {
      long reported = 0;
      while (!twins.finished() && !interrupt.requested()) {
        twins.take(STEPS);
        long tenth = TENTHS * twins.steps() / twins.last();
        if (!silent && tenth > reported) {
          reported = tenth;
          terminal.note("cli.landscape.trains", twins.steps(), twins.last());
        }
      }
      seconds = (System.nanoTime() - start) / 1e9;
      return twins.trails();
    }
  }

  /** Trail of an already trained network: a single point. */
  WeightTrail standing(Project project, Parameters learned) throws Failure, DataProblem {
    PreparedData data = Training.prepare(project);
    try (Kernels kernels = KernelChoice.create(1)) {
      return new PositionLog(Session.unwatched(project, data, kernels, learned.copy()), 1).trail();
    }
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }
}
