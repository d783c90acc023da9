package studio.backprop.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/**
 * Command {@code bench}: one line per measurement, with its name, value and share of peak. Values depend on the machine and its load;
 * shares and ratios hardly do.
 */
@Command(name = "bench", sortOptions = false)
final class Bench implements Callable<Integer> {
  private static final String PYTORCH = "pytorch";
  private static final int MOST_JAVAS = 100;
  private static final int INTERRUPTED = 130;

  private final Terminal terminal;
  private final BenchProgress progress;

  @Parameters(paramLabel = "NAME", arity = "0..*", descriptionKey = "backprop.bench.name")
  private List<String> names = new ArrayList<>();

  @Option(names = "--threads", paramLabel = "N", split = ",", descriptionKey = "backprop.bench.threads")
  private List<Integer> threads = new ArrayList<>(List.of(1));

  @Option(names = "--seconds", paramLabel = "S", descriptionKey = "backprop.bench.seconds")
  private double seconds = 1;

  @Option(names = "--javas", paramLabel = "N", descriptionKey = "backprop.bench.javas")
  private int javas = 1;

  @Option(names = "--json", descriptionKey = "backprop.bench.json")
  private boolean json;

  @Option(names = "--compare", paramLabel = "FILE", arity = "0..1", fallbackValue = PYTORCH, descriptionKey = "backprop.bench.compare")
  private String compared;

  Bench(Terminal terminal) {
    this.terminal = terminal;
    this.progress = new BenchProgress(terminal);
  }

  @Override
  public Integer call() throws Failure {
    requireSeconds(seconds);
    for (int count : threads) {
      Threads.checked(count);
    }
    if (javas < 1 || javas > MOST_JAVAS) {
      throw Failure.option("cli.problem.javas", javas, MOST_JAVAS);
    }
    if (compared != null && !compared.equals(PYTORCH) && Measurements.knows(compared) && !Files.exists(Path.of(compared))) {
      // the word after --compare is a measurement, not a file
      names.add(0, compared);
      compared = PYTORCH;
    }
    List<Measure> measures = names.isEmpty() ? Measurements.usual() : Measurements.named(names);
    FigureLines file = compared == null || isInTurn() ? FigureLines.NONE : FigureLines.read(Path.of(compared));
    FigureTable table = new FigureTable(javas > 1, file, compared != null);
    try {
      return javas > 1 ? inJavas(measures, table) : here(measures, table);
    } finally {
      progress.clear();
    }
  }

  static void requireSeconds(double seconds) throws Failure {
    if (!(seconds > 0 && seconds <= 3600)) {
      throw Failure.option("cli.problem.seconds", String.valueOf(seconds));
    }
  }

  /** Three significant digits, independent of the locale. */
  static void print(Terminal terminal, String name, double figure) {
    terminal.print(name + "\t" + FigureTable.digits(figure));
    terminal.out().flush();
  }

  private boolean isInTurn() {
    return PYTORCH.equals(compared);
  }

  /** Measures in this JVM. Ends early when the output pipe is closed. */
  private int here(List<Measure> measures, FigureTable table) throws Failure {
    try (PyTorch other = isInTurn() ? PyTorch.start(PyTorch.python(), threads) : null) {
      printHead(table, Optional.ofNullable(other).map(PyTorch::version));
      MeasuringTurns turns = new MeasuringTurns(threads, seconds, Optional.ofNullable(other));
      for (Measure measure : measures) {
        progress.show(measure.name());
        List<MeasuredSpeed> counts = turns.take(measure);
        print(json ? FigureLine.write(counts) : List.of(table.row(FigureLine.of(counts))));
        if (terminal.lost().isPresent()) {
          break;
        }
      }
    }
    return 0;
  }

  /** Measures in several JVMs. Their JSON lines are passed on at once; a table needs all of them. */
  private int inJavas(List<Measure> measures, FigureTable table) throws Failure {
    printHead(table, Optional.empty());
    Map<String, List<FigureLine>> byName = new LinkedHashMap<>();
    List<String> order = measures.stream().map(Measure::name).toList();
    progress.show(terminal.say("cli.bench.java", 1, javas, 0, order.size()));
    boolean ended = new Javas(javas, arguments(measures)).run((java, line) -> FigureLine.read(line).ifPresent(figure -> {
      byName.computeIfAbsent(figure.name(), name -> new ArrayList<>()).add(figure);
      if (json) {
        print(List.of(FigureLine.ofJava(java, line)));
      }
      progress.show(terminal.say("cli.bench.java", java, javas, order.indexOf(figure.name()) + 1, order.size()));
    }));
    if (!ended) {
      return INTERRUPTED;
    }
    if (!json) {
      byName.values().forEach(lines -> print(List.of(table.row(lines))));
    }
    return 0;
  }

  private List<String> arguments(List<Measure> measures) {
    List<String> args = new ArrayList<>(List.of("bench"));
    measures.forEach(measure -> args.add(measure.name()));
    args.addAll(List.of("--threads", String.join(",", threads.stream().map(String::valueOf).toList())));
    args.addAll(List.of("--seconds", String.valueOf(seconds), "--json", "--lang", terminal.texts().locale().getLanguage()));
    if (isInTurn()) {
      args.addAll(List.of("--compare", PYTORCH));
    }
    return args;
  }

  private void print(List<String> lines) {
    progress.clear();
    lines.forEach(terminal::print);
    terminal.out().flush();
  }

  /** Prints machine, JVM and, where measured, PyTorch's version. */
  private void printHead(FigureTable table, Optional<String> pyTorch) {
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("processor", Processor.name());
    head.put("cores", Runtime.getRuntime().availableProcessors());
    head.put("java", Runtime.version().toString());
    pyTorch.ifPresent(version -> head.put("pytorch", version));
    if (json) {
      print(List.of(new JsonMapper().writeValueAsString(head)));
      return;
    }
    String machine = terminal.say("cli.bench.machine", head.get("processor"), head.get("cores"), head.get("java"));
    print(List.of("# " + machine + pyTorch.map(version -> ", PyTorch " + version).orElse(""), table.head()));
  }
}
