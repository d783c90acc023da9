package studio.backprop.ui.watch.plots;

import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import studio.backprop.data.Dataset;
import studio.backprop.data.Task;
import studio.backprop.network.Node;
import studio.backprop.ui.kit.Contour;
import studio.backprop.ui.kit.Coordinates;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Raster;
import studio.backprop.ui.kit.Readout;
import studio.backprop.ui.kit.Scale;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.workspace.run.DataTexts;
import studio.backprop.ui.workspace.run.PointedUnit.Unit;

/** Map of the network's output over the plane of its two inputs, with the examples. */
final class PlaneView implements Picture {
  /** Opacity of the map, so that examples stand out. */
  private static final double PALE = 0.62;
  /** Maximum ratio of the axes' ranges for equal scales; beyond it the quantities differ in kind, and the map is a square. */
  private static final double MOST_UNEQUAL = 2.5;

  private final OutputModel model;
  private final Lang lang;
  private final ThemeModel theme;
  private final Painting axes = new Painting(this::paintAxes);
  private final Painting map = new Painting(this::paintMap);
  private final Painting examples = new Painting(this::paintExamples);
  private final Painting chosen = new Painting(this::paintChosen);
  private final Readout readout = new Readout();
  private final UnitTiles tiles;
  private final PlaneLegend legend;
  private final Scoreboard scores;
  private final PlaneLayout node;
  private Raster raster = new Raster(1, 1);
  private NetworkOutput.Plane plane;
  private Examples points;

  PlaneView(OutputModel model, Lang lang, ThemeModel theme) {
    this.model = model;
    this.lang = lang;
    this.theme = theme;
    this.scores = new Scoreboard(lang);
    this.tiles = new UnitTiles(model.run().focus().unit(), lang, theme);
    this.legend = new PlaneLegend(lang, theme, () -> unitMap().isPresent());
    node = new PlaneLayout(picture(), tiles, legend, scores, legend::shorten);
  }

  /** Width relative to height: equal scales where possible. */
  private double aspect() {
    double aspect = points.across().reach() / points.up().reach();
    return aspect > MOST_UNEQUAL || aspect < 1 / MOST_UNEQUAL ? 1 : aspect;
  }

  private Region picture() {
    StackPane picture = new StackPane(axes, map, examples, chosen, readout);
    List.of(map, examples, chosen, readout).forEach(layer -> StackPane.setMargin(layer, Coordinates.SMALL));
    picture.getStyleClass().add("plane");
    picture.setMinSize(0, 0);
    chosen.setFocusTraversable(true);
    chosen.accessibleTextProperty().bind(lang.bind("plots.plane.spoken"));
    chosen.getStyleClass().add("focusable");
    chosen.setOnMouseMoved(this::read);
    chosen.setOnMouseExited(e -> readout.hide());
    chosen.setOnMousePressed(this::press);
    chosen.addEventHandler(KeyEvent.KEY_PRESSED, this::walk);
    return picture;
  }

  @Override
  public Region node() {
    return node;
  }

  @Override
  public List<String> detail(NetworkOutput answer) {
    if (unitMap().isPresent() || !isClasses()) {
      return List.of(unitMap().map(this::range).orElseGet(() -> meaning(answer)));
    }
    NetworkOutput.Judged judged = answer.judged();
    String correct = lang.say("plots.correct", judged.right(), judged.rows());
    String share = lang.numbers().share(judged.scores().accuracy());
    return List.of(lang.say("plots.correct_share", correct, share), correct, lang.say("plots.accuracy_of", share));
  }

  private String meaning(NetworkOutput answer) {
    Dataset dataset = answer.judged().data().dataset();
    if (dataset.task() == Task.REGRESSION) {
      return new DataTexts(lang).target(dataset);
    }
    return lang.say(((NetworkOutput.Plane) answer).middle() == 0 ? "plots.output_margin" : "plots.output_p", new DataTexts(lang)
        .ofClass(dataset, 1));
  }

  @Override
  public void show(NetworkOutput answer, boolean anew) {
    boolean sameExamples = plane != null && plane.judged().data() == answer.judged().data();
    plane = (NetworkOutput.Plane) answer;
    if (anew || !sameExamples) {
      points = new Examples(plane);
      node.shape(aspect(), !isClasses());
      List.of(axes, examples, chosen).forEach(Painting::repaint);
    }
    legend.show(plane, anew || !sameExamples);
    tiles.show(plane.units(), plane.size());
    turn();
    scores.show(plane.judged());
  }

  @Override
  public void mark() {
    chosen.repaint();
  }

  @Override
  public void point() {
    tiles.mark();
    legend.repaintKey();
    turn();
  }

  /** Map of the hovered unit, if any. */
  private Optional<float[]> unitMap() {
    return model.run().focus().unit().unitProperty().get().filter(unit -> plane != null).flatMap(unit -> plane.mapOf(unit));
  }

  private void turn() {
    if (plane != null) {
      colour();
      map.repaint();
    }
  }

  @Override
  public Optional<String> unit() {
    return unitMap().isEmpty() ? Optional.empty() : model.run().focus().unit().unitProperty().get().map(this::named);
  }

  private String named(Unit unit) {
    String name = model.run().projectProperty().get().network().find(unit.node()).map(Node::name).orElse("");
    return lang.say("plots.unit", name, unit.index() + 1);
  }

  /** Minimum to maximum of the output. */
  private String range(float[] map) {
    float least = Float.POSITIVE_INFINITY;
    float most = Float.NEGATIVE_INFINITY;
    for (float value : map) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    return lang.say("plots.range", lang.numbers().significant(least, 2), lang.numbers().significant(most, 2));
  }

  private void colour() {
    Scale scale = theme.palette().signed();
    int size = plane.size();
    raster = raster.width() == size ? raster : new Raster(size, size);
    float[] unit = unitMap().orElse(null);
    float reach = unit == null ? 1 : UnitTiles.reach(unit);
    for (int i = 0; i < size * size; i++) {
      double position = unit == null ? plane.position(plane.values()[i]) : unit[i] / reach;
      raster.set(i % size, i / size, scale.argb(PALE * Math.max(-1, Math.min(1, position))));
    }
    raster.update();
  }

  private void paintAxes(GraphicsContext g, double width, double height) {
    if (points != null) {
      List<String> names = plane.judged().data().dataset().featureNames();
      Coordinates.small(points.across(), points.up(), width, height).paint(g, theme.palette(), lang.numbers(), names.get(0), names.get(1));
    }
  }

  private void paintMap(GraphicsContext g, double width, double height) {
    if (plane == null) {
      return;
    }
    g.setImageSmoothing(true);
    raster.paint(g, 0, 0, plane.size(), plane.size(), 0, 0, width, height);
    float[] line = unitMap().map(unit -> Contour.of(unit, plane.size(), 0)).orElse(plane.line());
    g.setStroke(theme.palette().color(Token.FG));
    g.setLineWidth(PlaneLegend.LINE);
    double cellX = width / plane.size();
    double cellY = height / plane.size();
    g.beginPath();
    for (int i = 0; i < line.length; i += 4) {
      g.moveTo(cellX / 2 + line[i] * (width - cellX), cellY / 2 + line[i + 1] * (height - cellY));
      g.lineTo(cellX / 2 + line[i + 2] * (width - cellX), cellY / 2 + line[i + 3] * (height - cellY));
    }
    g.stroke();
  }

  private void paintExamples(GraphicsContext g, double width, double height) {
    if (points != null) {
      points.paint(g, width, height, theme.palette());
    }
  }

  private void paintChosen(GraphicsContext g, double width, double height) {
    if (points != null) {
      points.paintChosen(g, width, height, theme.palette(), model.run().observation().exampleProperty().get());
    }
  }

  private boolean isClasses() {
    return plane.judged().data().dataset().task() == Task.CLASSES;
  }

  private void read(MouseEvent at) {
    if (plane == null || map.getWidth() <= 0) {
      return;
    }
    double x = at.getX() / map.getWidth();
    double y = at.getY() / map.getHeight();
    int column = (int) Math.max(0, Math.min(plane.size() - 1, x * plane.size()));
    int row = (int) Math.max(0, Math.min(plane.size() - 1, y * plane.size()));
    List<String> names = plane.judged().data().dataset().featureNames();
    String value = lang.say("plots.answer", meaning(plane), lang.numbers().significant(plane.values()[row * plane.size() + column], 2));
    readout.showAt(
        at.getX(), at.getY(), map.getWidth(), map.getHeight(),
        lang.say(
            "plots.plane_reading", names.get(0), lang.numbers().significant(points.across().at(x), 2), names.get(1),
            lang.numbers().significant(points.up().at(1 - y), 2), value));
  }

  private void press(MouseEvent at) {
    chosen.requestFocus();
    if (points != null) {
      points.at(at.getX(), at.getY(), map.getWidth(), map.getHeight()).ifPresent(model.run().observation()::chooseExample);
    }
  }

  /** Selects the next or previous example of the same part. */
  private void walk(KeyEvent key) {
    int places = switch (key.getCode()) {
      case LEFT, UP -> -1;
      case RIGHT, DOWN -> 1;
      default -> 0;
    };
    if (plane != null && places != 0) {
      model.run().observation().chooseExample(places);
      key.consume();
    }
  }
}
