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

/** What a lane's network answers, small enough to be seen beside that of others. */
public sealed interface VariantOutput {
  /** More points than this cannot be told apart in a small picture. */
  int MOST_PAIRS = 400;

  /** There is no picture for this kind of data. */
  record Nothing() implements VariantOutput {}

  /**
   * The answer all over a plane, upper row first, from −1 to 1: which of two classes, or how large a value.
   *
   * @param low the smallest value of both inputs that is shown, in their own units
   * @param high the largest
   */
  record Plane(int side, float[] answers, float[] low, float[] high) implements VariantOutput {}

  /** How many examples of each class (row) were taken for which (column), among those that are held back. */
  record Cells(int[][] counts) implements VariantOutput {
    /** How many were taken for what they are. */
    public int correct() {
      return IntStream.range(0, counts.length).map(truth -> counts[truth][truth]).sum();
    }

    public int all() {
      return Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
    }
  }

  /**
   * Of an agent on a map of squares.
   *
   * @param outputs [squares × actions]
   * @param policy whether they are probabilities
   * @param path that the agent takes greedily
   */
  record Squares(Grid grid, float[] outputs, boolean policy, List<Integer> path) implements VariantOutput {}

  /** Of two networks that learn against each other: what the generator makes, and what the discriminator takes it for. */
  record Generated(GeneratorView view) implements VariantOutput {}

  /** Of a regression the true and the predicted values of examples that are held back. */
  record Pairs(float[] truth, float[] said) implements VariantOutput {}

  /** Whether it can be asked several times a second; the others take a pass through a part of the data. */
  static boolean isQuick(PreparedData data) {
    boolean oneAnswer = data.dataset().task() == Task.REGRESSION || data.dataset().classNames().size() == 2;
    return data.dataset().isPoints() && oneAnswer && !acts(data) && !data.dataset().answersArePicture();
  }

  /** Asks the network of a trail with other weights. @param states what layers keep by themselves, such as running means */
  static VariantOutput at(WeightTrail trail, float[] weights, float[] states) {
    return of(trail.project(),
        Replica.of(trail.project().network(), trail.data(), trail.parametersAt(weights, states), KernelChoice.create(1)));
  }

  /** Asks a copy of the network. Two networks that learn against each other predict nothing of the data. */
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
   * Of points alone: to count classes of images a classifier would have to learn them first, in each lane.
   *
   * @param judge of the same replica, whose plans are used again; null for none
   */
  static Optional<GeneratorEvaluator> judge(Project project, Replica replica, GeneratorEvaluator judge) {
    boolean points = project.assignment().isAdversarial() && replica.data().dataset().isPoints()
        && replica.data().dataset().width() == 2;
    return points ? Optional.of(replica.generator(project, judge)) : Optional.empty();
  }

  /** What a generator makes, by the weights of now. */
  static VariantOutput of(GeneratorEvaluator judge, long step) {
    return new Generated(judge.look(step, VariantPlane.SIDE));
  }

  /** Whether the data are states of a world, which have no targets. */
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
