package studio.backprop.ui.watch.plots;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Series;
import studio.backprop.data.Task;
import studio.backprop.generative.GeneratorView;
import studio.backprop.observe.Example;
import studio.backprop.observe.predict.Predictions;
import studio.backprop.project.DecisionThreshold;
import studio.backprop.tensor.Shape;
import studio.backprop.train.agent.GreedyEpisode;
import studio.backprop.train.metric.Metrics;
import studio.backprop.ui.workspace.run.PointedUnit.Unit;

/** What the network said at one step, ready to be drawn. Nobody changes it any more. */
public sealed interface NetworkOutput {
  Judged judged();

  /**
   * How well it did.
   *
   * @param step after which it was asked
   * @param part the validation part, or the training part where nothing is held back
   */
  record Judged(long step, PreparedData data, Part part, Metrics scores) {
    int rows() {
      return data.rows(part);
    }

    /** Whether an example has more answers than one, so that it is not right or wrong as a whole. */
    boolean severalAnswers() {
      return data.dataset().answers() > 1;
    }

    /** Examples whose class is right. */
    long right() {
      return Math.round(scores.accuracy() * rows());
    }
  }

  /** What a generator makes, and what a discriminator takes it for. */
  record Generated(Judged judged, GeneratorView view) implements NetworkOutput {}

  /**
   * The answer at every place of the plane of two inputs.
   *
   * @param values [size × size], upper row first: a probability, or a value in the target's unit
   * @param middle the value that is neither one class nor the other, or the middle of a regression's colours
   * @param reach how far from the middle the colours reach
   * @param line where the value is {@code middle}, for two classes; empty for a regression
   * @param units what the units of one node answer at the same places, if it has some
   * @param pointed what the unit that a person points at answers there, wherever it belongs
   */
  record Plane(
      Judged judged, int size, float[] values, double middle, double reach, float[] line, Optional<Units> units, Optional<UnitMap> pointed)
      implements NetworkOutput {
    /** What a unit answers at every place, if that was asked. */
    Optional<float[]> mapOf(Unit unit) {
      Optional<float[]> single = pointed.filter(map -> map.unit().equals(unit)).map(UnitMap::values);
      return single.or(() -> units.filter(of -> of.node() == unit.node() && unit.index() < of.maps().size())
          .map(of -> of.maps().get(unit.index())));
    }


    /** Where a value stands on a signed scale. */
    double position(double value) {
      return (value - middle) / reach;
    }

    /** Where a target stands: the classes 0 and 1 at the two ends. */
    double positionOfTarget(double target) {
      return judged.data().dataset().task() == Task.CLASSES ? 2 * target - 1 : position(target);
    }
  }

  /**
   * What single units of a layer answer over the plane.
   *
   * @param node the layer
   * @param name its name
   * @param maps of the first units, [size × size] each, upper row first
   * @param all how many units there are
   */
  record Units(int node, String name, List<float[]> maps, int all) {}

  /**
   * What one unit answers over the plane.
   *
   * @param values [size × size], upper row first
   */
  record UnitMap(Unit unit, float[] values) {}

  /**
   * How often each class was taken for each.
   *
   * @param counts [true class][predicted class], of all answers that are known
   * @param predictions what was said of each example
   */
  record Confusion(Judged judged, int[][] counts, Predictions predictions) implements NetworkOutput {
    static Confusion of(Judged judged, Predictions predictions) {
      int classes = judged.data().dataset().classNames().size();
      int[][] counts = new int[classes][classes];
      for (int row = 0; row < judged.rows(); row++) {
        for (int place = 0; place < judged.data().dataset().answers(); place++) {
          float truth = judged.data().rawTarget(judged.part(), row, place);
          if (!Float.isNaN(truth)) {
            counts[(int) truth][predictions.classOf(judged.part(), row, place)]++;
          }
        }
      }
      return new Confusion(judged, counts, predictions);
    }

    /** The same outputs, of which the classes are told at a threshold. */
    Confusion at(DecisionThreshold threshold) {
      Predictions told = predictions.at(threshold);
      return told == predictions ? this : of(judged, told);
    }

    /** Answers that are known. */
    long known() {
      return Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
    }

    /** Those of them that are right. */
    long right() {
      return IntStream.range(0, counts.length).map(c -> counts[c][c]).sum();
    }
  }

  /**
   * A time series and what was foretold of it.
   *
   * @param predicted by place in the series, in the series' own unit; NaN where nothing was
   * @param naive the mean error, on the judged part, of always answering with the last value that is known
   */
  record Forecast(Judged judged, Series series, double[] predicted, double naive) implements NetworkOutput {
    static Forecast of(Judged judged, Series series, Predictions predictions) {
      PreparedData data = judged.data();
      double[] predicted = new double[series.length()];
      Arrays.fill(predicted, Double.NaN);
      for (Part part : Part.values()) {
        for (int row = 0; row < data.rows(part); row++) {
          predicted[series.answerTo(data.split().row(part, row))] = predictions.value(part, row);
        }
      }
      return new Forecast(judged, series, predicted, naive(judged, series));
    }

    private static double naive(Judged judged, Series series) {
      return IntStream.range(0, judged.rows())
          .mapToDouble(row -> judged.data().exactTarget(judged.part(), row, 0)
              - judged.data().exactInput(judged.part(), row, series.lags() - 1))
          .filter(error -> !Double.isNaN(error))
          .map(Math::abs)
          .average()
          .orElse(Double.NaN);
    }

    /** The example whose answer is this value of the series, if there is one. */
    Optional<Example> exampleOf(int value) {
      PreparedData data = judged.data();
      int row = value - series.answerTo(0);
      for (Part part : Part.values()) {
        if (row >= 0 && row < data.rows(part)) {
          return Optional.of(new Example(part, row));
        }
        row -= data.rows(part);
      }
      return Optional.empty();
    }
  }

  /**
   * Right and predicted values, in the target's unit, of all answers that are known.
   *
   * @param rows of the judged part that they belong to, ascending
   */
  record Pairs(Judged judged, double[] truth, double[] predicted, int[] rows) implements NetworkOutput {
    /** More would lie on top of each other. */
    private static final int MOST = 20_000;

    static Pairs of(Judged judged, Predictions predictions) {
      PreparedData data = judged.data();
      int answers = data.dataset().answers();
      int most = Math.min(judged.rows(), Math.max(1, MOST / answers)) * answers;
      int[] known = IntStream.range(0, most)
          .filter(i -> !Float.isNaN(data.rawTarget(judged.part(), i / answers, i % answers))).toArray();
      double[] truth = new double[known.length];
      double[] predicted = new double[known.length];
      for (int p = 0; p < known.length; p++) {
        truth[p] = data.exactTarget(judged.part(), known[p] / answers, known[p] % answers);
        predicted[p] = predictions.value(judged.part(), known[p] / answers, known[p] % answers);
      }
      return new Pairs(judged, truth, predicted, IntStream.of(known).map(i -> i / answers).toArray());
    }

    /** The first pair of a row, if it has one. */
    OptionalInt firstOf(int row) {
      return IntStream.range(0, rows.length).filter(pair -> rows[pair] == row).findFirst();
    }
  }

  /**
   * A regression of one number on one other.
   *
   * @param pairs the examples
   * @param given the input of each of them
   * @param inputs places along the axis of the input
   * @param outputs what is predicted there
   */
  record Fit(Pairs pairs, float[] given, float[] inputs, float[] outputs) implements NetworkOutput {
    @Override
    public Judged judged() {
      return pairs.judged();
    }
  }

  /**
   * Text that was drawn from what the network foretells.
   *
   * @param given what it goes on from, out of the data; empty where it begins with nothing
   * @param text what it wrote
   */
  record Written(Judged judged, String given, String text) implements NetworkOutput {}

  /**
   * What was said of each example whose answer is a picture.
   *
   * @param overlap intersection over union of the places of each class, NaN where there are no classes
   * @param invented new pictures, if the network can draw some
   */
  record Pictures(Judged judged, Predictions predictions, double overlap, Optional<Invented> invented) implements NetworkOutput {
    static Pictures of(Judged judged, Predictions predictions, Optional<Invented> invented) {
      boolean classes = judged.data().dataset().task() == Task.CLASSES;
      return new Pictures(judged, predictions, classes ? predictions.overlap(judged.part()) : Double.NaN, invented);
    }
  }

  /**
   * Pictures of nothing in the data, see {@link studio.backprop.observe.predict.Decoder}.
   *
   * @param shape of each
   * @param pixels [count × shape], each from 0 to 1
   */
  record Invented(int count, Shape shape, float[] pixels) {}

  /**
   * An episode in the world of an agent, and what it thinks all over it.
   *
   * @param episode that was played
   * @param policy whether its outputs are probabilities; otherwise they are what actions are worth
   * @param map of a grid, what each action is worth or how likely it is on each square; of other worlds at each place of the plane of two
   *     observed numbers, the others as in the middle: [size × size × actions], upper row first
   * @param size places along each side; 0 of a grid
   * @param across which observed number is on the horizontal axis
   * @param up which is on the vertical one
   */
  record World(Judged judged, GreedyEpisode episode, boolean policy, float[] map, int size, int across, int up) implements NetworkOutput {
    int actions() {
      return episode.world().actions().size();
    }
  }
}
