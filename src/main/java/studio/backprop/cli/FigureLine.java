package studio.backprop.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON line of one measurement, as far as a table needs it.
 *
 * @param share of the peak of one core
 * @param peak of one core, in GFLOP/s
 * @param other steps per second of PyTorch, if measured
 * @param ratio to PyTorch, each side with its better number of threads
 */
record FigureLine(String name, int threads, double figure, double share, double peak, OptionalDouble other, OptionalDouble ratio) {
  private static final JsonMapper JSON = new JsonMapper();

  /** Lines of one measurement, one for each number of threads. */
  static List<String> write(List<MeasuredSpeed> counts) {
    OptionalDouble ratio = MeasuredSpeed.ratio(counts);
    return counts.stream().map(speed -> {
      Map<String, Object> row = row(speed);
      ratio.ifPresent(times -> row.put("ratio", times));
      return JSON.writeValueAsString(row);
    }).toList();
  }

  private static Map<String, Object> row(MeasuredSpeed speed) {
    Measure measure = speed.measure();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("name", measure.name());
    row.put("unit", measure.kind().unit());
    row.put("figure", speed.figure());
    row.put("threads", speed.threads());
    row.put("kernels", speed.kernels());
    if (measure.kind() == Measure.Kind.WORKLOAD) {
      row.put("flopsOfAStep", speed.flops());
      row.put("gflops", speed.figure() * speed.flops() / 1e9);
    }
    row.put("peak", speed.peak());
    row.put("share", speed.share());
    row.put("windows", speed.windows().stream().map(window -> window(speed, window)).toList());
    if (!speed.others().isEmpty()) {
      row.put("pytorch", speed.others().stream().mapToDouble(Double::doubleValue).max().orElseThrow());
      row.put("pytorchWindows", speed.others());
    }
    return row;
  }

  private static Map<String, Object> window(MeasuredSpeed speed, TimedWindow window) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("figure", speed.measure().figure(window.perSecond(), speed.flops()));
    values.put("peak", window.peak());
    return values;
  }

  /** Parses a line; empty for any other. */
  static Optional<FigureLine> read(String line) {
    try {
      JsonNode row = JSON.readTree(line);
      if (!row.path("name").isString() || !row.path("figure").isNumber()) {
        return Optional.empty();
      }
      return Optional.of(new FigureLine(row.get("name").asString(), row.path("threads").asInt(1), row.get("figure").asDouble(),
          row.path("share").asDouble(Double.NaN), row.path("peak").asDouble(Double.NaN), number(row, "pytorch"), number(row, "ratio")));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static OptionalDouble number(JsonNode row, String key) {
    return row.path(key).isNumber() ? OptionalDouble.of(row.get(key).asDouble()) : OptionalDouble.empty();
  }

  /** Copy with the number of the JVM that measured it. */
  static String ofJava(int java, String line) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("java", java);
    JSON.readTree(line).properties().forEach(entry -> row.put(entry.getKey(), entry.getValue()));
    return JSON.writeValueAsString(row);
  }

  static List<FigureLine> of(List<MeasuredSpeed> counts) {
    List<FigureLine> lines = new ArrayList<>();
    write(counts).forEach(line -> read(line).ifPresent(lines::add));
    return lines;
  }
}
