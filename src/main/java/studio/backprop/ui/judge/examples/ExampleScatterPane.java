package studio.backprop.ui.judge.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.backprop.data.Dataset;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Mark;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Readout;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.chart.ChartFonts;
import studio.backprop.ui.kit.chart.ChartLibrary;
import studio.backprop.ui.kit.chart.ChartLook;
import studio.backprop.ui.kit.form.Choice;

/**
 * Scatter page: any two columns against each other. Hover reads a point, a click or the arrow keys select an example; the wheel, + and −
 * zoom, a double click or 0 resets the zoom.
 */
final class ExampleScatterPane extends VBox {
  /** Zoom factor of one notch of the wheel. */
  private static final double CLOSER = 0.8;

  private final ExamplesModel model;
  private final Lang lang;
  private final ThemeModel theme;
  private final ExamplesTexts words;
  private final Choice<ExampleColumn> across;
  private final Choice<ExampleColumn> up;
  private final StackPane picture = new StackPane();
  private final Painting chosen = new Painting(this::paintChosen);
  private final Readout readout = new Readout();
  private final Label thinned = new Label();
  private Optional<ChartFonts> fonts = Optional.empty();
  private Optional<ScatterChart> chart = Optional.empty();
  private Dataset axesOf;

  ExampleScatterPane(ExamplesModel model, ChartLibrary charts, Lang lang, ThemeModel theme) {
    this.model = model;
    this.lang = lang;
    this.theme = theme;
    this.words = new ExamplesTexts(lang);
    across = axis("examples.across");
    up = axis("examples.up");
    picture.setMinSize(0, 0);
    picture.getChildren().addAll(chosen, readout);
    VBox.setVgrow(picture, Priority.ALWAYS);
    chosen.setFocusTraversable(true);
    chosen.getStyleClass().add("focusable");
    chosen.setOnMouseMoved(this::read);
    chosen.setOnMouseExited(e -> readout.hide());
    chosen.setOnMousePressed(this::press);
    chosen.setOnScroll(this::zoom);
    chosen.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    getStyleClass().add("scatter");
    getChildren().addAll(axes(), picture);
    model.openProperty().subscribe(open -> {
      if (open) {
        charts.whenReady(this::begin);
      }
    });
    model.listProperty().subscribe(this::fill);
    model.predictionsProperty().subscribe(this::follow);
    model.exampleProperty().subscribe(chosen::repaint);
    theme.paletteProperty().subscribe(this::build);
    lang.whenWrittenAnew(this::build);
  }

  private void begin(ChartFonts read) {
    if (fonts.isEmpty()) {
      fonts = Optional.of(read);
      build();
    }
  }

  /** Chart in the current theme and language. */
  private void build() {
    chart.ifPresent(former -> picture.getChildren().remove(former.picture()));
    chart = fonts.map(read -> new ScatterChart(new ChartLook(read, theme.palette()), lang));
    chart.ifPresent(made -> {
      picture.getChildren().add(0, made.picture());
      picture.layout();
      draw();
    });
  }

  Node focus() {
    return chosen;
  }

  private Choice<ExampleColumn> axis(String name) {
    Choice<ExampleColumn> choice = new Choice<>(lang, List.of(), this::title, lang.bind(name));
    choice.setMaxWidth(Region.USE_PREF_SIZE);
    choice.valueProperty().subscribe(this::draw);
    return choice;
  }

  private Message title(ExampleColumn column) {
    return model.dataProperty().getValue().map(data -> words.axis(column, data)).orElse(Message.of("examples.axis", ""));
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
      List<ExampleColumn> columns = new ArrayList<>(ExampleColumn.features(list.data().dataset()));
      if (!ExamplesModel.hasClasses(list.data())) {
        columns.addAll(List.of(ExampleColumn.TARGET, ExampleColumn.PREDICTED));
      }
      if (axesOf != list.data().dataset() && columns.size() > 1) {
        axesOf = null; // nothing is drawn until both axes are known
        across.getItems().setAll(columns);
        up.getItems().setAll(columns);
        across.setValue(columns.get(0));
        up.setValue(list.data().dataset().width() > 2 && columns.contains(ExampleColumn.TARGET) ? ExampleColumn.TARGET : columns.get(1));
        axesOf = list.data().dataset();
      }
    });
    draw();
  }

  private Optional<ExampleList> list() {
    return model.listProperty().get().filter(list -> list.data().dataset() == axesOf);
  }

  /** Shows new predictions. */
  private void follow() {
    if (axesOf != null && (across.getValue().kind().needsPrediction() || up.getValue().kind().needsPrediction())) {
      draw();
    } else {
      chosen.repaint();
    }
  }

  private void draw() {
    list().ifPresent(list -> chart.ifPresent(drawn -> {
      String level = words.title(across.getValue(), list.data());
      String upright = words.title(up.getValue(), list.data());
      drawn.show(list, model.predictionsProperty().get(), across.getValue(), up.getValue(), level, upright);
      thinned.setText(drawn.step() > 1 ? lang.say("examples.thinned", drawn.step()) : "");
    }));
    chosen.repaint();
  }

  private float number(ExampleList list, Choice<ExampleColumn> axis, int index) {
    return axis.getValue().number(list.data(), model.predictionsProperty().get(), list.at(index));
  }

  private void paintChosen(GraphicsContext g, double width, double height) {
    list().ifPresent(list -> model.chosenIndex().ifPresent(index -> {
      chart.flatMap(drawn -> drawn.place(number(list, across, index), number(list, up, index)))
          .ifPresent(place -> Mark.ring(g, theme.palette(), place.getX(), place.getY()));
      chosen.setAccessibleText(words.sentence(list.data(), model.predictionsProperty().get(), list.at(index)));
    }));
  }

  // --- mouse and keys

  private Optional<Integer> at(MouseEvent place) {
    return list().flatMap(list -> chart.flatMap(drawn -> drawn.nearest(place.getX(), place.getY())));
  }

  private void read(MouseEvent place) {
    readout.hide();
    at(place).ifPresent(index -> {
      ExampleList list = list().orElseThrow();
      String axes = lang.say(
          "examples.point", words.title(across.getValue(), list.data()), words.number(number(list, across, index)),
          words.title(up.getValue(), list.data()), words.number(number(list, up, index)));
      String sentence = words.sentence(list.data(), model.predictionsProperty().get(), list.at(index));
      readout.showAt(place.getX(), place.getY(), chosen.getWidth(), chosen.getHeight(), sentence + "\n" + axes);
    });
  }

  private void press(MouseEvent place) {
    chosen.requestFocus();
    if (place.getClickCount() == 2) {
      showAll();
    }
    at(place).ifPresent(model::choose);
  }

  private void zoom(ScrollEvent wheel) {
    if (wheel.getDeltaY() != 0) {
      zoom(wheel.getDeltaY() > 0 ? CLOSER : 1 / CLOSER, wheel.getX(), wheel.getY());
    }
    wheel.consume();
  }

  private void zoom(double factor, double x, double y) {
    readout.hide();
    chart.ifPresent(drawn -> drawn.zoom(factor, x, y));
    chosen.repaint();
  }

  private void showAll() {
    chart.ifPresent(ScatterChart::showAll);
    chosen.repaint();
  }

  private void key(KeyEvent key) {
    if (key.isShortcutDown()) {
      return;
    }
    double x = chosen.getWidth() / 2;
    double y = chosen.getHeight() / 2;
    switch (key.getCode()) {
      case LEFT, UP -> model.move(-1);
      case RIGHT, DOWN -> model.move(1);
      case PLUS, ADD, EQUALS -> zoom(CLOSER, x, y);
      case MINUS, SUBTRACT -> zoom(1 / CLOSER, x, y);
      case DIGIT0, NUMPAD0 -> showAll();
      case ENTER -> model.leave();
      default -> {
        return;
      }
    }
    key.consume();
  }
}
