package studio.backprop.data;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import studio.backprop.environment.GridMap;

/**
 * Data settings of a project file: dataset, preprocessing, split. Settings that do not apply to the chosen dataset are kept, so that
 * changing the dataset back and forth loses nothing. Immutable.
 *
 * @param dataset id in the {@link DatasetCatalog}, or {@link DatasetCatalog#OWN_TABLE}; validated on loading
 * @param points number of generated examples
 * @param noise standard deviation of the noise of generated examples, see {@link studio.backprop.data.generate.PointGenerator}
 * @param scaling of the inputs, and of the target of a regression
 * @param validationShare fraction of the rows
 * @param testShare fraction of the rows; unused where the dataset has a test set of its own
 * @param seed of generation and split
 * @param columns roles of the columns of a user's table
 * @param sequence windowing of a time series or text
 * @param formula f(x) as typed, see {@link studio.backprop.data.generate.TypedFunction}
 * @param kept user-drawn training examples, of any dataset
 * @param drawn user-drawn points of the plane
 * @param map user-drawn map of a grid environment, taken from the agent's settings
 */
public record DataSettings(
    String dataset, int points, double noise, Scaling scaling, double validationShare, double testShare, long seed, Columns columns,
    SequenceSettings sequence, String formula, List<KeptExample> kept, DrawnPoints drawn, Optional<GridMap> map) {
  public static final int LEAST_POINTS = 10;
  public static final int MOST_POINTS = 100_000;
  public static final int USUAL_POINTS = 500;
  public static final double MOST_NOISE = 1;
  public static final String USUAL_FORMULA = "sin(2x)";
  /** Leaves at least a tenth of the rows for training. */
  public static final double MOST_HELD_OUT = 0.9;

  public DataSettings(
      String dataset, int points, double noise, Scaling scaling, double validationShare, double testShare, long seed, Columns columns,
      SequenceSettings sequence, String formula, List<KeptExample> kept, DrawnPoints drawn) {
    this(dataset, points, noise, scaling, validationShare, testShare, seed, columns, sequence, formula, kept, drawn, Optional.empty());
  }

  public DataSettings {
    kept = List.copyOf(kept);
    if (kept.size() > KeptExample.MOST) {
      throw new IllegalArgumentException("a project keeps at most " + KeptExample.MOST + " examples, but there are " + kept.size());
    }
    if (points < LEAST_POINTS || points > MOST_POINTS) {
      throw new IllegalArgumentException("points must be from " + LEAST_POINTS + " to " + MOST_POINTS + ", but was " + points);
    }
    if (!(noise >= 0 && noise <= MOST_NOISE)) {
      throw new IllegalArgumentException("noise must be from 0 to " + MOST_NOISE + ", but was " + noise);
    }
    if (!(validationShare >= 0 && testShare >= 0 && validationShare + testShare <= MOST_HELD_OUT)) {
      throw new IllegalArgumentException(
          "validation and test shares must be at least 0 and together at most " + MOST_HELD_OUT
              + ", but were " + validationShare + " and " + testShare);
    }
  }

  public static DataSettings of(String dataset) {
    Scaling scaling = DatasetCatalog.find(dataset).map(info -> usual(info.kind())).orElse(Scaling.STANDARDIZE);
    return new DataSettings(dataset, USUAL_POINTS, 0.05, scaling, 0.2, 0.2, 1, Columns.INFERRED, SequenceSettings.USUAL, USUAL_FORMULA,
        List.of(), DrawnPoints.NONE);
  }

  private static Scaling usual(DatasetInfo.Kind kind) {
    return switch (kind) {
      case IMAGES -> Scaling.MIN_MAX;
      case GRAPH -> Scaling.NONE;
      default -> Scaling.STANDARDIZE;
    };
  }

  /** Discards a map that was drawn for another environment. */
  public DataSettings withDataset(String newDataset) {
    return with(copy -> {
      copy.dataset = newDataset;
      copy.map = Optional.empty();
    });
  }

  public DataSettings withPoints(int newPoints) {
    return with(copy -> copy.points = newPoints);
  }

  public DataSettings withNoise(double newNoise) {
    return with(copy -> copy.noise = newNoise);
  }

  public DataSettings withScaling(Scaling newScaling) {
    return with(copy -> copy.scaling = newScaling);
  }

  public DataSettings withShares(double newValidationShare, double newTestShare) {
    return with(copy -> {
      copy.validationShare = newValidationShare;
      copy.testShare = newTestShare;
    });
  }

  public DataSettings withSeed(long newSeed) {
    return with(copy -> copy.seed = newSeed);
  }

  public DataSettings withColumns(Columns newColumns) {
    return with(copy -> copy.columns = newColumns);
  }

  public DataSettings withSequence(SequenceSettings newSequence) {
    return with(copy -> copy.sequence = newSequence);
  }

  public DataSettings withFormula(String newFormula) {
    return with(copy -> copy.formula = newFormula);
  }

  public DataSettings withKept(List<KeptExample> newKept) {
    return with(copy -> copy.kept = newKept);
  }

  public DataSettings withDrawn(DrawnPoints newDrawn) {
    return with(copy -> copy.drawn = newDrawn);
  }

  public DataSettings withMap(Optional<GridMap> newMap) {
    return with(copy -> copy.map = newMap);
  }

  private DataSettings with(Consumer<Copy> change) {
    Copy copy = new Copy(this);
    change.accept(copy);
    return copy.settings();
  }

  public List<KeptExample> keptHere() {
    return KeptExample.of(dataset, kept);
  }

  /** Mutable builder. */
  private static final class Copy {
    private String dataset;
    private int points;
    private double noise;
    private Scaling scaling;
    private double validationShare;
    private double testShare;
    private long seed;
    private Columns columns;
    private SequenceSettings sequence;
    private String formula;
    private List<KeptExample> kept;
    private DrawnPoints drawn;
    private Optional<GridMap> map;

    Copy(DataSettings of) {
      dataset = of.dataset;
      points = of.points;
      noise = of.noise;
      scaling = of.scaling;
      validationShare = of.validationShare;
      testShare = of.testShare;
      seed = of.seed;
      columns = of.columns;
      sequence = of.sequence;
      formula = of.formula;
      kept = of.kept;
      drawn = of.drawn;
      map = of.map;
    }

    DataSettings settings() {
      return new DataSettings(
          dataset, points, noise, scaling, validationShare, testShare, seed, columns, sequence, formula, kept, drawn, map);
    }
  }
}
