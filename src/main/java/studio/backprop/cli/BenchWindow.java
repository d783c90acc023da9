package studio.backprop.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.backprop.cli.Opener.Figures;
import studio.backprop.cli.Opener.Seen;
import tools.jackson.databind.json.JsonMapper;

/**
 * Command {@code bench window}: trains in the real window at full speed with each view open, alternating with steps without observation.
 */
@Command(name = "window", sortOptions = false)
final class BenchWindow implements Callable<Integer> {
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
    if (json) {
      terminal.print(json(window));
    } else {
      print(window);
    }
    return 0;
  }

  /** One row per view, then the worst of them. */
  private void print(Figures window) {
    Table table = new Table("view", "opening-ms", "ticks", "freeze-ms", "throughput");
    for (Seen seen : window.seen()) {
      table.row(seen.view().toString(), whole(seen.openingMillis()), tenths(seen.ticksPerSecond()), whole(seen.freezeMillis()),
          String.format(Locale.ROOT, "%.2f", seen.throughput()));
    }
    table.lines().forEach(terminal::print);
    Bench.print(terminal, "window-first-ms", window.firstMillis());
    Bench.print(terminal, "window-play-ms", window.playMillis());
    Bench.print(terminal, "window-ticks", window.seen().stream().mapToDouble(Seen::ticksPerSecond).min().orElse(Double.NaN));
    Bench.print(terminal, "window-freeze-ms", window.seen().stream().mapToDouble(Seen::freezeMillis).max().orElse(Double.NaN));
    Bench.print(terminal, "window-throughput", window.seen().stream().mapToDouble(Seen::throughput).min().orElse(Double.NaN));
    window.seen().stream().filter(seen -> seen.view() == View.PAD)
        .forEach(seen -> Bench.print(terminal, "window-pad-predictions", seen.predictionsPerSecond()));
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

  private static String json(Figures window) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Seen seen : window.seen()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("view", seen.view().toString());
      row.put("openingMillis", seen.openingMillis());
      row.put("ticksPerSecond", seen.ticksPerSecond());
      row.put("freezeMillis", seen.freezeMillis());
      row.put("throughput", seen.throughput());
      row.put("predictionsPerSecond", seen.predictionsPerSecond());
      row.put("bareStepsPerSecond", seen.barePerSecond());
      rows.add(row);
    }
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("firstMillis", window.firstMillis());
    values.put("playMillis", window.playMillis());
    values.put("views", rows);
    values.put("returnMillis", window.returnMillis());
    return new JsonMapper().writeValueAsString(values);
  }
}
