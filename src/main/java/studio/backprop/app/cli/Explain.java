package studio.backprop.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.evaluate.reason.Attribution;
import studio.backprop.evaluate.reason.AttributionBaseline;
import studio.backprop.evaluate.reason.GradCam;
import studio.backprop.evaluate.reason.IntegratedGradients;
import studio.backprop.evaluate.reason.Occlusion;
import studio.backprop.evaluate.reason.Saliency;
import studio.backprop.evaluate.reason.Score;
import studio.backprop.evaluate.reason.ScoredNetwork;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.tensor.Shape;
import tools.jackson.databind.json.JsonMapper;

/** Says why a trained project predicts what it does for one example: how much each input adds to the score of a class or to a value. */
@Command(name = "explain", sortOptions = false)
final class Explain implements Callable<Integer> {
  /** What can be computed. */
  enum Method {
    SALIENCY,
    SMOOTH_GRAD,
    INTEGRATED_GRADIENTS,
    GRAD_CAM,
    OCCLUSION
  }

  private static final int WINDOW = 3;

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "PROJECT", descriptionKey = "cli.option.project")
  private String file;

  @Option(names = "--part", paramLabel = "PART", descriptionKey = "backprop.explain.part")
  private Part part = Part.VALIDATION;

  @Option(names = "--row", paramLabel = "N", descriptionKey = "backprop.explain.row")
  private int row = 1;

  @Option(names = "--method", paramLabel = "NAME", descriptionKey = "backprop.explain.method")
  private Method method = Method.INTEGRATED_GRADIENTS;

  @Option(names = "--class", paramLabel = "NAME", descriptionKey = "backprop.explain.class")
  private String target;

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
      throw Failure.of("cli.problem.row", row, data.rows(part));
    }
    AttributionBaseline against = baseline == null ? AttributionBaseline.usual(data) : baseline;
    if (!against.suits(data)) {
      throw Failure.of("cli.problem.baseline", against.name().toLowerCase(Locale.ROOT));
    }
    float[] example = new float[data.dataset().width()];
    data.copyInput(part, row - 1, example, 0);
    try (Kernels kernels = KernelChoice.create(Threads.suited(loaded.project()))) {
      ScoredNetwork network = new ScoredNetwork(
          loaded.project().network(), learned, kernels, example.length);
      float[] logits = network.logits(example);
      int index = index(data, logits);
      Score score = score(data, logits, index);
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("part", part.name().toLowerCase(Locale.ROOT));
      values.put("row", row);
      values.put("method", method.name().toLowerCase(Locale.ROOT));
      if (data.dataset().task() == Task.CLASSES) {
        values.put("class", data.dataset().classNames().get(index));
      }
      values.put("score", network.score(score, example, network.point(example)));
      explain(data, network, score, example, network.point(against.of(data, example)), values);
      print(data, values);
    }
    return 0;
  }

  /** The class that is asked for, or else the predicted one. */
  private int index(PreparedData data, float[] logits) throws Failure {
    if (data.dataset().task() == Task.REGRESSION) {
      return 0;
    }
    List<String> names = data.dataset().classNames();
    if (target != null) {
      int found = names.indexOf(target);
      if (found < 0) {
        throw Failure.of("cli.problem.class", target, String.join(", ", names));
      }
      return found;
    }
    if (logits.length == 1) {
      return logits[0] > 0 ? 1 : 0;
    }
    return IntStream.range(0, names.size()).reduce(0, (best, c) -> logits[c] > logits[best] ? c : best);
  }

  private static Score score(PreparedData data, float[] logits, int index) {
    return data.dataset().task() == Task.REGRESSION ? Score.ofNumber(0)
        : Score.ofClass(index, 0, Math.min(logits.length, data.dataset().classNames().size()));
  }

  private void explain(
      PreparedData data, ScoredNetwork network, Score score, float[] example, float[] against, Map<String, Object> values) throws Failure {
    Shape shape = data.dataset().inputShape();
    switch (method) {
      case SALIENCY -> values.put("values", Saliency.saliency(network, score, example).values());
      case SMOOTH_GRAD -> values.put("values", Saliency.smoothGrad(network, score, example, range(data), 0).values());
      case INTEGRATED_GRADIENTS -> {
        Attribution found = IntegratedGradients.of(network, score, example, against, () -> false);
        values.put("difference", found.difference());
        values.put("sum", found.sum());
        values.put("gap", found.gap());
        values.put("steps", found.steps());
        values.put("converged", found.converged());
        values.put("values", found.values());
      }
      case GRAD_CAM -> {
        GradCam cam = GradCam.of(network, score, example, lastMaps(network.network()));
        values.put("alpha", cam.weights());
        values.put("height", cam.height());
        values.put("width", cam.width());
        values.put("empty", cam.isEmpty());
        values.put("values", cam.map());
        values.put("hires_cam", cam.perPosition());
      }
      case OCCLUSION -> values.put("values", Occlusion.of(network, score, example, against, shape.rank() == 3
          ? Occlusion.windows(shape.size(0), shape.size(1), shape.size(2), Math.min(WINDOW, shape.size(1)), 1)
          : groups(against.length, network.pointsPerToken())));
    }
  }

  private static List<int[]> groups(int numbers, int each) {
    List<int[]> groups = new ArrayList<>();
    for (int from = 0; from < numbers; from += each) {
      groups.add(IntStream.range(from, from + each).toArray());
    }
    return groups;
  }

  private static double range(PreparedData data) {
    float[] row = new float[data.dataset().width()];
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < data.trainRows(); i++) {
      data.copyInput(Part.TRAIN, i, row, 0);
      for (float number : row) {
        least = Math.min(least, number);
        most = Math.max(most, number);
      }
    }
    return most - least;
  }

  /** The last node on the way to the loss that gives out maps and has weights: the last convolution. */
  private int lastMaps(Network network) throws Failure {
    int last = -1;
    for (Node node : network.analyse().order()) {
      boolean maps = network.analyse().shape(node.id()).filter(shape -> shape.rank() == 3).isPresent();
      boolean computes = !network.sources(node.id()).isEmpty() && network.analyse().parameterCount(node) > 0;
      last = maps && computes ? node.id() : last;
    }
    if (last < 0) {
      throw Failure.of("cli.problem.no_maps");
    }
    return last;
  }

  private void print(PreparedData data, Map<String, Object> values) {
    if (json) {
      terminal.print(new JsonMapper().writeValueAsString(values));
      return;
    }
    double[] numbers = (double[]) values.get("values");
    List<String> names = data.dataset().featureNames();
    Table table = new Table(terminal.say("cli.explain.input"), terminal.say("cli.explain.share"));
    IntStream.range(0, numbers.length).boxed().sorted((a, b) -> Double.compare(Math.abs(numbers[b]), Math.abs(numbers[a]))).limit(20)
        .forEach(i -> table.row(names.size() == numbers.length ? names.get(i) : String.valueOf(i + 1),
            terminal.numbers().significant(numbers[i], 4)));
    terminal.note("cli.explain.of", String.valueOf(values.getOrDefault("class", data.dataset().about().targetName())),
        terminal.numbers().significant((Double) values.get("score"), 4));
    table.lines().forEach(terminal::print);
  }
}
