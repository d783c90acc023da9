package studio.backprop.ui.plots;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import studio.backprop.data.Dataset;
import studio.backprop.data.Part;
import studio.backprop.data.Task;
import studio.backprop.network.Node;
import studio.backprop.ui.kit.Coordinates;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Raster;
import studio.backprop.ui.kit.Readout;
import studio.backprop.ui.kit.Scale;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.run.DataWords;
import studio.backprop.ui.run.PointedUnit.Unit;

/** The network's answer over the plane of its two inputs, with the examples on it. */
final class PlaneView implements Picture {
  /** The map is paler than the examples, which must stand out on it. */
  private static final double PALE = 0.62;
  private static final double LINE = 2;
  private static final PseudoClass SHORT = PseudoClass.getPseudoClass("short");
  /** Axes of like quantities have one scale; where one reaches much further, they are of other kinds, and the map is a square. */
  private static final double MOST_UNEQUAL = 2.5;

  private final OutputModel model;
  private final Lang lang;
  private final ThemeModel theme;
  private final Painting axes = new Painting(this::paintAxes);
  private final Painting map = new Painting(this::paintMap);
  private final Painting examples = new Painting(this::paintExamples);
  private final Painting chosen = new Painting(this::paintChosen);
  private final Painting key = new Painting(this::paintKey);
  private final Tooltip keyWords = new Tooltip();
  private final Readout readout = new Readout();
  private final Map<Part, Label> counts = new EnumMap<>(Part.class);
  /** What is said of the marks where there is room for their numbers only. */
  private final Map<Part, Tooltip> words = new EnumMap<>(Part.class);
  private final List<Painting> marks = new ArrayList<>();
  private final UnitTiles tiles;
  private final Scoreboard scores;
  private final PlaneLayout node;
  private boolean inShort;
  private Raster raster = new Raster(1, 1);
  private NetworkOutput.Plane plane;
  private Examples points;

  PlaneView(OutputModel model, Lang lang, ThemeModel theme) {
    this.model = model;
    this.lang = lang;
    this.theme = theme;
    this.scores = new Scoreboard(lang);
    this.tiles = new UnitTiles(model.run().focus().unit(), lang, theme);
    key.getStyleClass().add("key-line");
    FlowPane legend = new FlowPane();
    for (Part part : Part.values()) {
      legend.getChildren().add(entry(part));
    }
    legend.getChildren().add(key);
    legend.getStyleClass().add("notes");
    node = new PlaneLayout(picture(), tiles, legend, scores, this::shorten);
  }

  private void shorten(boolean now) {
    if (inShort != now) {
      inShort = now;
      key.pseudoClassStateChanged(SHORT, now);
      if (now) {
        Tooltip.install(key, keyWords);
      } else {
        Tooltip.uninstall(key, keyWords);
      }
      key.repaint();
      if (plane != null) {
        counts.forEach(this::count);
      }
    }
  }

  /** Both axes on one scale, where that can be. */
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

  private HBox entry(Part part) {
    Painting both = new Painting(
        (g, width, height) -> {
          for (int end : new int[] {-1, 1}) {
            Color rim = theme.palette().color(part == Part.TRAIN ? Token.BG : Token.FG);
            Examples.mark(part).paint(g, width / 2 + end * 6, height / 2, theme.palette().signed().color(end), rim);
          }
        });
    both.getStyleClass().add("marks");
    marks.add(both);
    counts.put(part, new Label());
    words.put(part, new Tooltip());
    HBox entry = new HBox(both, counts.get(part));
    entry.getStyleClass().add("entry");
    entry.managedProperty().bind(entry.visibleProperty());
    return entry;
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
      return new DataWords(lang).target(dataset);
    }
    return lang.say(((NetworkOutput.Plane) answer).middle() == 0 ? "plots.output_margin" : "plots.output_p", new DataWords(lang)
        .ofClass(dataset, 1));
  }

  @Override
  public void show(NetworkOutput answer, boolean anew) {
    boolean sameExamples = plane != null && plane.judged().data() == answer.judged().data();
    plane = (NetworkOutput.Plane) answer;
    if (anew || !sameExamples) {
      points = new Examples(plane);
      node.shape(aspect(), !isClasses());
      counts.forEach(this::count);
      List.of(axes, examples, chosen, key).forEach(Painting::repaint);
      marks.forEach(Painting::repaint);
    }
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
    key.repaint();
    turn();
  }

  private void count(Part part, Label label) {
    int rows = plane.judged().data().rows(part);
    String whole = lang.say("plots." + part.name().toLowerCase(Locale.ROOT) + "_rows", rows);
    label.setText(inShort ? lang.numbers().whole(rows) : whole);
    label.setAccessibleText(whole);
    words.get(part).setText(whole);
    if (inShort) {
      Tooltip.install(label.getParent(), words.get(part)); // on the marks, too
    } else {
      Tooltip.uninstall(label.getParent(), words.get(part));
    }
    label.getParent().setVisible(rows > 0);
  }

  /** The map of the unit that is pointed at, or the network's own. */
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

  /** From the smallest to the largest answer. */
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
    g.setLineWidth(LINE);
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

  /** The line of a boundary, or the colours of a surface with their numbers. */
  private void paintKey(GraphicsContext g, double width, double height) {
    if (plane == null) {
      return;
    }
    Palette palette = theme.palette();
    g.setTextBaseline(VPos.CENTER);
    g.setFill(palette.color(Token.MUT));
    if (isClasses()) {
      g.setStroke(palette.color(Token.FG));
      g.setLineWidth(LINE);
      g.strokeLine(2, height / 2, 20, height / 2);
      g.fillText(inShort ? lang.numbers().compact(boundary()) : sayBoundary(), 26, height / 2);
      key.setAccessibleText(sayBoundary());
      keyWords.setText(sayBoundary());
    } else {
      paintColours(g, width, height / 2);
    }
  }

  private double boundary() {
    return unitMap().isPresent() ? 0 : plane.middle();
  }

  private String sayBoundary() {
    return lang.say(boundary() == 0 ? "plots.line_margin" : "plots.line_p", lang.numbers().compact(boundary()));
  }

  private void paintColours(GraphicsContext g, double width, double middle) {
    String low = lang.numbers().brief(plane.middle() - plane.reach());
    String high = lang.numbers().brief(plane.middle() + plane.reach());
    double bar = Math.max(0, Math.min(36, width - 64));
    g.fillText(low, 0, middle);
    g.setTextAlign(TextAlignment.LEFT);
    double left = 34;
    for (int x = 0; x < bar; x++) {
      g.setFill(theme.palette().signed().color(2 * x / bar - 1));
      g.fillRect(left + x, middle - 4, 1, 8);
    }
    g.setFill(theme.palette().color(Token.MUT));
    g.fillText(high, left + bar + 6, middle);
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

  /** To the next or the former example of the same part. */
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
