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

/** Output of a network at one step, prepared for drawing. Immutable; arrays are not copied. */
public sealed interface NetworkOutput {
  Judged judged();

  /**
   * Evaluation of a part.
   *
   * @param step of the weights
   * @param part the validation part, or the training part where nothing is held back
   */
  record Judged(long step, PreparedData data, Part part, Metrics scores) {
    int rows() {
      return data.rows(part);
    }

    /** Whether examples have several targets, so that none is right or wrong as a whole. */
    boolean severalAnswers() {
      return data.dataset().answers() > 1;
    }

    /** Correctly classified examples. */
    long right() {
      return Math.round(scores.accuracy() * rows());
    }
  }

  /** Samples of a generator, and the discriminator's output. */
  record Generated(Judged judged, GeneratorView view) implements NetworkOutput {}

  /**
   * Output over the plane of two inputs.
   *
   * @param values [size × size], upper row first: a probability, or a value in the target's unit
   * @param middle the decision boundary, or the middle of a regression's colour scale
   * @param reach distance from the middle to the ends of the colour scale
   * @param line contour at {@code middle}, for two classes; empty for a regression
   * @param units outputs of the units of one node at the same points, if any
   * @param pointed output of the hovered unit there, of any node
   */
  record Plane(
      Judged judged, int size, float[] values, double middle, double reach, float[] line, Optional<Units> units, Optional<UnitMap> pointed)
      implements NetworkOutput {
    /** Output of a unit, if it was evaluated. */
    Optional<float[]> mapOf(Unit unit) {
      Optional<float[]> single = pointed.filter(map -> map.unit().equals(unit)).map(UnitMap::values);
      return single.or(() -> units.filter(of -> of.node() == unit.node() && unit.index() < of.maps().size())
          .map(of -> of.maps().get(unit.index())));
    }


    /** Position of a value on a signed scale. */
    double position(double value) {
      return (value - middle) / reach;
    }

    /** Position of a target: classes 0 and 1 at the ends. */
    double positionOfTarget(double target) {
      return judged.data().dataset().task() == Task.CLASSES ? 2 * target - 1 : position(target);
    }
  }

  /**
   * Outputs of single units of a layer over the plane.
   *
   * @param node the layer
   * @param name its name
   * @param maps of the first units, [size × size] each, upper row first
   * @param all number of units
   */
  record Units(int node, String name, List<float[]> maps, int all) {}

  /**
   * Output of one unit over the plane.
   *
   * @param values [size × size], upper row first
   */
  record UnitMap(Unit unit, float[] values) {}

  /**
   * Confusion matrix.
   *
   * @param counts [true class][predicted class], of all known targets
   * @param predictions of each example
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

    /** The same outputs, classified at a threshold. */
    Confusion at(DecisionThreshold threshold) {
      Predictions told = predictions.at(threshold);
      return told == predictions ? this : of(judged, told);
    }

    /** Number of known targets. */
    long known() {
      return Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
    }

    /** Number of correct predictions. */
    long right() {
      return IntStream.range(0, counts.length).map(c -> counts[c][c]).sum();
    }
  }

  /**
   * Time series with a forecast.
   *
   * @param predicted by index in the series, in its unit; NaN for none
   * @param naive mean error of the naive forecast (last known value) on the evaluated part
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

    /** The example with this value of the series as its target, if any. */
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
   * True and predicted values, in the target's unit, of all known targets.
   *
   * @param rows of the evaluated part that they belong to, ascending
   */
  record Pairs(Judged judged, double[] truth, double[] predicted, int[] rows) implements NetworkOutput {
    /** More would overlap. */
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
   * Regression of one number on another.
   *
   * @param given the input of each example
   * @param inputs grid along the axis of the input
   * @param outputs predictions there
   */
  record Fit(Pairs pairs, float[] given, float[] inputs, float[] outputs) implements NetworkOutput {
    @Override
    public Judged judged() {
      return pairs.judged();
    }
  }

  /**
   * Sampled text.
   *
   * @param given prompt, from the data; empty for none
   * @param text generated continuation
   */
  record Written(Judged judged, String given, String text) implements NetworkOutput {}

  /**
   * Image-to-image predictions.
   *
   * @param overlap IoU of the areas of the classes, NaN without classes
   * @param invented generated pictures, if the network has a decoder
   */
  record Pictures(Judged judged, Predictions predictions, double overlap, Optional<Invented> invented) implements NetworkOutput {
    static Pictures of(Judged judged, Predictions predictions, Optional<Invented> invented) {
      boolean classes = judged.data().dataset().task() == Task.CLASSES;
      return new Pictures(judged, predictions, classes ? predictions.overlap(judged.part()) : Double.NaN, invented);
    }
  }

  /**
   * Generated pictures, see {@link studio.backprop.observe.predict.Decoder}.
   *
   * @param shape of each
   * @param pixels [count × shape], each from 0 to 1
   */
  record Invented(int count, Shape shape, float[] pixels) {}

  /**
   * Episode of an agent, and its output over the state space.
   *
   * @param policy whether outputs are action probabilities, else action values
   * @param map action values or probabilities, for each cell of a grid; for other environments over the plane of two observation
   *     variables, the others at the middle of their ranges: [size × size × actions], upper row first
   * @param size grid points per side; 0 for a grid environment
   * @param across variable on the horizontal axis
   * @param up variable on the vertical axis
   */
  record World(Judged judged, GreedyEpisode episode, boolean policy, float[] map, int size, int across, int up) implements NetworkOutput {
    int actions() {
      return episode.world().actions().size();
    }
  }
}
