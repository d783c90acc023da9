package studio.backprop.ui.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import studio.backprop.data.Dataset;
import studio.backprop.data.PreparedData;
import studio.backprop.text.Message;
import studio.backprop.train.Example;
import studio.backprop.ui.form.Choice;
import studio.backprop.ui.kit.Coordinates;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Mark;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Readout;
import studio.backprop.ui.kit.Span;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/** Any two numbers of the examples against each other: a point for each, in the colour of its class, in the shape of its part. */
final class ScatterPage extends VBox {
  /** More points would cover each other; every so manieth is drawn then, and the picture says so. */
  private static final int MOST = 3000;
  private static final double NEAR = 12;

  private final ExamplesModel model;
  private final Lang lang;
  private final ThemeModel theme;
  private final Words words;
  private final Choice<Column> across;
  private final Choice<Column> up;
  private final Painting points = new Painting(this::paintPoints);
  private final Painting chosen = new Painting(this::paintChosen);
  private final Readout readout = new Readout();
  private final Label thinned = new Label();
  private Dataset axesOf;
  private Span spanAcross = new Span();
  private Span spanUp = new Span();
  /** Reach of a regression's targets, for their colour. */
  private Span targets = new Span();

  ScatterPage(ExamplesModel model, Lang lang, ThemeModel theme) {
    this.model = model;
    this.lang = lang;
    this.theme = theme;
    this.words = new Words(lang);
    across = axis("examples.across");
    up = axis("examples.up");
    StackPane picture = new StackPane(points, chosen, readout);
    picture.setMinSize(0, 0);
    VBox.setVgrow(picture, Priority.ALWAYS);
    chosen.setFocusTraversable(true);
    chosen.getStyleClass().add("focusable");
    chosen.setOnMouseMoved(this::read);
    chosen.setOnMouseExited(e -> readout.hide());
    chosen.setOnMousePressed(this::press);
    chosen.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    getStyleClass().add("scatter");
    getChildren().addAll(axes(), picture);
    model.listProperty().subscribe(this::fill);
    model.predictionsProperty().subscribe(this::measure);
    model.exampleProperty().subscribe(chosen::repaint);
    theme.paletteProperty().subscribe(this::repaint);
    lang.textsProperty().subscribe(this::repaint);
  }

  Node focus() {
    return chosen;
  }

  private Choice<Column> axis(String name) {
    Choice<Column> choice = new Choice<>(lang, List.of(), this::title, lang.bind(name));
    choice.setMaxWidth(Region.USE_PREF_SIZE);
    choice.valueProperty().subscribe(this::measure);
    return choice;
  }

  private Message title(Column column) {
    return Message.of("examples.axis", model.dataProperty().getValue().map(data -> words.title(column, data)).orElse(""));
  }

  private Node axes() {
    Label level = new Label();
    level.textProperty().bind(lang.bind("examples.across"));
    Label upright = new Label();
    upright.textProperty().bind(lang.bind("examples.up"));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    thinned.getStyleClass().addAll("note", "mut");
    HBox line = new HBox(level, across, upright, up, gap, thinned);
    line.getStyleClass().add("axes");
    return line;
  }

  private void fill() {
    model.listProperty().get().ifPresent(list -> {
      List<Column> columns = new ArrayList<>(Column.features(list.data().dataset()));
      if (!ExamplesModel.hasClasses(list.data())) {
        columns.addAll(List.of(Column.TARGET, Column.PREDICTED));
      }
      if (axesOf != list.data().dataset() && columns.size() > 1) {
        axesOf = null; // nothing is drawn until both axes are known
        across.getItems().setAll(columns);
        up.getItems().setAll(columns);
        across.setValue(columns.get(0));
        up.setValue(list.data().dataset().width() > 2 && columns.contains(Column.TARGET) ? Column.TARGET : columns.get(1));
        axesOf = list.data().dataset();
      }
    });
    measure();
  }

  private Optional<ExampleList> list() {
    return model.listProperty().get().filter(list -> list.data().dataset() == axesOf);
  }

  private void measure() {
    spanAcross = new Span();
    spanUp = new Span();
    targets = new Span();
    list().ifPresent(list -> {
      for (int i = 0; i < list.size(); i++) {
        spanAcross.add(number(list, across, i));
        spanUp.add(number(list, up, i));
        targets.add(Column.TARGET.number(list.data(), Optional.empty(), list.at(i)));
      }
    });
    repaint();
  }

  private float number(ExampleList list, Choice<Column> axis, int index) {
    return axis.getValue().number(list.data(), model.predictionsProperty().get(), list.at(index));
  }

  private void repaint() {
    points.repaint();
    chosen.repaint();
  }

  // --- drawing

  private Coordinates coordinates() {
    return new Coordinates(spanAcross, spanUp, points.getWidth(), points.getHeight());
  }

  private static int step(ExampleList list) {
    return (list.size() + MOST - 1) / MOST;
  }

  private void paintPoints(GraphicsContext g, double width, double height) {
    Coordinates plane = coordinates();
    list().filter(list -> plane.fits()).ifPresent(list -> {
      Palette palette = theme.palette();
      plane.paint(g, palette, lang.numbers(), words.title(across.getValue(), list.data()), words.title(up.getValue(), list.data()));
      int step = step(list);
      thinned.setText(step > 1 ? lang.say("examples.thinned", step) : "");
      Mark[] marks = Mark.values();
      // a value in the middle of its scale is pale
      Token rim = ExamplesModel.hasClasses(list.data()) ? Token.BG : Token.MUT;
      for (int i = 0; i < list.size(); i += step) {
        double x = plane.x(number(list, across, i));
        double y = plane.y(number(list, up, i));
        if (x == x && y == y) {
          marks[list.at(i).part().ordinal()].paint(g, x, y, colour(list.data(), list.at(i)), palette.color(rim));
        }
      }
    });
  }

  private Color colour(PreparedData data, Example example) {
    float target = data.rawTarget(example.part(), example.row());
    return ExamplesModel.hasClasses(data) ? theme.palette().ofClass((int) target) : theme.palette().signed().color(2 * targets.shareOf(target) - 1);
  }

  private void paintChosen(GraphicsContext g, double width, double height) {
    Coordinates plane = coordinates();
    list().filter(list -> plane.fits()).ifPresent(list -> model.chosenIndex().ifPresent(index -> {
      double x = plane.x(number(list, across, index));
      double y = plane.y(number(list, up, index));
      if (x == x && y == y) {
        Mark.ring(g, theme.palette(), x, y);
      }
      chosen.setAccessibleText(words.sentence(list.data(), model.predictionsProperty().get(), list.at(index)));
    }));
  }

  // --- mouse and keys

  /** The nearest point, if it is near enough. */
  private Optional<Integer> at(MouseEvent place) {
    ExampleList list = list().orElse(null);
    Coordinates plane = coordinates();
    int best = -1;
    double nearest = NEAR * NEAR;
    for (int i = 0; list != null && i < list.size(); i += step(list)) {
      double dx = plane.x(number(list, across, i)) - place.getX();
      double dy = plane.y(number(list, up, i)) - place.getY();
      if (dx * dx + dy * dy < nearest) {
        nearest = dx * dx + dy * dy;
        best = i;
      }
    }
    return best < 0 ? Optional.empty() : Optional.of(best);
  }

  private void read(MouseEvent place) {
    readout.hide();
    at(place).ifPresent(index -> {
      ExampleList list = list().orElseThrow();
      String axes = lang.say(
          "examples.point", words.title(across.getValue(), list.data()), words.number(number(list, across, index)),
          words.title(up.getValue(), list.data()), words.number(number(list, up, index)));
      String sentence = words.sentence(list.data(), model.predictionsProperty().get(), list.at(index));
      readout.showAt(place.getX(), place.getY(), points.getWidth(), points.getHeight(), sentence + "\n" + axes);
    });
  }

  private void press(MouseEvent place) {
    chosen.requestFocus();
    at(place).ifPresent(model::choose);
  }

  private void key(KeyEvent key) {
    switch (key.getCode()) {
      case LEFT, UP -> model.move(-1);
      case RIGHT, DOWN -> model.move(1);
      case ENTER -> model.leave();
      default -> {
        return;
      }
    }
    key.consume();
  }
}
