package studio.backprop.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.backprop.data.Feature;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.evaluate.attribution.AttributionBaseline;
import studio.backprop.evaluate.attribution.AttributionMap;
import studio.backprop.evaluate.attribution.AttributionMethod;
import studio.backprop.evaluate.attribution.AttributionRequest;
import studio.backprop.evaluate.attribution.InputParts;
import studio.backprop.evaluate.attribution.InputStatistics;
import studio.backprop.evaluate.attribution.Reasons;
import studio.backprop.evaluate.attribution.ScoredNetwork;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.tensor.Shape;
import tools.jackson.databind.json.JsonMapper;

/** Command {@code explain}: attributions of one prediction of a trained project to its inputs. */
@Command(name = "explain", sortOptions = false)
final class Explain implements Callable<Integer> {
  /** Rows of the table. */
  private static final int MAX_ROWS = 20;

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "PROJECT", descriptionKey = "cli.option.project")
  private String file;

  @Option(names = "--part", paramLabel = "PART", descriptionKey = "backprop.explain.part")
  private Part part = Part.VALIDATION;

  @Option(names = "--row", paramLabel = "N", descriptionKey = "backprop.explain.row")
  private int row = 1;

  @Option(names = "--method", paramLabel = "NAME", descriptionKey = "backprop.explain.method")
  private AttributionMethod method = AttributionMethod.INTEGRATED_GRADIENTS;

  @Option(names = "--class", paramLabel = "NAME", descriptionKey = "backprop.explain.class")
  private String target;

  @Option(names = "--versus", paramLabel = "NAME", descriptionKey = "backprop.explain.versus")
  private String other;

  @Option(names = "--place", paramLabel = "N", descriptionKey = "backprop.explain.place")
  private Integer place;

  @Option(names = "--layer", paramLabel = "NODE", descriptionKey = "backprop.explain.layer")
  private String layer;

  @Option(names = "--baseline", paramLabel = "NAME", descriptionKey = "backprop.explain.baseline")
  private AttributionBaseline baseline;

  @Option(names = "--json", descriptionKey = "backprop.explain.json")
  private boolean json;

  Explain(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    Loaded loaded = Loaded.of(file, terminal);
    loaded.checkPredicts();
    var learned = loaded.learned("cli.problem.untrained_explain");
    PreparedData data = Training.prepare(loaded.project());
    if (row < 1 || row > data.rows(part)) {
      throw Failure.option("cli.problem.row", row, data.rows(part));
    }
    if (baseline != null && !baseline.suits(data)) {
      String suited = Stream.of(AttributionBaseline.values()).filter(one -> one.suits(data))
          .map(one -> one.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(terminal.say("cli.or")));
      throw Failure.option("cli.problem.baseline", baseline.name().toLowerCase(Locale.ROOT), suited);
    }
    Network network = loaded.project().network();
    AttributionRequest asked = new AttributionRequest(
        classOf(data, "--class", target), classOf(data, "--versus", other), Optional.ofNullable(baseline), layerOf(network),
        loaded.project().threshold().own(), placeOf(data));
    float[] example = new float[data.dataset().width()];
    data.copyInput(part, row - 1, example, 0);
    try (Kernels kernels = KernelChoice.create(Threads.suited(loaded.project()))) {
      Reasons reasons = new Reasons(data, new InputStatistics(data), new ScoredNetwork(network, learned, kernels, example.length), example,
          asked);
      if (!reasons.methods().contains(method)) {
        throw method.readsMaps() ? Failure.option("cli.problem.no_maps") : Failure.option("cli.problem.only_occlusion");
      }
      if (other != null && data.dataset().classNames().indexOf(other) == reasons.of()) {
        throw Failure.option("cli.problem.same_class", other);
      }
      print(data, reasons, values(network, data, reasons));
    }
    return 0;
  }

  private static OptionalInt classOf(PreparedData data, String option, String name) throws Failure {
    if (name == null) {
      return OptionalInt.empty();
    }
    if (data.dataset().task() == Task.REGRESSION) {
      throw Failure.option("cli.problem.class_of_number", option);
    }
    List<String> names = data.dataset().classNames();
    int found = names.indexOf(name);
    if (found < 0) {
      throw Failure.option("cli.problem.class", name, String.join(", ", names));
    }
    return OptionalInt.of(found);
  }

  /** Index of the target among several. */
  private OptionalInt placeOf(PreparedData data) throws Failure {
    if (place == null) {
      return OptionalInt.empty();
    }
    if (place < 1 || place > data.dataset().answers()) {
      throw Failure.option("cli.problem.place", place, data.dataset().answers());
    }
    return OptionalInt.of(place - 1);
  }

  /** Index of the named node among those with readable feature maps. */
  private OptionalInt layerOf(Network network) throws Failure {
    if (layer == null) {
      return OptionalInt.empty();
    }
    List<Node> nodes = Reasons.layers(network).stream().map(network::node).toList();
    if (nodes.isEmpty()) {
      throw Failure.option("cli.problem.no_layer");
    }
    return OptionalInt.of(nodes.stream().filter(node -> node.name().equals(layer)).findFirst().orElseThrow(
        () -> Failure.option("cli.problem.layer", layer, String.join(", ", nodes.stream().map(Node::name).toList()))).id());
  }

  private Map<String, Object> values(Network network, PreparedData data, Reasons reasons) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("part", part.name().toLowerCase(Locale.ROOT));
    values.put("row", row);
    values.put("data_row", data.split().row(part, row - 1) + 1);
    values.put("method", method.name().toLowerCase(Locale.ROOT));
    if (data.dataset().answers() > 1) {
      values.put("place", reasons.place() + 1);
    }
    if (data.dataset().task() == Task.CLASSES) {
      values.put("class", data.dataset().classNames().get(reasons.of()));
    }
    if (other != null && data.dataset().task() == Task.CLASSES) {
      values.put("versus", other);
    }
    values.put("score", reasons.value());
    if (method.comparesWithBaseline()) {
      values.put("baseline", reasons.baseline().name().toLowerCase(Locale.ROOT));
      values.put("baseline_score", reasons.baselineValue());
    }
    AttributionMap map = reasons.map(method, () -> false);
    map.integral().ifPresent(found -> {
      values.put("difference", found.difference());
      values.put("sum", found.sum());
      values.put("gap", found.gap());
      values.put("steps", found.steps());
      values.put("converged", found.converged());
    });
    map.cam().ifPresent(cam -> {
      values.put("layer", network.node(reasons.layer()).name());
      values.put("alpha", cam.weights());
      values.put("height", cam.height());
      values.put("width", cam.width());
      values.put("empty", map.isEmpty());
      if (reasons.passesOverEmpty()) {
        values.put("passed_over", network.node(reasons.layers().get(reasons.layers().size() - 1)).name());
      }
    });
    values.put("values", map.values());
    map.cam().ifPresent(cam -> values.put("hires_cam", cam.perPosition()));
    if (reasons.parts().kind() != InputParts.Kind.PIXEL) {
      values.put("parts", map.parts());
    }
    return values;
  }

  private void print(PreparedData data, Reasons reasons, Map<String, Object> values) {
    if (json) {
      terminal.print(new JsonMapper().writeValueAsString(values));
      return;
    }
    double[] numbers = (double[]) values.getOrDefault("parts", values.get("values"));
    boolean map = values.containsKey("layer");
    Table table = new Table(map ? terminal.say("cli.explain.position", values.get("layer"), values.get("height"), values.get("width"))
        : terminal.say("cli.explain.input"), terminal.say("cli.explain.share"));
    IntStream.range(0, numbers.length).boxed().sorted((a, b) -> Double.compare(Math.abs(numbers[b]), Math.abs(numbers[a]))).limit(MAX_ROWS)
        .forEach(i -> table.row(name(data, reasons, values, i), terminal.numbers().significant(numbers[i], 4)));
    String score = terminal.numbers().significant((Double) values.get("score"), 4);
    String name = String.valueOf(values.getOrDefault("class", data.dataset().about().targetName()));
    terminal.note(values.containsKey("versus") ? "cli.explain.versus" : values.containsKey("class") ? "cli.explain.of"
        : "cli.explain.predicted", name, score, values.getOrDefault("versus", ""));
    terminal.note(numbers.length > MAX_ROWS ? "cli.explain.largest" : "cli.explain.all", MAX_ROWS);
    if (values.containsKey("passed_over")) {
      terminal.note("reason.cam.passed", String.valueOf(values.get("passed_over")), String.valueOf(values.get("layer")));
    } else if (Boolean.TRUE.equals(values.get("empty"))) {
      terminal.note("reason.cam.empty", String.valueOf(values.get("layer")));
    }
    table.lines().forEach(terminal::print);
  }

  /** Label of an input: a pixel, or a window or position of a feature map by row and column; a token, time step, node or column. */
  private String name(PreparedData data, Reasons reasons, Map<String, Object> values, int index) {
    Shape shape = data.dataset().inputShape();
    return switch (reasons.parts().kind()) {
      case PIXEL -> pixel(shape, values, index);
      case TOKEN -> terminal.say("reason.token", token(data, index), index + 1);
      case STEP -> shape.size(1) == 1 ? terminal.say("reason.step", index + 1)
          : terminal.say("reason.step_feature", index / shape.size(1) + 1, index % shape.size(1) + 1);
      case NODE -> terminal.say("reason.node", index + 1);
      case COLUMN -> {
        List<String> columns = data.dataset().about().features().stream().map(Feature::column).distinct().toList();
        yield index < columns.size() ? columns.get(index) : terminal.say("reason.input", index + 1);
      }
    };
  }

  private String pixel(Shape shape, Map<String, Object> values, int index) {
    boolean windows = method == AttributionMethod.OCCLUSION;
    int window = Math.min(Reasons.WINDOW, Math.min(shape.size(1), shape.size(2)));
    int columns = windows ? shape.size(2) - window + 1 : method.readsMaps() ? (Integer) values.get("width") : shape.size(2);
    int area = shape.size(1) * shape.size(2);
    if (windows || method.readsMaps() || shape.size(0) == 1) {
      return terminal.say("reason.pixel", index / columns + 1, index % columns + 1);
    }
    return terminal.say("reason.place.channel", index % area / columns + 1, index % columns + 1, index / area + 1);
  }

  private String token(PreparedData data, int place) {
    float[] raw = new float[data.dataset().width()];
    data.copyRawInput(part, row - 1, raw);
    return data.dataset().text().map(text -> text.vocabulary().token((int) raw[place])).orElse("");
  }
}
