package studio.backprop.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import studio.backprop.text.Message;

/**
 * Prepared dataset: split, imputed and scaled. The value of a regression is scaled too, in the same manner as the inputs, so that a loss
 * has a handy size whatever the unit; {@link #targetUnit()} leads back from an error in scaled numbers to one in miles or years. Immutable.
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

  /** Examples whose parts are given. */
  static PreparedData of(Dataset dataset, Split split, Scaling scaling) {
    return new PreparedData(dataset, split, scaling);
  }

  /** The same examples, otherwise divided into parts: gaps and scaling are fitted anew to the rows that are then for training. */
  public PreparedData divided(int[] train, int[] validation, int[] test) {
    return new PreparedData(dataset, Split.ofRows(train, validation, test), scaling);
  }

  /** The same examples, of which a network sees some columns only: the others are 0. @param kept one for each number of an input */
  public PreparedData keeping(boolean[] kept) {
    return new PreparedData(dataset, split, scaling, inputScaler.keeping(kept));
  }

  /** Loads and prepares in one go: everything that a training needs. Not for the window's thread. */
  public static PreparedData load(DataSettings settings, Optional<TableData> ownTable, Progress progress) throws DataProblem {
    return of(DatasetCatalog.load(settings, ownTable, progress), settings);
  }

  public Dataset dataset() {
    return dataset;
  }

  public Split split() {
    return split;
  }

  /** What was left out, turned into numbers or filled in: for the user to know. */
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

  /** Scales new rows as the training rows were. */
  public Scaler inputScaler() {
    return inputScaler;
  }

  /** Scales the value of a regression (its one column is 0), and leaves classes as they are. */
  public Scaler targetScaler() {
    return targetScaler;
  }

  /** How much an error of 1 in scaled numbers is in the target's own unit; 1 for classes. */
  public float targetUnit() {
    return targetScaler.unit(0);
  }

  public int rows(Part part) {
    return split.size(part);
  }

  public int trainRows() {
    return rows(Part.TRAIN);
  }

  /** Whether a person has drawn this example and kept it. */
  public boolean isKept(Part part, int row) {
    return split.row(part, row) >= dataset.rows() - dataset.keptRows();
  }

  public int validationRows() {
    return rows(Part.VALIDATION);
  }

  public int testRows() {
    return rows(Part.TEST);
  }

  /** Copies one scaled input into {@code to}, starting at {@code at}. */
  public void copyInput(Part part, int row, float[] to, int at) {
    int width = dataset.width();
    System.arraycopy(inputs[part.ordinal()], row * width, to, at, width);
  }

  /** Copies one input as it was measured, for showing, as exactly as a float can be; a missing number is NaN. */
  public void copyRawInput(Part part, int row, float[] to) {
    dataset.copyMeasured(split.row(part, row), to);
  }

  /** One number of an input as it was measured, NaN where it is missing. */
  public float rawInput(Part part, int row, int place) {
    return dataset.input(split.row(part, row), place);
  }

  /** The same in double precision. */
  public double exactInput(Part part, int row, int place) {
    return dataset.exactInput(split.row(part, row), place);
  }

  /** The class of a row with one answer. */
  public int classOf(Part part, int row) {
    return (int) rawTarget(part, row);
  }

  /** One of the answers to a row, in the unit it was measured in, or its class; NaN where it is unknown. */
  public float rawTarget(Part part, int row, int place) {
    return dataset.target(split.row(part, row), place);
  }

  /** The same in double precision. */
  public double exactTarget(Part part, int row, int place) {
    return dataset.exactTarget(split.row(part, row), place);
  }

  /** The value of a row in the unit it was measured in, or its class. */
  public float rawTarget(Part part, int row) {
    return dataset.target(split.row(part, row));
  }

  /**
   * Numbers that a target takes in this form.
   *
   * @throws IllegalArgumentException if these targets cannot be written in it
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

  /** Writes the target of one row into {@code to}, from {@code at} on. */
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

  /** All places are NaN where the class is unknown. */
  private static void writeOneHot(float answer, int classes, float[] to, int at) {
    Arrays.fill(to, at, at + classes, Float.isNaN(answer) ? Float.NaN : 0f);
    if (!Float.isNaN(answer)) {
      to[at + (int) answer] = 1;
    }
  }
}
