package studio.backprop.data;

import java.util.List;
import java.util.Optional;
import studio.backprop.environment.GridMap;

/**
 * Which examples a project learns from and how they are prepared: what the project file stores. Only what applies to the chosen dataset
 * is used, so that changing the dataset back and forth forgets nothing.
 *
 * @param dataset id in the {@link DatasetCatalog}, or {@link DatasetCatalog#OWN_TABLE}; an unknown id is found out when loading
 * @param points how many examples to generate
 * @param noise standard deviation of the noise of generated examples, see {@link studio.backprop.data.generate.PointGenerator}
 * @param scaling of the inputs, and of the target of a regression
 * @param validationShare share of the rows kept for validation
 * @param testShare share of the rows kept for testing; not used where the dataset comes with test rows of its own
 * @param seed of generating and splitting
 * @param columns how a user's own table is read
 * @param sequence how examples are cut out of a time series
 * @param formula f(x) as a person types it, see {@link studio.backprop.data.generate.TypedFunction}
 * @param kept what a person has drawn and keeps for training, of whichever dataset
 * @param drawn points of the plane that a person has drawn to be learned from
 * @param map of squares that a person has drawn for an agent, where its world is made of such; the agent's own setting tells it
 */
public record DataSettings(
    String dataset, int points, double noise, Scaling scaling, double validationShare, double testShare, long seed, Columns columns,
    SequenceSettings sequence, String formula, List<KeptExample> kept, DrawnPoints drawn, Optional<GridMap> map) {
  public static final int LEAST_POINTS = 10;
  public static final int MOST_POINTS = 100_000;
  public static final int USUAL_POINTS = 500;
  public static final double MOST_NOISE = 1;
  public static final String USUAL_FORMULA = "sin(2x)";
  /** At least a tenth of the rows is for training. */
  public static final double MOST_HELD_OUT = 0.9;

  /** Without a drawn map. */
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

  /** Good settings to begin with for this dataset. */
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

  /** A map that was drawn for another world is none of this one. */
  public DataSettings withDataset(String newDataset) {
    return new DataSettings(newDataset, points, noise, scaling, validationShare, testShare, seed, columns, sequence, formula, kept, drawn);
  }

  public DataSettings withPoints(int newPoints) {
    return new DataSettings(dataset, newPoints, noise, scaling, validationShare, testShare, seed, columns, sequence, formula, kept, drawn,
        map);
  }

  public DataSettings withNoise(double newNoise) {
    return new DataSettings(dataset, points, newNoise, scaling, validationShare, testShare, seed, columns, sequence, formula, kept, drawn,
        map);
  }

  public DataSettings withScaling(Scaling newScaling) {
    return new DataSettings(dataset, points, noise, newScaling, validationShare, testShare, seed, columns, sequence, formula, kept, drawn,
        map);
  }

  public DataSettings withShares(double newValidationShare, double newTestShare) {
    return new DataSettings(dataset, points, noise, scaling, newValidationShare, newTestShare, seed, columns, sequence, formula, kept,
        drawn, map);
  }

  public DataSettings withSeed(long newSeed) {
    return new DataSettings(dataset, points, noise, scaling, validationShare, testShare, newSeed, columns, sequence, formula, kept, drawn,
        map);
  }

  public DataSettings withColumns(Columns newColumns) {
    return new DataSettings(dataset, points, noise, scaling, validationShare, testShare, seed, newColumns, sequence, formula, kept, drawn,
        map);
  }

  public DataSettings withSequence(SequenceSettings newSequence) {
    return new DataSettings(dataset, points, noise, scaling, validationShare, testShare, seed, columns, newSequence, formula, kept, drawn,
        map);
  }

  public DataSettings withFormula(String newFormula) {
    return new DataSettings(dataset, points, noise, scaling, validationShare, testShare, seed, columns, sequence, newFormula, kept, drawn,
        map);
  }

  public DataSettings withKept(List<KeptExample> newKept) {
    return new DataSettings(dataset, points, noise, scaling, validationShare, testShare, seed, columns, sequence, formula, newKept, drawn,
        map);
  }

  public DataSettings withDrawn(DrawnPoints newDrawn) {
    return new DataSettings(dataset, points, noise, scaling, validationShare, testShare, seed, columns, sequence, formula, kept, newDrawn,
        map);
  }

  public DataSettings withMap(Optional<GridMap> newMap) {
    return new DataSettings(dataset, points, noise, scaling, validationShare, testShare, seed, columns, sequence, formula, kept, drawn,
        newMap);
  }

  /** Those of the kept examples that belong to the chosen dataset. */
  public List<KeptExample> keptHere() {
    return KeptExample.of(dataset, kept);
  }
}
