package studio.backprop.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Benchmark values read from JSON lines of another program, by name. */
record FigureLines(Map<String, Double> byName) {
  static final FigureLines NONE = new FigureLines(Map.of());
  private static final JsonMapper JSON = new JsonMapper();

  /**
   * Reads a file of JSON lines with a name and a figure; other members and lines without a name are ignored. The best of several figures
   * counts.
   *
   * @throws Failure if the file cannot be read, or a line is no JSON
   */
  static FigureLines read(Path file) throws Failure {
    Map<String, Double> best = new HashMap<>();
    int number = 0;
    try {
      for (String line : Files.readAllLines(file)) {
        number++;
        JsonNode row = line.isBlank() ? JSON.createObjectNode() : JSON.readTree(line);
        if (row.path("name").isString() && row.path("figure").isNumber()) {
          best.merge(row.get("name").asString(), row.get("figure").asDouble(), Math::max);
        }
      }
    } catch (JacksonException e) {
      throw Failure.of("cli.problem.figures", file, number);
    } catch (IOException e) {
      throw Failure.of("cli.problem.figures_file", file);
    }
    return new FigureLines(best);
  }

  OptionalDouble best(String name) {
    return byName.containsKey(name) ? OptionalDouble.of(byName.get(name)) : OptionalDouble.empty();
  }
}
