package studio.backprop.ui.plots;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import studio.backprop.data.Dataset;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Raster;
import studio.backprop.ui.kit.Readout;
import studio.backprop.ui.kit.Scale;
import studio.backprop.ui.kit.Span;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/** The network's answer over the plane of its two inputs, with the examples on it. */
final class PlaneView implements Picture {
  /** The map is paler than the examples, which must stand out on it. */
  private static final double PALE = 0.62;
  private static final double LINE = 2;
  /** Beside the map the entries of the legend stand one under the other. */
  private static final double LEGEND = 120;

  private final Lang lang;
  private final ThemeModel theme;
  private final Painting map = new Painting(this::paintMap);
  private final Painting examples = new Painting(this::paintExamples);
  private final Painting key = new Painting(this::paintKey);
  private final Readout readout = new Readout();
  private final Label trained = new Label();
  private final Label held = new Label();
  private final Scoreboard scores;
  private final Painting trainMarks = marks(Part.TRAIN, Token.BG);
  private final Painting heldMarks = marks(Part.VALIDATION, Token.FG);
  private final Region node;
  private Raster raster = new Raster(1, 1);
  private Answer.Plane plane;

  PlaneView(Lang lang, ThemeModel theme) {
    this.lang = lang;
    this.theme = theme;
    this.scores = new Scoreboard(lang);
    StackPane picture = new StackPane(map, examples, readout);
    picture.getStyleClass().add("plane");
    examples.setOnMouseMoved(this::read);
    examples.setOnMouseExited(e -> readout.hide());
    key.getStyleClass().add("key-line");
    FlowPane legend = new FlowPane(entry(trainMarks, trained), entry(heldMarks, held), key);
    legend.setPrefWrapLength(LEGEND);
    VBox notes = new VBox(legend, scores);
    notes.getStyleClass().add("notes");
    node = new Beside(picture, notes);
  }

  private Painting marks(Part part, Token rim) {
    Painting marks = new Painting(
        (g, width, height) -> {
          for (int end : new int[] {-1, 1}) {
            Examples.mark(g, part, theme.palette().color(rim), width / 2 + end * 6, height / 2, theme.palette().signed().color(end));
          }
        });
    marks.getStyleClass().add("marks");
    return marks;
  }

  private static HBox entry(Painting marks, Label label) {
    HBox entry = new HBox(marks, label);
    entry.getStyleClass().add("entry");
    return entry;
  }

  @Override
  public Region node() {
    return node;
  }

  @Override
  public String detail(Answer answer) {
    Dataset dataset = answer.judged().data().dataset();
    if (dataset.task() == Task.REGRESSION) {
      return dataset.about().targetName();
    }
    return lang.say(((Answer.Plane) answer).middle() == 0 ? "plots.output_margin" : "plots.output_p", dataset.classNames().get(1));
  }

  @Override
  public void show(Answer answer, boolean anew) {
    boolean sameExamples = plane != null && plane.judged().data() == answer.judged().data();
    plane = (Answer.Plane) answer;
    colour();
    map.repaint();
    if (anew || !sameExamples) {
      PreparedData data = plane.judged().data();
      trained.setText(lang.say("plots.train_rows", data.trainRows()));
      held.setText(lang.say("plots.validation_rows", data.validationRows()));
      List.of(examples, key, trainMarks, heldMarks).forEach(Painting::repaint);
    }
    scores.show(plane.judged());
  }

  private void colour() {
    Scale scale = theme.palette().signed();
    int size = plane.size();
    raster = raster.width() == size ? raster : new Raster(size, size);
    for (int i = 0; i < size * size; i++) {
      raster.set(i % size, i / size, scale.argb(PALE * Math.max(-1, Math.min(1, plane.position(plane.values()[i])))));
    }
    raster.update();
  }

  private void paintMap(GraphicsContext g, double width, double height) {
    if (plane == null) {
      return;
    }
    g.setImageSmoothing(true);
    raster.paint(g, 0, 0, plane.size(), plane.size(), 0, 0, width, height);
    g.setStroke(theme.palette().color(Token.FG));
    g.setLineWidth(LINE);
    double cellX = width / plane.size();
    double cellY = height / plane.size();
    float[] line = plane.line();
    g.beginPath();
    for (int i = 0; i < line.length; i += 4) {
      g.moveTo(cellX / 2 + line[i] * (width - cellX), cellY / 2 + line[i + 1] * (height - cellY));
      g.lineTo(cellX / 2 + line[i + 2] * (width - cellX), cellY / 2 + line[i + 3] * (height - cellY));
    }
    g.stroke();
  }

  private void paintExamples(GraphicsContext g, double width, double height) {
    if (plane != null) {
      Examples.paint(g, width, height, plane, theme.palette());
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
      String name = plane.middle() == 0 ? "plots.line_margin" : "plots.line_p";
      g.fillText(lang.say(name, lang.numbers().compact(plane.middle())), 26, height / 2);
    } else {
      paintColours(g, width, height / 2);
    }
  }

  private void paintColours(GraphicsContext g, double width, double middle) {
    String low = lang.numbers().compact(plane.middle() - plane.reach());
    String high = lang.numbers().compact(plane.middle() + plane.reach());
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
    PreparedData data = plane.judged().data();
    double x = at.getX() / map.getWidth();
    double y = at.getY() / map.getHeight();
    int column = (int) Math.max(0, Math.min(plane.size() - 1, x * plane.size()));
    int row = (int) Math.max(0, Math.min(plane.size() - 1, y * plane.size()));
    List<String> names = data.dataset().featureNames();
    String value = lang.say("plots.answer", detail(plane), lang.numbers().significant(plane.values()[row * plane.size() + column], 2));
    readout.show(
        at.getX(), Math.max(0, at.getY() - 44), map.getWidth(),
        lang.say(
            "plots.plane_reading", names.get(0), lang.numbers().significant(Spans.ofInput(data, 0).at(x), 2), names.get(1),
            lang.numbers().significant(Spans.ofInput(data, 1).at(1 - y), 2), value));
  }
}
