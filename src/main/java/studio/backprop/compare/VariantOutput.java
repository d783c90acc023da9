package studio.backprop.compare;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.environment.Environments;
import studio.backprop.environment.Grid;
import studio.backprop.generative.GeneratorEvaluator;
import studio.backprop.generative.GeneratorView;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.landscape.WeightTrail;
import studio.backprop.observe.predict.Predictions;
import studio.backprop.observe.predict.Replica;
import studio.backprop.project.Project;

/** Outputs of a variant's network, for a small plot. */
public sealed interface VariantOutput {
  /** Limit of points of a scatter plot. */
  int MOST_PAIRS = 400;

  /** No plot for this kind of data. */
  record Nothing() implements VariantOutput {}

  /**
   * Outputs over the plane of two inputs, top row first, from −1 to 1: class or value.
   *
   * @param low lower bounds of both inputs, unscaled
   * @param high upper bounds
   */
  record Plane(int side, float[] answers, float[] low, float[] high) implements VariantOutput {}

  /** Confusion matrix [true class][predicted class] on the validation part. */
  record Cells(int[][] counts) implements VariantOutput {
    public int correct() {
      return IntStream.range(0, counts.length).map(truth -> counts[truth][truth]).sum();
    }

    public int all() {
      return Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
    }
  }

  /**
   * Of an agent in a grid world.
   *
   * @param outputs [squares × actions]
   * @param policy whether they are probabilities
   * @param path of the greedy policy
   */
  record Squares(Grid grid, float[] outputs, boolean policy, List<Integer> path) implements VariantOutput {}

  /** Of a GAN: generated examples and discriminator outputs. */
  record Generated(GeneratorView view) implements VariantOutput {}

  /** Of a regression: true and predicted values on the validation part. */
  record Pairs(float[] truth, float[] said) implements VariantOutput {}

  /** Whether it is fast, without a pass through a part of the data. */
  static boolean isQuick(PreparedData data) {
    boolean oneAnswer = data.dataset().task() == Task.REGRESSION || data.dataset().classNames().size() == 2;
    return data.dataset().isPoints() && oneAnswer && !acts(data) && !data.dataset().answersArePicture();
  }

  /** Of a trail's network with other weights. @param states of layers, such as running means */
  static VariantOutput at(WeightTrail trail, float[] weights, float[] states) {
    return of(trail.project(),
        Replica.of(trail.project().network(), trail.data(), trail.parametersAt(weights, states), KernelChoice.create(1)));
  }

  /** Of a replica. A GAN has no predictions. */
  static VariantOutput of(Project project, Replica replica) {
    PreparedData data = replica.data();
    if (!project.assignment().predicts()) {
      return judge(project, replica, null).map(judge -> of(judge, replica.step())).orElseGet(Nothing::new);
    }
    if (isQuick(data)) {
      return VariantPlane.of(replica);
    }
    boolean single = !acts(data) && !data.dataset().answersArePicture() && data.dataset().answers() == 1;
    if (!single) {
      return new Nothing();
    }
    Part part = heldBack(data);
    Predictions said = Predictions.of(replica, EnumSet.of(part));
    return data.dataset().task() == Task.CLASSES ? cells(data, said, part) : pairs(data, said, part);
  }

  /**
   * For point data only: images would need a classifier for each variant.
   *
   * @param judge of the same replica, to reuse its plans; may be null
   */
  static Optional<GeneratorEvaluator> judge(Project project, Replica replica, GeneratorEvaluator judge) {
    boolean points = project.assignment().isAdversarial() && replica.data().dataset().isPoints()
        && replica.data().dataset().width() == 2;
    return points ? Optional.of(replica.generator(project, judge)) : Optional.empty();
  }

  /** Of a generator with the current weights. */
  static VariantOutput of(GeneratorEvaluator judge, long step) {
    return new Generated(judge.look(step, VariantPlane.GRID_SIDE));
  }

  /** Whether the data are states of an environment, without targets. */
  private static boolean acts(PreparedData data) {
    return Environments.find(data.dataset().name()).isPresent();
  }

  private static Part heldBack(PreparedData data) {
    return data.validationRows() > 0 ? Part.VALIDATION : Part.TRAIN;
  }

  private static Cells cells(PreparedData data, Predictions said, Part part) {
    int classes = data.dataset().classNames().size();
    int[][] counts = new int[classes][classes];
    for (int row = 0; row < data.rows(part); row++) {
      counts[data.classOf(part, row)][said.classOf(part, row)]++;
    }
    return new Cells(counts);
  }

  private static Pairs pairs(PreparedData data, Predictions said, Part part) {
    int rows = Math.min(MOST_PAIRS, data.rows(part));
    float[] truth = new float[rows];
    float[] values = new float[rows];
    for (int row = 0; row < rows; row++) {
      truth[row] = data.rawTarget(part, row);
      values[row] = (float) said.value(part, row);
    }
    return new Pairs(truth, values);
  }
}
