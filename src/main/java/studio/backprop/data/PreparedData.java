package studio.backprop.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import studio.backprop.text.Message;

/**
 * Prepared dataset: split, imputed and scaled. The target of a regression is scaled like the inputs, so that the loss does not depend on
 * its unit; {@link #targetUnit()} converts a scaled error to original units. Immutable.
 */
public final class PreparedData {
  private final Dataset dataset;
  private final Split split;
  private final Scaling scaling;
  private final Scaler inputScaler;
  private final Scaler targetScaler;
  /** By part: [rows of the part × width], scaled. */
  private final float[][] inputs;

  private PreparedData(Dataset dataset, Split split, Scaling scaling) {
    this(dataset, split, scaling, Scaler.ofInputs(scaling, dataset, split.rows(Part.TRAIN)));
  }

  private PreparedData(Dataset dataset, Split split, Scaling scaling, Scaler inputScaler) {
    this.dataset = dataset;
    this.split = split;
    this.scaling = scaling;
    this.inputScaler = inputScaler;
    this.targetScaler = Scaler.ofTarget(scaling, dataset, split.rows(Part.TRAIN));
    this.inputs = new float[Part.values().length][];
    for (Part part : Part.values()) {
      inputs[part.ordinal()] = scaled(part);
    }
  }

  private float[] scaled(Part part) {
    int width = dataset.width();
    float[] scaled = new float[Math.multiplyExact(rows(part), width)];
    for (int row = 0; row < rows(part); row++) {
      dataset.copyInput(split.row(part, row), scaled, row * width);
      inputScaler.scale(scaled, row * width);
    }
    return scaled;
  }

  /** @throws DataProblem if too few rows are left to train on */
  public static PreparedData of(Dataset dataset, DataSettings settings) throws DataProblem {
    Split split = Split.of(dataset, settings);
    if (split.size(Part.TRAIN) < 1) {
      throw DataProblem.of("data.problem.too-few-rows", dataset.name(), dataset.rows());
    }
    return new PreparedData(dataset, split, settings.scaling());
  }

  static PreparedData of(Dataset dataset, Split split, Scaling scaling) {
    return new PreparedData(dataset, split, scaling);
  }

  /** The same examples with another split: imputation and scaling are fitted anew to the training rows. */
  public PreparedData divided(int[] train, int[] validation, int[] test) {
    return new PreparedData(dataset, Split.ofRows(train, validation, test), scaling);
  }

  /** The same examples with other inputs masked to 0. @param kept [width] */
  public PreparedData keeping(boolean[] kept) {
    return new PreparedData(dataset, split, scaling, inputScaler.keeping(kept));
  }

  /** Loads and prepares the data of a training. Blocking; not on the JavaFX thread. */
  public static PreparedData load(DataSettings settings, Optional<TableData> ownTable, Progress progress) throws DataProblem {
    return of(DatasetCatalog.load(settings, ownTable, progress), settings);
  }

  public Dataset dataset() {
    return dataset;
  }

  public Split split() {
    return split;
  }

  /** Notes on what was dropped, converted or imputed. */
  public List<Message> notes() {
    List<Message> notes = new ArrayList<>(dataset.about().notes());
    List<Feature> features = dataset.series().isPresent() ? List.of() : dataset.about().features();
    for (int f = 0; f < features.size(); f++) {
      int missing = dataset.missing(f);
      if (missing > 0) {
        notes.add(Message.of("data.note.filled", missing, features.get(f).name()));
      }
    }
    return notes;
  }

  public Scaling scaling() {
    return scaling;
  }

  public Scaler inputScaler() {
    return inputScaler;
  }

  /** Scaler of a regression's target (column 0); identity for classes. */
  public Scaler targetScaler() {
    return targetScaler;
  }

  /** Unit of the scaled target in original units; 1 for classes. */
  public float targetUnit() {
    return targetScaler.unit(0);
  }

  public int rows(Part part) {
    return split.size(part);
  }

  public int trainRows() {
    return rows(Part.TRAIN);
  }

  /** Whether this example is user-drawn. */
  public boolean isKept(Part part, int row) {
    return split.row(part, row) >= dataset.rows() - dataset.keptRows();
  }

  public int validationRows() {
    return rows(Part.VALIDATION);
  }

  public int testRows() {
    return rows(Part.TEST);
  }

  /** Copies one scaled input into {@code to} from {@code at}. */
  public void copyInput(Part part, int row, float[] to, int at) {
    int width = dataset.width();
    System.arraycopy(inputs[part.ordinal()], row * width, to, at, width);
  }

  /** Copies one input in original units, rounded to float; missing numbers are NaN. */
  public void copyRawInput(Part part, int row, float[] to) {
    dataset.copyMeasured(split.row(part, row), to);
  }

  /** One input in original units; NaN where it is missing. */
  public float rawInput(Part part, int row, int place) {
    return dataset.input(split.row(part, row), place);
  }

  public double exactInput(Part part, int row, int place) {
    return dataset.exactInput(split.row(part, row), place);
  }

  /** Class index of a row with one target. */
  public int classOf(Part part, int row) {
    return (int) rawTarget(part, row);
  }

  /** Target at an index, in original units, or its class; NaN where it is unknown. */
  public float rawTarget(Part part, int row, int place) {
    return dataset.target(split.row(part, row), place);
  }

  public double exactTarget(Part part, int row, int place) {
    return dataset.exactTarget(split.row(part, row), place);
  }

  /** Target in original units, or its class. */
  public float rawTarget(Part part, int row) {
    return dataset.target(split.row(part, row));
  }

  /**
   * Width of a target in this form.
   *
   * @throws IllegalArgumentException if these targets do not have this form
   */
  public int targetWidth(TargetForm form) {
    int classes = dataset.classNames().size();
    boolean fits = switch (form) {
      case VALUE -> classes == 0;
      case BINARY -> classes == 2;
      case ONE_HOT -> classes > 0;
    };
    if (!fits) {
      throw new IllegalArgumentException("a target of " + dataset.name() + " with " + classes + " classes cannot be " + form);
    }
    return dataset.answers() * (form == TargetForm.ONE_HOT ? classes : 1);
  }

  /** Writes the target of one row into {@code to} from {@code at}. */
  public void copyTarget(Part part, int row, TargetForm form, float[] to, int at) {
    int source = split.row(part, row);
    int classes = dataset.classNames().size();
    for (int place = 0; place < dataset.answers(); place++) {
      float answer = dataset.keptTarget(source, place);
      if (form == TargetForm.ONE_HOT) {
        writeOneHot(answer, classes, to, at + place * classes);
      } else {
        to[at + place] = Float.isNaN(answer) ? answer : targetScaler.scale(0, answer);
      }
    }
  }

  /** All NaN where the class is unknown. */
  private static void writeOneHot(float answer, int classes, float[] to, int at) {
    Arrays.fill(to, at, at + classes, Float.isNaN(answer) ? Float.NaN : 0f);
    if (!Float.isNaN(answer)) {
      to[at + (int) answer] = 1;
    }
  }
}
