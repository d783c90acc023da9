package studio.backprop.data;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.backprop.data.DatasetInfo.Kind;
import studio.backprop.data.generate.Circles;
import studio.backprop.data.generate.GaussianGrid;
import studio.backprop.data.generate.GaussianRing;
import studio.backprop.data.generate.Gaussians;
import studio.backprop.data.generate.GraphFamily;
import studio.backprop.data.generate.Line;
import studio.backprop.data.generate.Moons;
import studio.backprop.data.generate.Plane;
import studio.backprop.data.generate.PointGenerator;
import studio.backprop.data.generate.ShapePicture;
import studio.backprop.data.generate.Spirals;
import studio.backprop.data.generate.Surface;
import studio.backprop.data.generate.Xor;
import studio.backprop.environment.Environment;
import studio.backprop.environment.Environments;
import studio.backprop.tensor.Shape;

/** Registry of datasets, in display order. A new one needs a generator or a file, an entry here, and its texts. */
public final class DatasetCatalog {
  /** Id of a user's own table; it is not in the list. */
  public static final String OWN_TABLE = "csv";

  private static final List<String> TEN_DIGITS = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
  private static final List<String> CLOTHES =
      List.of("T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot");

  private static final Shape SHAPES = Shape.of(1, ShapePicture.SIDE, ShapePicture.SIDE);
  private static final Shape TEXT_SHAPE = Shape.of(SequenceSettings.USUAL.length());
  private static final int CHARACTERS = 682_302;
  private static final int WORDS = 147_052;
  private static final int LETTERS = 63;

  private static final List<DatasetInfo> ALL =
      List.of(
          points("circles", Task.CLASSES, new Circles()),
          points("xor", Task.CLASSES, new Xor()),
          points("gaussians", Task.CLASSES, new Gaussians()),
          points("moons", Task.CLASSES, new Moons()),
          points("spirals", Task.CLASSES, new Spirals()),
          points("plane", Task.REGRESSION, new Plane()),
          points("surface", Task.REGRESSION, new Surface()),
          new DatasetInfo("function", Kind.GENERATED, Task.REGRESSION, DataSettings.USUAL_POINTS, Shape.of(1), 0, new GeneratedFunction()),
          classTable("iris", 150, 4, 3, "species"),
          classTable("wine", 178, 13, 3, "cultivar"),
          classTable("breast-cancer", 569, 30, 2, "diagnosis"),
          valueTable("diabetes", 442, 10, "progression"),
          valueTable("auto-mpg", 398, 9, "mpg"),
          series("sine", DataSettings.USUAL_POINTS, new GeneratedSine()),
          series("air-passengers", 144, new BundledSeries("passengers", 144)),
          series("nottingham", 240, new BundledSeries("temperature", 240)),
          series("co2", 468, new BundledSeries("ppm", 468)),
          series("sunspots", 2820, new BundledSeries("sunspots", 2820)),
          graph("karate-club", 34, 2, new BundledGraph(2)),
          graphs("graph-families", GraphFamily.MOST_NODES, GraphFamily.values().length, new GeneratedGraphs()),
          text("recall", DataSettings.USUAL_POINTS, 3, Shape.SCALAR, new GeneratedRecall()),
          text("names", 8849, 2, Shape.SCALAR, new BundledNames(false)),
          text("names-next", 8849, BundledNames.LETTERS + 1, TEXT_SHAPE, new BundledNames(true)),
          text("pride-and-prejudice", BundledProse.rows(CHARACTERS, TEXT_SHAPE.size(0)), LETTERS, TEXT_SHAPE,
              new BundledProse(CHARACTERS, WORDS, LETTERS)),
          images("digits", 1797, 8, 10, new BundledTable("digit", 16)),
          copies("digits-copy", 1797, 8, new BundledTable("digit", 16)),
          noisy("digits-noisy", 1797, 8, new BundledTable("digit", 16)),
          images("digits-marked", 1797, 8, 10, new MarkedImages("digits", new BundledTable("digit", 16), 3, 7)),
          new DatasetInfo("shapes", Kind.IMAGES, Task.CLASSES, DataSettings.USUAL_POINTS, SHAPES, 2, SHAPES, new GeneratedShapes()),
          images("mnist", 10_000, 28, 10, new BundledImages(TEN_DIGITS)),
          images("fashion-mnist", 12_000, 28, 10, new BundledImages(CLOTHES)));

  /** Hidden from the list: for adversarial training only. */
  private static final List<DatasetInfo> UNLISTED =
      List.of(
          toGenerate("ring", GaussianRing.MODES, new Generated(new GaussianRing())),
          toGenerate("gaussian-grid", GaussianGrid.SIDE * GaussianGrid.SIDE, new Generated(new GaussianGrid())),
          toGenerate("line", 1, new Generated(new Line())),
          toGenerate("drawn", 1, new OwnPoints()));

  /** State spaces of environments, by the environments' ids. */
  private static final List<DatasetInfo> STATES = Environments.all().stream().map(DatasetCatalog::states).toList();

  private DatasetCatalog() {}

  private static DatasetInfo points(String id, Task task, PointGenerator generator) {
    int classes = task == Task.CLASSES ? 2 : 0;
    return new DatasetInfo(id, Kind.GENERATED, task, DataSettings.USUAL_POINTS, Shape.of(2), classes, new Generated(generator));
  }

  private static DatasetInfo toGenerate(String id, int classes, DatasetInfo.Source source) {
    return new DatasetInfo(id, Kind.GENERATED, Task.CLASSES, DataSettings.USUAL_POINTS, Shape.of(2), classes, source);
  }

  private static DatasetInfo classTable(String id, int examples, int features, int classes, String target) {
    return new DatasetInfo(id, Kind.TABLE, Task.CLASSES, examples, Shape.of(features), classes, new BundledTable(target, 0));
  }

  private static DatasetInfo valueTable(String id, int examples, int features, String target) {
    return new DatasetInfo(id, Kind.TABLE, Task.REGRESSION, examples, Shape.of(features), 0, new BundledTable(target, 0));
  }

  private static DatasetInfo series(String id, int values, DatasetInfo.Source source) {
    int windows = Series.rows(values, SequenceSettings.USUAL);
    return new DatasetInfo(id, Kind.SERIES, Task.REGRESSION, windows, Shape.of(SequenceSettings.USUAL.lags(), 1), 0, source);
  }

  private static DatasetInfo text(String id, int pieces, int classes, Shape answers, DatasetInfo.Source source) {
    return new DatasetInfo(id, Kind.TEXT, Task.CLASSES, pieces, TEXT_SHAPE, classes, answers, source);
  }

  private static DatasetInfo images(String id, int examples, int side, int classes, DatasetInfo.Source source) {
    return new DatasetInfo(id, Kind.IMAGES, Task.CLASSES, examples, Shape.of(1, side, side), classes, source);
  }

  private static DatasetInfo graph(String id, int nodes, int classes, DatasetInfo.Source source) {
    Shape input = Shape.of(new Graph(nodes, nodes).width());
    return new DatasetInfo(id, Kind.GRAPH, Task.CLASSES, Part.values().length, input, classes, Shape.of(nodes), source);
  }

  /** Graph classification with generated graphs. */
  private static DatasetInfo graphs(String id, int nodes, int classes, DatasetInfo.Source source) {
    Shape input = Shape.of(new Graph(nodes, 1).width());
    return new DatasetInfo(id, Kind.GRAPH, Task.CLASSES, DataSettings.USUAL_POINTS, input, classes, source);
  }

  private static DatasetInfo copies(String id, int examples, int side, DatasetInfo.Source source) {
    Shape shape = Shape.of(1, side, side);
    return new DatasetInfo(id, Kind.IMAGES, Task.REGRESSION, examples, shape, 0, shape, new CopiedImages("digits", source));
  }

  /** Denoising autoencoder on images. */
  private static DatasetInfo noisy(String id, int examples, int side, DatasetInfo.Source source) {
    Shape shape = Shape.of(1, side, side);
    return new DatasetInfo(id, Kind.IMAGES, Task.REGRESSION, examples, shape, 0, shape, new NoisyCopy("digits", source));
  }

  private static DatasetInfo states(Environment environment) {
    return new DatasetInfo(environment.id(), Kind.GENERATED, Task.REGRESSION, DataSettings.USUAL_POINTS,
        Shape.of(environment.observed().size()), 0, Shape.of(environment.actions().size()), new EnvironmentStates(environment));
  }

  public static List<DatasetInfo> all() {
    return ALL;
  }

  /** Point datasets for generators, with one class or with a class for each mode. */
  public static List<DatasetInfo> toGenerate() {
    return UNLISTED;
  }

  public static Optional<DatasetInfo> find(String id) {
    return Stream.of(ALL, UNLISTED, STATES).flatMap(List::stream).filter(info -> info.id().equals(id)).findFirst();
  }

  /** Kind of the chosen examples; empty for an unknown dataset. */
  public static Optional<DatasetInfo.Kind> kind(DataSettings settings) {
    if (settings.dataset().equals(OWN_TABLE)) {
      return Optional.of(switch (settings.columns().reading()) {
        case ROWS -> Kind.TABLE;
        case SERIES -> Kind.SERIES;
        case TEXT -> Kind.TEXT;
      });
    }
    return find(settings.dataset()).map(DatasetInfo::kind);
  }

  /**
   * Loads the chosen dataset. Blocking; not on the JavaFX thread.
   *
   * @param ownTable for {@link #OWN_TABLE}
   * @throws DataProblem if there is no such dataset, or the user's table is invalid
   */
  public static Dataset load(DataSettings settings, Optional<TableData> ownTable, Progress progress) throws DataProblem {
    String id = settings.dataset();
    if (id.equals(OWN_TABLE)) {
      TableData table = ownTable.orElseThrow(() -> DataProblem.of("data.problem.no-table"));
      return switch (settings.columns().reading()) {
        case ROWS -> TableEncoder.encode(table.name(), table, settings.columns());
        case SERIES -> OwnSeries.examples(table, settings.columns(), settings.sequence());
        case TEXT -> OwnText.examples(table, settings.columns(), settings.sequence());
      };
    }
    DatasetInfo info = find(id).orElseThrow(() -> DataProblem.of("data.problem.unknown", id));
    return KeptExample.addTo(info.source().load(info, settings, progress), KeptExample.of(id, settings.kept()));
  }
}
