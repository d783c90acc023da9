package studio.backprop.ui.watch.plots;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Series;
import studio.backprop.data.Task;
import studio.backprop.data.Text;
import studio.backprop.environment.Environment;
import studio.backprop.layer.Loss;
import studio.backprop.observe.predict.Decoder;
import studio.backprop.observe.predict.Predictions;
import studio.backprop.observe.predict.Replica;
import studio.backprop.observe.predict.Writer;
import studio.backprop.plan.Plan;
import studio.backprop.tensor.Seeds;
import studio.backprop.tensor.Tensor;
import studio.backprop.train.metric.Metrics;
import studio.backprop.ui.kit.Contour;
import studio.backprop.ui.kit.Span;
import studio.backprop.ui.workspace.run.PointedUnit.Unit;

/** Computes the output of a replica in the form that suits the data. Not thread-safe; to be called on one worker thread. */
final class PredictionWorker {
  /** Batch size of grid points: small enough for a core's cache. */
  private static final int BATCH = 1024;

  /** Number of lines, tokens of one text, and pictures that are sampled. */
  private static final int LINES = 12;
  private static final int TOKENS = 540;
  private static final int PICTURES = 24;
  /** Grid points along the axis of one input. */
  private static final int LINE = 128;

  private PreparedData gridOf;
  private float[] grid = {};

  /** Whether the output is a map over two inputs. */
  static boolean isPlane(PreparedData data) {
    boolean twoInputs = data.dataset().isPoints();
    return twoInputs && (data.dataset().task() == Task.REGRESSION || data.dataset().classNames().size() == 2);
  }

  /** Whether one number is predicted from another, so that the prediction is a line. */
  static boolean isLine(PreparedData data) {
    return data.dataset().task() == Task.REGRESSION && data.dataset().width() == 1 && data.dataset().answers() == 1
        && data.dataset().series().isEmpty();
  }

  /**
   * Output with the replica's weights.
   *
   * @param size grid points per side of a plane, a power of two, at least 32
   * @param unitsOf the layer whose units are evaluated as well; another one, if it has none
   * @param pointed a single unit to evaluate as well
   * @param drawing sampling of text and pictures
   */
  NetworkOutput ask(Replica replica, int size, Optional<Integer> unitsOf, Optional<Unit> pointed, Drawing drawing) {
    Part part = replica.data().validationRows() > 0 ? Part.VALIDATION : Part.TRAIN;
    if (drawing.world().isPresent()) {
      return EnvironmentWorker.ask(replica, drawing.world().get(), drawing, judged(replica, part, Metrics.NONE));
    }
    if (isPlane(replica.data()) && !replica.data().dataset().answersArePicture()) {
      UnitActivationMaps units = new UnitActivationMaps(replica, unitsOf, pointed, size * size);
      return plane(replica, size, units, judged(replica, part, replica.score(part, plan -> {})));
    }
    if (replica.data().dataset().text().filter(Text::next).isPresent()) {
      return written(replica, drawing, judged(replica, part, replica.score(part, plan -> {})));
    }
    Optional<Series> series = replica.data().dataset().series();
    Predictions said = Predictions.of(replica, series.isPresent() ? EnumSet.allOf(Part.class) : Set.of(part));
    NetworkOutput.Judged judged = judged(replica, part, said.scores(part));
    if (replica.data().dataset().answersArePicture()) {
      return NetworkOutput.Pictures.of(judged, said, invented(replica, drawing.seed()));
    }
    if (series.isPresent()) {
      return NetworkOutput.Forecast.of(judged, series.get(), said);
    }
    if (isLine(replica.data())) {
      return fit(replica, NetworkOutput.Pairs.of(judged, said));
    }
    return replica.data().dataset().task() == Task.CLASSES ? NetworkOutput.Confusion.of(judged, said)
        : NetworkOutput.Pairs.of(judged, said);
  }

  /** Prediction along the axis of the only input. */
  private static NetworkOutput fit(Replica replica, NetworkOutput.Pairs pairs) {
    PreparedData data = replica.data();
    Span across = DataRanges.ofInput(data, 0);
    float[] inputs = new float[LINE];
    float[] scaled = new float[LINE];
    float[] outputs = new float[LINE];
    for (int i = 0; i < LINE; i++) {
      inputs[i] = (float) across.at(i / (LINE - 1.0));
      scaled[i] = data.inputScaler().scaleMeasured(0, across.at(i / (LINE - 1.0)));
    }
    Plan plan = replica.answer(scaled, 0, LINE);
    for (int i = 0; i < LINE; i++) {
      outputs[i] = valueOf(data, plan.prediction(), i);
    }
    float[] given = new float[pairs.rows().length];
    for (int i = 0; i < given.length; i++) {
      given[i] = data.rawInput(pairs.judged().part(), pairs.rows()[i], 0);
    }
    return new NetworkOutput.Fit(pairs, given, inputs, outputs);
  }

  private static NetworkOutput.Judged judged(Replica replica, Part part, Metrics scores) {
    return new NetworkOutput.Judged(replica.step(), replica.data(), part, scores);
  }

  /**
   * Sampling of text from the predicted distribution, or of pictures from a standard normal distribution.
   *
   * @param temperature see {@link Writer}
   * @param seed for reproducible samples
   * @param world environment of an agent; empty without one
   * @param from initial state of its episode; empty for a random one
   * @param axes of its policy map; empty for the default
   */
  record Drawing(
      double temperature, long seed, Optional<Environment> world, Optional<double[]> from, Optional<MapAxes> axes) {}

  private static NetworkOutput written(Replica replica, Drawing drawing, NetworkOutput.Judged judged) {
    Text text = replica.data().dataset().text().orElseThrow();
    SplittableRandom random = new Seeds(drawing.seed()).source("write");
    Writer writer = new Writer(replica, drawing.temperature(), random);
    if (!text.running()) {
      return new NetworkOutput.Written(judged, "", String.join("\n", writer.lines(LINES, replica.data().dataset().width())));
    }
    Writer.Continued page = writer.after(judged.part(), random.nextInt(judged.rows()), TOKENS);
    return new NetworkOutput.Written(judged, page.given(), page.written());
  }

  /** Pictures of grey values only; a network whose pictures are of classes is no autoencoder. */
  private static Optional<NetworkOutput.Invented> invented(Replica replica, long seed) {
    PreparedData data = replica.data();
    if (data.dataset().task() == Task.CLASSES) {
      return Optional.empty();
    }
    return Decoder.of(replica).map(decoder -> {
      float[] pixels = decoder.draw(PICTURES, new Seeds(seed).source("draw"));
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = data.targetScaler().unscale(0, pixels[i]) / data.dataset().about().largestPixel();
      }
      return new NetworkOutput.Invented(PICTURES, data.dataset().about().targetShape(), pixels);
    });
  }

  // --- two inputs

  private NetworkOutput plane(Replica replica, int size, UnitActivationMaps units, NetworkOutput.Judged judged) {
    PreparedData data = replica.data();
    if (gridOf != data || grid.length != 2 * size * size) {
      gridOf = data;
      grid = grid(data, size);
    }
    float[] values = new float[size * size];
    int together = Math.min(BATCH, values.length);
    for (int from = 0; from < values.length; from += together) {
      Plan plan = replica.answer(grid, from, together);
      for (int i = 0; i < together; i++) {
        values[from + i] = valueOf(data, plan.prediction(), i);
      }
      units.copy(plan, from);
    }
    return data.dataset().task() == Task.CLASSES
        ? boundary(replica.loss(), judged, size, values, units) : surface(judged, size, values, units);
  }

  /** Scaled inputs of every grid point, upper row first. */
  static float[] grid(PreparedData data, int size) {
    Span across = DataRanges.ofInput(data, 0);
    Span up = DataRanges.ofInput(data, 1);
    float[] grid = new float[2 * size * size];
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        int at = 2 * (row * size + column);
        grid[at] = data.inputScaler().scaleMeasured(0, across.at((column + 0.5) / size));
        grid[at + 1] = data.inputScaler().scaleMeasured(1, up.at(1 - (row + 0.5) / size));
      }
    }
    return grid;
  }

  /** Probability of the second of two classes; value of a regression in its unit. */
  private static float valueOf(PreparedData data, Tensor prediction, int row) {
    float value = prediction.get(row, prediction.rowCount() - 1);
    return data.dataset().task() == Task.CLASSES ? value : data.targetScaler().unscale(0, value);
  }

  private static NetworkOutput boundary(Loss loss, NetworkOutput.Judged judged, int size, float[] values, UnitActivationMaps units) {
    double middle = loss.cut();
    double reach = loss == Loss.HINGE ? 1 : 0.5;
    return new NetworkOutput.Plane(judged, size, values, middle, reach, Contour.of(values, size, (float) middle), units.ofLayer(),
        units.pointed());
  }

  private static NetworkOutput surface(NetworkOutput.Judged judged, int size, float[] values, UnitActivationMaps units) {
    Span targets = DataRanges.ofTarget(judged.data());
    boolean bothSigns = targets.low() < 0 && targets.high() > 0;
    double middle = bothSigns ? 0 : (targets.low() + targets.high()) / 2;
    double reach = Math.max(targets.high() - middle, middle - targets.low());
    return new NetworkOutput.Plane(judged, size, values, middle, reach, new float[0], units.ofLayer(), units.pointed());
  }
}
