package studio.backprop.data;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;

/**
 * Loaded examples, unscaled; missing numbers are NaN. Immutable. Inputs are stored row by row, images row-major (channel, height, width),
 * as float32 offsets from the origin of their feature, as are targets; getters add the origin, those named {@code exact} in double
 * precision.
 */
public final class Dataset {
  /**
   * Metadata of a dataset.
   *
   * @param name id in the catalog, or file name of a user's table
   * @param inputShape of one example
   * @param features of a table; empty for images
   * @param targetName such as {@code species}
   * @param classNames by class index; empty for a regression
   * @param largestPixel maximum pixel value; 0 where the rows are no images
   * @param targetShape of one example's target: a scalar, or one value for each time step, node or pixel; unknown values are NaN
   * @param givenValidationRows number of predefined validation rows, which precede the test rows
   * @param givenTestRows number of predefined test rows, which are the last
   * @param content structure of the examples
   * @param groupColumns columns for grouped splits, which are no inputs
   * @param notes on what was dropped or converted when reading
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
    public Description(
        String name, Shape inputShape, Task task, List<Feature> features, String targetName, List<String> classNames, int largestPixel,
        Shape targetShape, int givenValidationRows, int givenTestRows, Content content, List<Message> notes) {
      this(
          name, inputShape, task, features, targetName, classNames, largestPixel, targetShape, givenValidationRows, givenTestRows, content,
          List.of(), notes);
    }

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

    /** Copy for examples cut from a longer sequence or graph. */
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
  private final double[] origins;
  private final double targetOrigin;

  /** Takes ownership of inputs [rows × width] and targets [rows × answers], class indices or values. */
  Dataset(Description about, float[] inputs, float[] targets) {
    this(about, inputs, targets, 0);
  }

  /** @param targetOrigin offset of the targets */
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

  /** View of the rows as images. */
  Dataset asImages(Shape shape, int largestPixel) {
    Description images =
        new Description(
            about.name, shape, about.task, List.of(), about.targetName, about.classNames, largestPixel, about.targetShape,
            about.givenValidationRows, about.givenTestRows, about.content, about.notes);
    return new Dataset(images, inputs, targets);
  }

  /** The same images as both inputs and targets. */
  Dataset copying(String id, String targetName) {
    Description copies =
        new Description(
            id, about.inputShape, Task.REGRESSION, List.of(), targetName, List.of(), about.largestPixel, about.inputShape, 0,
            about.givenTestRows, about.content, about.notes);
    return new Dataset(copies, inputs, inputs, 0, 0, this);
  }

  /** Other inputs of the same shape with these targets. */
  Dataset seenAs(float[] others) {
    return new Dataset(about, others, targets, targetOrigin, 0, original);
  }

  Dataset with(float[] moreInputs, float[] moreTargets) {
    return new Dataset(
        about, joined(inputs, moreInputs), joined(targets, moreTargets), targetOrigin, keptRows + moreTargets.length, null);
  }

  private static float[] joined(float[] first, float[] second) {
    float[] both = Arrays.copyOf(first, Math.addExact(first.length, second.length));
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  /** Whether labelled user-drawn pictures can be added. */
  public boolean takesKept() {
    return isImages() && task() == Task.CLASSES && answers == 1;
  }

  /** Number of user-drawn rows; they follow the test rows. */
  public int keptRows() {
    return keptRows;
  }

  /** Labelled dataset with the same images, for an autoencoder; else itself. */
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

  /** Whether the target is an image: a value or class for each pixel. */
  public boolean answersArePicture() {
    return about.targetShape().rank() == PICTURE_RANK;
  }

  /** Whether each example is a table row with one target, not an image, text, graph or part of a series. */
  public boolean isTable() {
    return about.content() == Content.MEASURES && !isImages() && answers == 1;
  }

  /** Whether the examples are points of a plane. */
  public boolean isPoints() {
    return width == 2 && about.content() == Content.MEASURES;
  }

  /** Whether input and target are scalars. */
  public boolean isCurve() {
    return width == 1 && answers == 1 && task() == Task.REGRESSION && about.content() == Content.MEASURES;
  }

  /** Series that the examples are windows of, if any. */
  public Optional<Series> series() {
    return about.content() instanceof Series series ? Optional.of(series) : Optional.empty();
  }

  /** Graph layout of the examples, if any. */
  public Optional<Graph> graph() {
    return about.content() instanceof Graph graph ? Optional.of(graph) : Optional.empty();
  }

  /** Whether each example is a graph with one target (graph classification). */
  public boolean isGraphs() {
    return graph().isPresent() && answers == 1;
  }

  /** Whether an example can be displayed as an image. */
  public boolean hasPictures() {
    return isImages() || isGraphs();
  }

  /** Text layout of the examples, if they are token sequences. */
  public Optional<Text> text() {
    return about.content() instanceof Text text ? Optional.of(text) : Optional.empty();
  }

  public List<String> featureNames() {
    return about.features().stream().map(Feature::name).toList();
  }

  public List<String> classNames() {
    return about.classNames();
  }

  public int rows() {
    return targets.length / answers;
  }

  public int answers() {
    return answers;
  }

  public int width() {
    return width;
  }

  /** Input at a row-major index within one example; NaN where it is missing. */
  public float input(int row, int place) {
    return (float) exactInput(row, place);
  }

  /** In double precision, for statistics: a column may have a large mean and a small variance. */
  public double exactInput(int row, int place) {
    return origins[place] + inputs[row * width + place];
  }

  /** Offset of the stored inputs at an index. */
  double origin(int place) {
    return origins[place];
  }

  double targetOrigin() {
    return targetOrigin;
  }

  /** Number of missing values at an index. */
  int missing(int place) {
    int missing = 0;
    for (int row = 0; row < rows(); row++) {
      missing += Float.isNaN(input(row, place)) ? 1 : 0;
    }
    return missing;
  }

  /** Copies one example in original units, rounded to float. */
  void copyMeasured(int row, float[] to) {
    for (int place = 0; place < width; place++) {
      to[place] = input(row, place);
    }
  }

  /** Copies one example as stored, relative to the origins, into {@code to} from {@code at}. */
  public void copyInput(int row, float[] to, int at) {
    System.arraycopy(inputs, row * width, to, at, width);
  }

  /** Class index, or value in original units; the first of several. */
  public float target(int row) {
    return target(row, 0);
  }

  /** Target at a row-major index; NaN where it is unknown. */
  public float target(int row, int place) {
    return (float) exactTarget(row, place);
  }

  /** In double precision. */
  public double exactTarget(int row, int place) {
    return targetOrigin + targets[row * answers + place];
  }

  /** As stored, relative to the origin. */
  float keptTarget(int row, int place) {
    return targets[row * answers + place];
  }
}
