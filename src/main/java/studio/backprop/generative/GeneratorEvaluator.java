package studio.backprop.generative;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import studio.backprop.data.DatasetCatalog;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.TargetForm;
import studio.backprop.kernel.Kernels;
import studio.backprop.network.Network;
import studio.backprop.network.Objective;
import studio.backprop.op.ClassWeights;
import studio.backprop.op.Mode;
import studio.backprop.plan.Compiler;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.plan.Parameters;
import studio.backprop.plan.Plan;
import studio.backprop.project.Adversarial;
import studio.backprop.project.AdversarialRoles;
import studio.backprop.project.AdversarialSettings;
import studio.backprop.project.Project;
import studio.backprop.tensor.Seeds;
import studio.backprop.tensor.Tensor;
import studio.backprop.train.metric.ModeCoverage;
import studio.backprop.train.regime.Latent;

/**
 * Evaluates a GAN in inference mode: noise before the discriminator is left out, and batch normalization uses its running statistics. For
 * worker threads, with constant weights. Not thread-safe.
 */
public final class GeneratorEvaluator {
  /** Examples of the statistics. */
  public static final int JUDGED = 1000;
  /** Displayed examples of each kind. */
  public static final int SHOWN = 64;

  /** Margin around the data, relative to their range. */
  private static final double ROOM = 0.15;
  private static final int LEAST_SIDE = 8;

  private final Project project;
  private final PreparedData data;
  private final Kernels kernels;
  private final Parameters parameters;
  private final AdversarialRoles roles;
  private final AdversarialSettings settings;
  private final Latent latent;
  private final int numbers;
  private final Plan shown;
  private final Plan judged;
  private final float[] modes;
  private final float[] low;
  private final float[] high;
  private Plan plane;
  private Plan chosen;
  private Plan single;
  private int side;
  private SampleClassifier classes;

  /** @param parameters read at each call; a copy, for its running statistics */
  public GeneratorEvaluator(Project project, PreparedData data, Kernels kernels, Parameters parameters) {
    this.project = project;
    this.data = data;
    this.kernels = kernels;
    this.parameters = parameters;
    this.roles = AdversarialRoles.of(project.network()).orElseThrow();
    this.settings = ((Adversarial) project.assignment()).settings();
    this.latent = Latent.judged(roles, settings.noise(), new Seeds(project.training().seed()));
    this.numbers = data.dataset().width();
    Objective objective = project.network().objective().by(roles.generator());
    Objective ofGenerator = settings.objective().ofGenerator(objective);
    this.shown =
        Compiler.compile(project.network(), ofGenerator, ClassWeights.NONE, parameters, kernels, new Seeds(0), Purpose.TRAIN, SHOWN);
    this.judged = Compiler.compile(project.network(), parameters, kernels, new Seeds(0), Purpose.PREDICT, JUDGED);
    this.modes = hasPlaces(data) ? places() : new float[0];
    this.low = new float[isPlane() ? 2 : 0];
    this.high = new float[low.length];
    if (isPlane()) {
      measure();
    }
  }

  /** Whether these are its parameters. */
  public boolean reads(Parameters others) {
    return parameters == others;
  }

  private boolean isPlane() {
    return data.dataset().isPoints() && numbers == 2;
  }

  /** Whether the data have known modes or classes, for mode coverage. */
  public static boolean canCount(PreparedData data) {
    return hasPlaces(data) || SampleClassifier.suits(data);
  }

  private static boolean hasPlaces(PreparedData data) {
    return data.trainRows() > 0 && DatasetCatalog.find(data.dataset().name()).filter(info -> info.source().hasModes()).isPresent();
  }

  /** Reuses the trained classifier of another evaluator of the same data. */
  public GeneratorEvaluator knowing(GeneratorEvaluator other) {
    if (other != null && other.data == data && other.project.data().equals(project.data())) {
      classes = other.classes;
    }
    return this;
  }

  /** Mode coverage; empty without known modes. Trains a classifier first, if needed. */
  public Optional<ModeCoverage> coverage() {
    fill(judged);
    judged.forward(Mode.EVALUATE);
    return count();
  }

  /**
   * Statistics without examples.
   *
   * @param step how many steps the weights have learned
   */
  public GeneratorFigures figures(long step) {
    fill(judged);
    judged.forward(Mode.EVALUATE);
    pulled();
    return counted(step, pull());
  }

  private GeneratorFigures counted(long step, float[] pull) {
    Tensor all = judged.prediction();
    double[] lengths = new double[SHOWN];
    for (int i = 0; i < pull.length; i++) {
      lengths[i / numbers] += (double) pull[i] * pull[i];
    }
    double mean = Math.sqrt(Arrays.stream(lengths).average().orElseThrow());
    double median = Math.sqrt(Arrays.stream(lengths).sorted().skip(SHOWN / 2).findFirst().orElseThrow());
    return new GeneratorFigures(step, mean(all, 0), mean(all, JUDGED), right(all), mean, median, count());
  }

  /**
   * Statistics and examples.
   *
   * @param step how many steps the weights have learned
   * @param grid points along an axis of the plane
   */
  public GeneratorView look(long step, int places) {
    fill(judged);
    judged.forward(Mode.EVALUATE);
    pulled();
    float[] pull = pull();
    GeneratorFigures counted = counted(step, pull);
    return new GeneratorView(
        step, numbers, shown.output(roles.noise().id()).orElseThrow().rowCount(), copied(shown.output(roles.noise().id()).orElseThrow()),
        copied(shown.output(roles.generated().id()).orElseThrow()), said(shown.prediction(), SHOWN, SHOWN), pull,
        copied(shown.output(roles.real().id()).orElseThrow()), said(shown.prediction(), 0, SHOWN), plane(Math.max(LEAST_SIDE, places)),
        side, low, high, counted.meanReal(), counted.meanGenerated(), counted.right(), counted.slope(), counted.coverage(), modes);
  }

  /** Backpropagates the generator's loss to the generated examples. */
  private void pulled() {
    fill(shown);
    float[] targets = shown.target().values();
    Arrays.fill(targets, 0, targets.length / 2, Float.NaN);
    Arrays.fill(targets, targets.length / 2, targets.length, settings.objective().generatedLabel());
    shown.forward(Mode.EVALUATE);
    shown.backward();
  }

  /** −∂L/∂G(z) of each example's own loss. */
  private float[] pull() {
    Tensor slopes = shown.gradient(roles.generated().id()).orElseThrow();
    float[] pull = new float[SHOWN * numbers];
    for (int i = 0; i < pull.length; i++) {
      pull[i] = -SHOWN * slopes.grads()[slopes.index(i / numbers, i % numbers)];
    }
    return pull;
  }

  /**
   * Generates examples.
   *
   * @param z [count × latent size]
   * @return G(z), [count × features]
   */
  public float[] make(float[] z, int count) {
    if (chosen == null || chosen.batch() != count) {
      chosen = Compiler.compile(project.network(), parameters, kernels, new Seeds(0), Purpose.PREDICT, count);
    }
    Tensor noise = chosen.output(roles.noise().id()).orElseThrow();
    for (int row = 0; row < count; row++) {
      noise.setRow(row, z, row * noise.rowCount());
    }
    chosen.forward(Mode.EVALUATE);
    return copied(chosen.output(roles.generated().id()).orElseThrow());
  }

  /**
   * Runs an example through the discriminator, as a real one.
   *
   * @param example scaled
   */
  public DiscriminatorRoute route(float[] example) {
    if (single == null) {
      single = Compiler.compile(project.network(), parameters, kernels, new Seeds(0), Purpose.PREDICT, 1);
      latent.fill(single, kernels, 0);
    }
    single.output(roles.real().id()).orElseThrow().setRow(0, example, 0);
    single.forward(Mode.EVALUATE);
    Network network = project.network();
    int meeting = network.targets(roles.real().id()).get(0).id();
    List<DiscriminatorRoute.Stop> stops = network.analyse().order().stream()
        .filter(node -> node.id() != meeting && network.leads(meeting, node.id()) && !node.layer().isOutput())
        .flatMap(node -> single.output(node.id()).stream().map(output -> new DiscriminatorRoute.Stop(node.id(), firstRow(output))))
        .toList();
    return new DiscriminatorRoute(example, stops, single.prediction().get(0, 0));
  }

  private static float[] firstRow(Tensor tensor) {
    float[] row = new float[tensor.rowCount()];
    tensor.copyRow(0, row);
    return row;
  }

  /** Fills in evenly sampled real examples and noise, the same each time. */
  private void fill(Plan plan) {
    Tensor real = plan.output(roles.real().id()).orElseThrow();
    float[] row = new float[numbers];
    for (int i = 0; i < plan.batch(); i++) {
      int place = data.trainRows() < plan.batch() ? i % data.trainRows() : (int) ((long) i * data.trainRows() / plan.batch());
      data.copyInput(Part.TRAIN, place, row, 0);
      real.setRow(i, row, 0);
    }
    latent.fill(plan, kernels, 0);
  }

  private Optional<ModeCoverage> count() {
    float[] generated = copied(judged.output(roles.generated().id()).orElseThrow());
    if (hasPlaces(data)) {
      return Optional.of(ModeCoverage.of(modes, generated, numbers));
    }
    if (!SampleClassifier.suits(data)) {
      return Optional.empty();
    }
    if (classes == null) {
      classes = SampleClassifier.learn(data, project.data(), kernels);
    }
    return Optional.of(classes.count(generated, JUDGED));
  }

  private static float[] copied(Tensor tensor) {
    float[] copy = new float[tensor.count()];
    tensor.copyTo(copy);
    return copy;
  }

  private static float[] said(Tensor prediction, int from, int count) {
    float[] said = new float[count];
    for (int i = 0; i < count; i++) {
      said[i] = prediction.get(from + i, 0);
    }
    return said;
  }

  private static double mean(Tensor prediction, int from) {
    double sum = 0;
    for (int i = 0; i < JUDGED; i++) {
      sum += prediction.get(from + i, 0);
    }
    return sum / JUDGED;
  }

  private double right(Tensor prediction) {
    double cut = project.network().objective().loss().cut();
    int right = 0;
    for (int i = 0; i < JUDGED; i++) {
      right += (prediction.get(i, 0) >= cut ? 1 : 0) + (prediction.get(JUDGED + i, 0) < cut ? 1 : 0);
    }
    return right / (2.0 * JUDGED);
  }

  // --- the plane

  private void measure() {
    float[] row = new float[2];
    Arrays.fill(low, Float.POSITIVE_INFINITY);
    Arrays.fill(high, Float.NEGATIVE_INFINITY);
    for (int i = 0; i < data.trainRows(); i++) {
      data.copyInput(Part.TRAIN, i, row, 0);
      for (int axis = 0; axis < 2; axis++) {
        low[axis] = Math.min(low[axis], row[axis]);
        high[axis] = Math.max(high[axis], row[axis]);
      }
    }
    float half = 0; // preserves the aspect ratio
    for (int axis = 0; axis < 2; axis++) {
      half = Math.max(half, (float) ((high[axis] - low[axis]) * (0.5 + ROOM)));
    }
    for (int axis = 0; axis < 2; axis++) {
      float middle = (high[axis] + low[axis]) / 2;
      low[axis] = middle - half;
      high[axis] = middle + half;
    }
  }

  private float[] plane(int places) {
    if (!isPlane()) {
      return new float[0];
    }
    if (plane == null || side != places) {
      side = places;
      plane = Compiler.compile(project.network(), parameters, kernels, new Seeds(0), Purpose.PREDICT, side * side);
      latent.fill(plane, kernels, 0);
    }
    Tensor at = plane.output(roles.real().id()).orElseThrow();
    float[] place = new float[2];
    for (int i = 0; i < side * side; i++) {
      place[0] = low[0] + (high[0] - low[0]) * (i % side + 0.5f) / side;
      place[1] = high[1] - (high[1] - low[1]) * (i / side + 0.5f) / side;
      at.setRow(i, place, 0);
    }
    plane.forward(Mode.EVALUATE);
    return said(plane.prediction(), 0, side * side);
  }

  /** Modes of point data: class means. */
  private float[] places() {
    int count = data.dataset().classNames().size();
    double[] sums = new double[count * numbers];
    int[] counts = new int[count];
    float[] label = new float[count];
    float[] row = new float[numbers];
    for (int i = 0; i < data.trainRows(); i++) {
      data.copyInput(Part.TRAIN, i, row, 0);
      data.copyTarget(Part.TRAIN, i, TargetForm.ONE_HOT, label, 0);
      for (int mode = 0; mode < count; mode++) {
        counts[mode] += (int) label[mode];
        for (int axis = 0; axis < numbers; axis++) {
          sums[mode * numbers + axis] += label[mode] * row[axis];
        }
      }
    }
    float[] modes = new float[sums.length];
    for (int i = 0; i < modes.length; i++) {
      modes[i] = (float) (sums[i] / counts[i / numbers]);
    }
    return modes;
  }
}
