package studio.backprop.data;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;

/**
 * Loaded examples, as they were measured: nothing is scaled and a missing number is NaN. Immutable. Inputs are kept row by row, images
 * row-major (channel, height, width), each as a float32 from the origin of its feature, as is a target; what is read adds the origin, in
 * double precision where the name says so.
 */
public final class Dataset {
  /**
   * What the numbers mean.
   *
   * @param name id in the catalog, or the file name of a user's own table
   * @param inputShape of one example
   * @param features of a table; empty for images
   * @param targetName what is predicted, such as {@code species}
   * @param classNames by class index; empty for a regression
   * @param largestPixel largest value that a pixel of an image can have; 0 where the rows are no images
   * @param targetShape of the answers to one example: a scalar, or one answer for each time step, node or pixel; an unknown one is NaN
   * @param givenValidationRows how many of the rows before those were set aside for validation
   * @param givenTestRows how many of the last rows were set aside for testing by those who made the dataset
   * @param content what the examples were cut from, if they do not stand for themselves
   * @param groupColumns columns of a table that are no inputs and say which rows belong together
   * @param notes what was left out or turned into numbers when reading, for the user to know
   */
  public record Description(
      String name,
      Shape inputShape,
      Task task,
      List<Feature> features,
      String targetName,
      List<String> classNames,
      int largestPixel,
      Shape targetShape,
      int givenValidationRows,
      int givenTestRows,
      Content content,
      List<GroupColumn> groupColumns,
      List<Message> notes) {
    /** Without columns that are no inputs. */
    public Description(
        String name, Shape inputShape, Task task, List<Feature> features, String targetName, List<String> classNames, int largestPixel,
        Shape targetShape, int givenValidationRows, int givenTestRows, Content content, List<Message> notes) {
      this(
          name, inputShape, task, features, targetName, classNames, largestPixel, targetShape, givenValidationRows, givenTestRows, content,
          List.of(), notes);
    }

    /** With one answer to each example. */
    public Description(
        String name, Shape inputShape, Task task, List<Feature> features, String targetName, List<String> classNames, int largestPixel,
        int givenTestRows, List<Message> notes) {
      this(name, inputShape, task, features, targetName, classNames, largestPixel, Shape.SCALAR, 0, givenTestRows, Content.MEASURES, notes);
    }

    public Description {
      features = List.copyOf(features);
      classNames = List.copyOf(classNames);
      groupColumns = List.copyOf(groupColumns);
      notes = List.copyOf(notes);
    }

    /** The same, of examples that were cut from something longer. */
    Description of(Content whole) {
      return new Description(
          name, inputShape, task, features, targetName, classNames, largestPixel, targetShape, givenValidationRows, givenTestRows, whole,
          groupColumns, notes);
    }
  }

  private static final int PICTURE_RANK = 3;

  private final Description about;
  private final int width;
  private final int answers;
  private final float[] inputs;
  private final float[] targets;
  private final int keptRows;
  private final Dataset original;
  /** By place of an input. */
  private final double[] origins;
  private final double targetOrigin;

  /** Takes the arrays over: inputs [rows × width], and targets [rows × answers], each a class index or a value. */
  Dataset(Description about, float[] inputs, float[] targets) {
    this(about, inputs, targets, 0);
  }

  /** The same, of targets that are counted from an origin. */
  Dataset(Description about, float[] inputs, float[] targets, double targetOrigin) {
    this(about, inputs, targets, targetOrigin, 0, null);
  }

  private Dataset(Description about, float[] inputs, float[] targets, double targetOrigin, int keptRows, Dataset original) {
    this.targetOrigin = targetOrigin;
    this.keptRows = keptRows;
    this.original = original;
    this.about = about;
    this.width = Math.toIntExact(about.inputShape().count());
    this.answers = Math.toIntExact(about.targetShape().count());
    if ((long) inputs.length * answers != (long) targets.length * width) {
      throw new IllegalArgumentException(
          inputs.length + " numbers in rows of " + width + " do not fit " + targets.length + " answers, " + answers + " to a row");
    }
    this.inputs = inputs;
    this.targets = targets;
    this.origins = about.features().size() == width ? about.features().stream().mapToDouble(Feature::origin).toArray() : new double[width];
  }

  /** The same rows, seen as images. */
  Dataset asImages(Shape shape, int largestPixel) {
    Description images =
        new Description(
            about.name, shape, about.task, List.of(), about.targetName, about.classNames, largestPixel, about.targetShape,
            about.givenValidationRows, about.givenTestRows, about.content, about.notes);
    return new Dataset(images, inputs, targets);
  }

  /** The same images, each with its own pixels as the answers. */
  Dataset copying(String id, String targetName) {
    Description copies =
        new Description(
            id, about.inputShape, Task.REGRESSION, List.of(), targetName, List.of(), about.largestPixel, about.inputShape, 0,
            about.givenTestRows, about.content, about.notes);
    return new Dataset(copies, inputs, inputs, 0, 0, this);
  }

  /** The same answers to other inputs of the same shape. */
  Dataset seenAs(float[] others) {
    return new Dataset(about, others, targets, targetOrigin, 0, original);
  }

  /** The same with further rows behind the last, which are for training. */
  Dataset with(float[] moreInputs, float[] moreTargets) {
    return new Dataset(
        about, joined(inputs, moreInputs), joined(targets, moreTargets), targetOrigin, keptRows + moreTargets.length, null);
  }

  private static float[] joined(float[] first, float[] second) {
    float[] both = Arrays.copyOf(first, Math.addExact(first.length, second.length));
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  /** Whether a person's own pictures with a label can be rows of it. */
  public boolean takesKept() {
    return isImages() && task() == Task.CLASSES && answers == 1;
  }

  /** How many of the last rows a person has drawn; they follow those for testing. */
  public int keptRows() {
    return keptRows;
  }

  /** The dataset with labels whose images these are, row by row, where they are their own answers; itself for all others. */
  public Dataset original() {
    return original == null ? this : original;
  }

  public Description about() {
    return about;
  }

  public String name() {
    return about.name();
  }

  public Shape inputShape() {
    return about.inputShape();
  }

  public Task task() {
    return about.task();
  }

  public boolean isImages() {
    return about.largestPixel() > 0;
  }

  /** Whether the answers to one example are a picture of their own: a number or a class for each pixel. */
  public boolean answersArePicture() {
    return about.targetShape().rank() == PICTURE_RANK;
  }

  /** Whether each example is a row of a table, with one target: no picture, text, graph or part of a series. */
  public boolean isTable() {
    return about.content() == Content.MEASURES && !isImages() && answers == 1;
  }

  /** Whether the examples are points of a plane. */
  public boolean isPoints() {
    return width == 2 && about.content() == Content.MEASURES;
  }

  /** Whether each example is one number to which another one belongs. */
  public boolean isCurve() {
    return width == 1 && answers == 1 && task() == Task.REGRESSION && about.content() == Content.MEASURES;
  }

  /** The series whose windows the examples are, if they are that. */
  public Optional<Series> series() {
    return about.content() instanceof Series series ? Optional.of(series) : Optional.empty();
  }

  /** How the examples are graphs, if they are. */
  public Optional<Graph> graph() {
    return about.content() instanceof Graph graph ? Optional.of(graph) : Optional.empty();
  }

  /** Whether each example is a graph of its own, with one answer. */
  public boolean isGraphs() {
    return graph().isPresent() && answers == 1;
  }

  /** Whether an example can be drawn by itself. */
  public boolean hasPictures() {
    return isImages() || isGraphs();
  }

  /** What its examples are, where they are pieces of text: numbers of tokens. */
  public Optional<Text> text() {
    return about.content() instanceof Text text ? Optional.of(text) : Optional.empty();
  }

  /** Names of the inputs of a table; empty for images. */
  public List<String> featureNames() {
    return about.features().stream().map(Feature::name).toList();
  }

  public List<String> classNames() {
    return about.classNames();
  }

  public int rows() {
    return targets.length / answers;
  }

  /** Answers to one example. */
  public int answers() {
    return answers;
  }

  /** Numbers in one input. */
  public int width() {
    return width;
  }

  /** The number at a row-major place within one example, NaN where it is missing. */
  public float input(int row, int place) {
    return (float) exactInput(row, place);
  }

  /** In double precision, for statistics: a column may have a large mean and a small variance. */
  public double exactInput(int row, int place) {
    return origins[place] + inputs[row * width + place];
  }

  /** From which number the inputs at a place are counted. */
  double origin(int place) {
    return origins[place];
  }

  /** From which number the targets are counted. */
  double targetOrigin() {
    return targetOrigin;
  }

  /** How many rows have no number at this place. */
  int missing(int place) {
    int missing = 0;
    for (int row = 0; row < rows(); row++) {
      missing += Float.isNaN(input(row, place)) ? 1 : 0;
    }
    return missing;
  }

  /** Copies one example as it was measured, as exactly as a float can be. */
  void copyMeasured(int row, float[] to) {
    for (int place = 0; place < width; place++) {
      to[place] = input(row, place);
    }
  }

  /** Copies one example, its numbers from their origins, into {@code to}, starting at {@code at}. */
  public void copyInput(int row, float[] to, int at) {
    System.arraycopy(inputs, row * width, to, at, width);
  }

  /** The class index, or the value in the unit it was measured in; the first where there are several answers. */
  public float target(int row) {
    return target(row, 0);
  }

  /** One of the answers to an example, at its row-major place; NaN where it is unknown. */
  public float target(int row, int place) {
    return (float) exactTarget(row, place);
  }

  /** The same in double precision. */
  public double exactTarget(int row, int place) {
    return targetOrigin + targets[row * answers + place];
  }

  /** The same from the origin, as it is kept. */
  float keptTarget(int row, int place) {
    return targets[row * answers + place];
  }
}
