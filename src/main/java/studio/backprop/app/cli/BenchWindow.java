package studio.backprop.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.backprop.app.cli.Opener.Figures;
import studio.backprop.app.cli.Opener.Seen;
import studio.backprop.data.PreparedData;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.train.Session;
import tools.jackson.databind.json.JsonMapper;

/** Opens the real window, trains in it as fast as it goes while each view is looked at, then trains without it, and compares. */
@Command(name = "window", sortOptions = false)
final class BenchWindow implements Callable<Integer> {
  private static final double MOST_WARM_UP = 5;

  private final Terminal terminal;
  private final Opener opener;

  @Parameters(paramLabel = "PROJECT", descriptionKey = "cli.option.project")
  private String file;

  @Option(names = "--seconds", paramLabel = "S", descriptionKey = "backprop.bench.window.seconds")
  private double seconds = 5;

  @Option(names = "--view", paramLabel = "VIEW", descriptionKey = "backprop.bench.window.view")
  private List<View> views = new ArrayList<>();

  @Option(names = "--json", descriptionKey = "backprop.bench.window.json")
  private boolean json;

  BenchWindow(Terminal terminal, Opener opener) {
    this.terminal = terminal;
    this.opener = opener;
  }

  @Override
  public Integer call() throws Exception {
    Bench.requireSeconds(seconds);
    Figures window = opener.measure(() -> Loaded.of(file, terminal).project(), views.isEmpty() ? List.of(View.values()) : views, seconds);
    double[] alone = alone(Loaded.of(file, terminal).project(), window.seen());
    if (json) {
      terminal.print(json(window, alone));
    } else {
      print(window, alone);
    }
    return 0;
  }

  /** A row for each view, then the worst of them. */
  private void print(Figures window, double[] alone) {
    Table table = new Table("view", "opening-ms", "ticks", "freeze-ms", "throughput");
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < alone.length; i++) {
      Seen seen = window.seen().get(i);
      double share = seen.stepsPerSecond() / alone[i];
      least = Math.min(least, share);
      table.row(seen.view().toString(), whole(seen.openingMillis()), tenths(seen.ticksPerSecond()), whole(seen.freezeMillis()),
          String.format(Locale.ROOT, "%.2f", share));
    }
    table.lines().forEach(terminal::print);
    Bench.print(terminal, "window-first-ms", window.firstMillis());
    Bench.print(terminal, "window-play-ms", window.playMillis());
    Bench.print(terminal, "window-ticks", window.seen().stream().mapToDouble(Seen::ticksPerSecond).min().orElse(Double.NaN));
    Bench.print(terminal, "window-freeze-ms", window.seen().stream().mapToDouble(Seen::freezeMillis).max().orElse(Double.NaN));
    Bench.print(terminal, "window-throughput", least);
    double[] returns = window.returnMillis().stream().mapToDouble(Double::doubleValue).sorted().toArray();
    Bench.print(terminal, "window-past-ms", returns[returns.length / 2]);
    Bench.print(terminal, "window-past-worst-ms", returns[returns.length - 1]);
  }

  private static String whole(double figure) {
    return String.format(Locale.ROOT, "%.0f", figure);
  }

  private static String tenths(double figure) {
    return String.format(Locale.ROOT, "%.1f", figure);
  }

  private static String json(Figures window, double[] alone) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < alone.length; i++) {
      Seen seen = window.seen().get(i);
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("view", seen.view().toString());
      row.put("openingMillis", seen.openingMillis());
      row.put("ticksPerSecond", seen.ticksPerSecond());
      row.put("freezeMillis", seen.freezeMillis());
      row.put("throughput", seen.stepsPerSecond() / alone[i]);
      row.put("stepsPerSecondAlone", alone[i]);
      rows.add(row);
    }
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("firstMillis", window.firstMillis());
    values.put("playMillis", window.playMillis());
    values.put("views", rows);
    values.put("returnMillis", window.returnMillis());
    return new JsonMapper().writeValueAsString(values);
  }

  /**
   * Steps a second with nobody watching, after a warm-up: for each view the same steps, to the bit, that were watched. How long a step
   * takes depends on its numbers: many processors are slow with the smallest, and a network that has learned its examples has many.
   */
  private double[] alone(Project project, List<Seen> watched) throws Exception {
    Project endless = project.withTraining(training -> training.withEpochs(TrainingSettings.MOST_EPOCHS));
    PreparedData data = Training.prepare(endless);
    try (Kernels kernels = KernelChoice.create(Threads.suited(project))) {
      Session session = new Session(endless, data, kernels, Session.initialParameters(endless));
      Stopwatch.perSecond(session::step, Math.min(MOST_WARM_UP, seconds));
      double[] alone = new double[watched.size()];
      for (int i = 0; i < alone.length; i++) {
        watched.get(i).began().ifPresent(session::restore);
        alone[i] = Stopwatch.perSecond(session::step, Math.max(1, watched.get(i).steps()));
      }
      return alone;
    }
  }
}
