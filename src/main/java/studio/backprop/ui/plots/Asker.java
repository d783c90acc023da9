package studio.backprop.ui.plots;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.layer.Loss;
import studio.backprop.plan.Plan;
import studio.backprop.tensor.Tensor;
import studio.backprop.train.Replica;
import studio.backprop.train.Scores;
import studio.backprop.train.Trainer;
import studio.backprop.ui.kit.Span;

/** Puts questions to a copy of the network, on a thread that neither trains nor draws. */
final class Asker {
  /** Places of the plane that are answered together: few enough to stay in a core's cache. */
  private static final int BATCH = 1024;

  private final Trainer trainer;
  private Replica replica;
  private PreparedData gridOf;
  private float[] grid = {};

  Asker(Trainer trainer) {
    this.trainer = trainer;
  }

  /** Which picture suits the data. */
  static boolean isPlane(PreparedData data) {
    boolean twoInputs = data.dataset().width() == 2;
    return twoInputs && (data.dataset().task() == Task.REGRESSION || data.dataset().classNames().size() == 2);
  }

  /**
   * The answer of the network as it is now; empty if there is none.
   *
   * @param size places along each side of a plane, a power of two from 32 on
   */
  Optional<Answer> ask(int size) throws InterruptedException, ExecutionException {
    Optional<Replica> copy = trainer.ask(session -> Replica.of(session, replica)).get();
    replica = copy.orElse(null);
    return copy.map(
        asked -> {
          if (isPlane(asked.data())) {
            return plane(size);
          }
          return asked.data().dataset().task() == Task.CLASSES ? confusion() : pairs();
        });
  }

  private Part judgedPart() {
    return replica.data().validationRows() > 0 ? Part.VALIDATION : Part.TRAIN;
  }

  private Answer.Judged judged(Scores scores) {
    return new Answer.Judged(replica.step(), replica.data(), judgedPart(), scores);
  }

  // --- two inputs

  private Answer plane(int size) {
    PreparedData data = replica.data();
    if (gridOf != data || grid.length != 2 * size * size) {
      gridOf = data;
      grid = grid(data, size);
    }
    float[] values = new float[size * size];
    int together = Math.min(BATCH, values.length);
    for (int from = 0; from < values.length; from += together) {
      Tensor prediction = replica.answer(grid, from, together).prediction();
      for (int i = 0; i < together; i++) {
        values[from + i] = valueOf(prediction, i);
      }
    }
    Answer.Judged judged = judged(replica.score(judgedPart(), plan -> {}));
    return data.dataset().task() == Task.CLASSES ? boundary(judged, size, values) : surface(judged, size, values);
  }

  /** Scaled inputs of every place, upper row first. */
  static float[] grid(PreparedData data, int size) {
    Span across = Spans.ofInput(data, 0);
    Span up = Spans.ofInput(data, 1);
    float[] grid = new float[2 * size * size];
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        int at = 2 * (row * size + column);
        grid[at] = (float) across.at((column + 0.5) / size);
        grid[at + 1] = (float) up.at(1 - (row + 0.5) / size);
        data.inputScaler().scale(grid, at);
      }
    }
    return grid;
  }

  /** Of two classes the second one's probability; of a regression the value in its own unit. */
  private float valueOf(Tensor prediction, int row) {
    float value = prediction.get(row, prediction.rowCount() - 1);
    return replica.data().dataset().task() == Task.CLASSES ? value : replica.data().targetScaler().unscale(0, value);
  }

  private Answer boundary(Answer.Judged judged, int size, float[] values) {
    double middle = replica.loss().cut();
    double reach = replica.loss() == Loss.HINGE ? 1 : 0.5;
    return new Answer.Plane(judged, size, values, middle, reach, Contour.of(values, size, (float) middle));
  }

  private Answer surface(Answer.Judged judged, int size, float[] values) {
    Span targets = Spans.ofTarget(replica.data());
    boolean bothSigns = targets.low() < 0 && targets.high() > 0;
    double middle = bothSigns ? 0 : (targets.low() + targets.high()) / 2;
    double reach = Math.max(targets.high() - middle, middle - targets.low());
    return new Answer.Plane(judged, size, values, middle, reach, new float[0]);
  }

  // --- more inputs

  private Answer confusion() {
    int classes = replica.data().dataset().classNames().size();
    double cut = replica.loss().cut();
    int[][] counts = new int[classes][classes];
    Scores scores = replica.score(judgedPart(), plan -> count(plan, cut, counts));
    return new Answer.Confusion(judged(scores), counts);
  }

  private static void count(Plan plan, double cut, int[][] counts) {
    for (int row = 0; row < plan.batch(); row++) {
      counts[classOf(plan.target(), row, cut)][classOf(plan.prediction(), row, cut)]++;
    }
  }

  private static int classOf(Tensor tensor, int row, double cut) {
    if (tensor.rowCount() == 1) {
      return tensor.get(row, 0) > cut ? 1 : 0;
    }
    int best = 0;
    for (int i = 1; i < tensor.rowCount(); i++) {
      best = tensor.get(row, i) > tensor.get(row, best) ? i : best;
    }
    return best;
  }

  private Answer pairs() {
    PreparedData data = replica.data();
    int rows = data.rows(judgedPart());
    float[] truth = new float[rows];
    float[] predicted = new float[rows];
    int[] next = {0};
    Scores scores = replica.score(
        judgedPart(),
        plan -> {
          for (int row = 0; row < plan.batch(); row++) {
            truth[next[0]] = data.targetScaler().unscale(0, plan.target().get(row, 0));
            predicted[next[0]++] = data.targetScaler().unscale(0, plan.prediction().get(row, 0));
          }
        });
    return new Answer.Pairs(judged(scores), truth, predicted);
  }
}
