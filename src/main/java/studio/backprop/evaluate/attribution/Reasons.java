package studio.backprop.evaluate.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import studio.backprop.data.Dataset;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.data.Vocabulary;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.project.PredictedClass;
import studio.backprop.tensor.Shape;

/** Score and attributions of one example by every method, for command line and page. Not thread-safe. */
public final class Reasons {
  /** Side of the occluded window in pixels. */
  public static final int WINDOW = 3;

  private static final int PICTURE_RANK = 3;
  /** Segments of {@link #way}. */
  private static final int PATH_SEGMENTS = 20;

  private final PreparedData data;
  private final InputStatistics statistics;
  private final ScoredNetwork network;
  private final float[] example;
  private final InputParts parts;
  private final int place;
  private final OptionalDouble threshold;
  private final float[] prediction;
  private final boolean logits;
  private final int of;
  private final Score score;
  private final AttributionBaseline baseline;
  private final List<Integer> layers;
  private final int layer;
  private final boolean passes;

  /**
   * @param example scaled
   * @throws IllegalArgumentException if the baseline does not suit the data
   */
  public Reasons(PreparedData data, InputStatistics statistics, ScoredNetwork network, float[] example, AttributionRequest asked) {
    this.data = data;
    this.statistics = statistics;
    this.network = network;
    this.example = example;
    this.parts = InputParts.of(data.dataset(), example);
    this.place = asked.place().isPresent() ? asked.place().getAsInt() : usualPlace();
    if (place < 0 || place >= data.dataset().answers()) {
      throw new IllegalArgumentException("no target " + place + " of " + data.dataset().answers());
    }
    this.threshold = asked.threshold();
    float[] all = network.prediction(example);
    int width = all.length / data.dataset().answers();
    this.prediction = Arrays.copyOfRange(all, place * width, (place + 1) * width);
    this.logits = !Arrays.equals(network.logits(example), all);
    this.of = isRegression() ? 0 : asked.of().orElseGet(this::predicted);
    this.score = score(asked.versus());
    this.baseline = asked.baseline().orElseGet(() -> AttributionBaseline.usual(data));
    if (!baseline.suits(data)) {
      throw new IllegalArgumentException("no baseline " + baseline + " of " + data.dataset().name());
    }
    this.layers = layers(network.network());
    boolean chosen = asked.layer().isPresent() && layers.contains(asked.layer().getAsInt());
    this.layer = chosen ? asked.layer().getAsInt() : usualLayer();
    this.passes = !chosen && !layers.isEmpty() && layer != layers.get(layers.size() - 1);
  }

  public boolean isRegression() {
    return data.dataset().task() == Task.REGRESSION;
  }

  /** Default of several targets: after the last token, centre pixel or first node. */
  private int usualPlace() {
    Dataset dataset = data.dataset();
    if (dataset.answers() == 1 || dataset.graph().isPresent()) {
      return 0;
    }
    if (dataset.text().isPresent()) {
      return IntStream.range(0, Math.min(dataset.answers(), example.length)).filter(i -> example[i] != Vocabulary.PADDING)
          .max().orElse(0);
    }
    Shape shape = dataset.about().targetShape();
    return shape.rank() == PICTURE_RANK ? shape.size(1) / 2 * shape.size(2) + shape.size(2) / 2 : dataset.answers() - 1;
  }

  /** Last one with a non-empty Grad-CAM, else the last. */
  private int usualLayer() {
    for (int i = layers.size() - 1; i >= 0 && parts.kind() == InputParts.Kind.PIXEL; i--) {
      if (!GradCam.of(network, score, example, layers.get(i)).isEmpty()) {
        return layers.get(i);
      }
    }
    return layers.isEmpty() ? -1 : layers.get(layers.size() - 1);
  }

  private Score score(OptionalInt versus) {
    if (isRegression()) {
      return new Score(place, new float[] {logits ? 1 : data.targetUnit()}); // logits have no unit
    }
    int width = network.logits(example).length / data.dataset().answers();
    int classes = Math.min(width, data.dataset().classNames().size());
    return versus.isPresent() && versus.getAsInt() != of ? Score.between(of, versus.getAsInt(), place * width, classes)
        : Score.ofClass(of, place * width, classes);
  }

  /** Nodes with weights and feature maps on a path to the loss: candidates for Grad-CAM. */
  public static List<Integer> layers(Network network) {
    List<Integer> layers = new ArrayList<>();
    int end = network.objective().output().id();
    for (Node node : network.analyse().order()) {
      boolean maps = network.analyse().shape(node.id()).filter(shape -> shape.rank() == PICTURE_RANK).isPresent();
      boolean computes = !network.sources(node.id()).isEmpty() && network.analyse().parameterCount(node) > 0;
      if (maps && computes && network.leads(node.id(), end)) {
        layers.add(node.id());
      }
    }
    return List.copyOf(layers);
  }

  /** Applicable methods, by ascending cost. */
  public Set<AttributionMethod> methods() {
    if (parts.kind() == InputParts.Kind.NODE || parts.kind() == InputParts.Kind.TOKEN && !network.embeds()) {
      return EnumSet.of(AttributionMethod.OCCLUSION); // no meaningful gradient with respect to codes
    }
    Set<AttributionMethod> all = EnumSet.allOf(AttributionMethod.class);
    if (parts.kind() != InputParts.Kind.PIXEL || layers.isEmpty()) {
      all.removeIf(AttributionMethod::readsMaps);
    }
    return all;
  }

  // --- the score

  public InputParts parts() {
    return parts;
  }

  /** Row-major index of the explained target. */
  public int place() {
    return place;
  }

  /** Prediction for that target: class probabilities or one number. */
  public float[] prediction() {
    return prediction;
  }

  /** Whether the score is of logits: the loss reads other values than the output. */
  public boolean ofLogits() {
    return logits;
  }

  /** 0 for a regression. */
  public int predicted() {
    if (isRegression()) {
      return 0;
    }
    int numbers = Math.min(prediction.length, data.dataset().classNames().size());
    return PredictedClass.of(prediction, 0, numbers, network.network().objective().loss().cut(), threshold);
  }

  /** Explained class; 0 for a regression. */
  public int of() {
    return of;
  }

  public AttributionBaseline baseline() {
    return baseline;
  }

  /** Node of the feature maps; −1 if none. */
  public int layer() {
    return layer;
  }

  /** Whether the default layer is not the last convolution, whose Grad-CAM is empty. */
  public boolean passesOverEmpty() {
    return passes;
  }

  public List<Integer> layers() {
    return layers;
  }

  /** Score of the example: a logit, or a value in its own unit. */
  public double value() {
    return shown(network.score(score, example, network.point(example)));
  }

  public double baselineValue() {
    return shown(network.score(score, example, against()));
  }

  private double shown(double scored) {
    return isRegression() && !logits ? scored + data.targetScaler().unscaleExactly(0, 0) : scored;
  }

  /** Scores along the straight line from baseline to example, equidistant, ends included. */
  public double[] way() {
    float[] to = network.point(example);
    float[] from = against();
    float[][] points = new float[PATH_SEGMENTS + 1][to.length];
    for (int k = 0; k <= PATH_SEGMENTS; k++) {
      for (int i = 0; i < to.length; i++) {
        points[k][i] = from[i] + (to[i] - from[i]) * k / PATH_SEGMENTS;
      }
    }
    double[] way = network.scores(score, example, points);
    for (int k = 0; k < way.length; k++) {
      way[k] = shown(way[k]);
    }
    return way;
  }

  /** Scaled. */
  public float[] baselineInput() {
    return baseline.of(data, example, statistics);
  }

  private float[] against() {
    return network.point(baselineInput());
  }

  // --- the methods

  /** @param stop checked between refinements of an integral; the last one is returned */
  public AttributionMap map(AttributionMethod method, BooleanSupplier stop) {
    return switch (method) {
      case SALIENCY -> ofGradient(method, parts.kind() == InputParts.Kind.TOKEN
          ? Saliency.gradient(network, score, example) : Saliency.saliency(network, score, example));
      case SMOOTH_GRAD -> ofGradient(method, Saliency.smoothGrad(network, score, example, range(), 0));
      case INTEGRATED_GRADIENTS -> integrated(stop);
      case GRAD_CAM, HIRES_CAM -> cam(method);
      case OCCLUSION -> occlusion();
    };
  }

  /** Range of the inputs; of embedded tokens, of this example. */
  private double range() {
    if (parts.kind() != InputParts.Kind.TOKEN) {
      return statistics.range();
    }
    float[] point = network.point(example);
    return IntStream.range(0, point.length).mapToDouble(i -> point[i]).max().orElse(0)
        - IntStream.range(0, point.length).mapToDouble(i -> point[i]).min().orElse(0);
  }

  /** For tokens, gradient · embedding: one number per token. */
  private AttributionMap ofGradient(AttributionMethod method, Attribution gradient) {
    double[] along = gradient.values();
    if (parts.kind() == InputParts.Kind.TOKEN) {
      float[] point = network.point(example);
      along = IntStream.range(0, along.length).mapToDouble(i -> gradient.values()[i] * point[i]).toArray();
    }
    return summed(method, gradient.values(), along, List.of());
  }

  private AttributionMap summed(AttributionMethod method, double[] values, double[] summed, List<Attribution> tries) {
    boolean picture = parts.kind() == InputParts.Kind.PIXEL;
    Shape shape = data.dataset().inputShape();
    return new AttributionMap(method, values, parts.sums(summed, network.pointsPerToken()), picture ? shape.size(1) : 0,
        picture ? shape.size(2) : 0, tries, Optional.empty());
  }

  private AttributionMap integrated(BooleanSupplier stop) {
    List<Attribution> tries = new ArrayList<>();
    Attribution found = IntegratedGradients.of(network, score, example, against(), stop, tries::add);
    return summed(AttributionMethod.INTEGRATED_GRADIENTS, found.values(), found.values(), tries);
  }

  /** Gradient × (input − baseline) by part: integrated gradients with one step, at the example. Occlusion without meaningful gradients. */
  public double[] gradientTimesDifference() {
    if (methods().size() == 1) {
      return occlusion().parts();
    }
    double[] gradient = Saliency.gradient(network, score, example).values();
    float[] to = network.point(example);
    float[] from = against();
    return parts.sums(IntStream.range(0, gradient.length).mapToDouble(i -> gradient[i] * (to[i] - from[i])).toArray(),
        network.pointsPerToken());
  }

  private AttributionMap cam(AttributionMethod method) {
    GradCam cam = GradCam.of(network, score, example, layer);
    Shape shape = data.dataset().inputShape();
    double[] values = method == AttributionMethod.GRAD_CAM ? cam.map() : cam.perPosition();
    return new AttributionMap(method, values, cam.enlarged(values, shape.size(1), shape.size(2)), shape.size(1), shape.size(2), List.of(),
        Optional.of(cam));
  }

  private AttributionMap occlusion() {
    Dataset dataset = data.dataset();
    Shape shape = dataset.inputShape();
    float[] against = against();
    if (parts.kind() == InputParts.Kind.PIXEL) {
      int size = Math.min(WINDOW, Math.min(shape.size(1), shape.size(2)));
      double[] lost = Occlusion.of(
          network, score, example, against, Occlusion.windows(shape.size(0), shape.size(1), shape.size(2), size, 1));
      return new AttributionMap(AttributionMethod.OCCLUSION, lost, lost, shape.size(1) - size + 1, shape.size(2) - size + 1, List.of(),
          Optional.empty());
    }
    List<int[]> places = dataset.graph().map(graph -> parts.places(graph, example))
        .orElseGet(() -> parts.places(network.pointsPerToken()));
    double[] lost = Occlusion.of(network, score, example, against, places);
    return new AttributionMap(AttributionMethod.OCCLUSION, lost, lost, 0, 0, List.of(), Optional.empty());
  }
}
