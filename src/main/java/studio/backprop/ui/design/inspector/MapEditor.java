package studio.backprop.ui.design.inspector;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.ToDoubleFunction;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.environment.Grid;
import studio.backprop.environment.Grid.Square;
import studio.backprop.environment.GridMap;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Segmented;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.workspace.environment.GridPainter;

/** Editor of an agent's grid map, painted by mouse or keyboard, with sliders of its rewards. A drag is one edit. */
final class MapEditor extends VBox {
  private static final double HEIGHT = 150;
  private static final double HUNDREDTHS = 100;
  private static final int DIGITS = 3;
  private static final List<Square> BRUSHES = List.of(Square.WALL, Square.HOLE, Square.GOAL, Square.FREE, Square.START);

  private final AgentModel model;
  private final Lang lang;
  private final ThemeModel theme;
  private final Painting painting = new Painting(this::paint);
  private final Segmented<Square> brush;
  private final Label refused = new Label();
  private final List<Runnable> sliders;
  private Optional<GridMap> map = Optional.empty();
  private GridPainter painter;
  /** Square of the keyboard cursor. */
  private int at;

  MapEditor(AgentModel model, Lang lang, Hints hints, ThemeModel theme) {
    this.model = model;
    this.lang = lang;
    this.theme = theme;
    getStyleClass().addAll("gap-8", "map-editor");
    Label title = new Label();
    title.getStyleClass().add("strong");
    title.textProperty().bind(lang.bind("map.title"));
    brush = new Segmented<>(lang.bind("map.brush"));
    for (Square square : BRUSHES) {
      String key = "map.brush." + square.name().toLowerCase(Locale.ROOT);
      brush.add(square, lang.bind(key)).explain(square, hints, key + ".help");
    }
    brush.valueProperty().set(Square.WALL);
    painting.setId("map-editor");
    painting.setMinHeight(HEIGHT);
    painting.setPrefHeight(HEIGHT);
    painting.setFocusTraversable(true);
    painting.getStyleClass().add("focusable");
    painting.accessibleTextProperty().bind(lang.bind("map.title"));
    painting.setOnMousePressed(press -> {
      painting.requestFocus();
      put(press);
      press.consume(); // what scrolls around it would take the focus
    });
    painting.setOnMouseDragged(this::put);
    painting.setOnMouseReleased(release -> model.settle());
    painting.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    painting.focusedProperty().subscribe(focused -> painting.repaint());
    hints.explain(painting, "map.help");
    refused.getStyleClass().addAll("note", "mut");
    refused.setWrapText(true);
    HBox step = new HBox();
    HBox goal = new HBox();
    HBox fall = new HBox();
    sliders = List.of(
        slider(step, "map.reward.step", 1, GridMap::step, to -> model.reward(now -> now.withRewards(to, now.goal(), now.fall()))),
        slider(goal, "map.reward.goal", GridMap.MOST_REWARD, GridMap::goal,
            to -> model.reward(now -> now.withRewards(now.step(), to, now.fall()))),
        slider(fall, "map.reward.fall", GridMap.MOST_REWARD, GridMap::fall,
            to -> model.reward(now -> now.withRewards(now.step(), now.goal(), to))));
    getChildren().addAll(title, brush, painting, refused, step, goal, fall);
    theme.paletteProperty().subscribe(palette -> painting.repaint());
    model.mapProperty().subscribe(this::show);
    lang.whenWrittenAnew(() -> show(map));
  }

  /** @return sets the slider to the map's value */
  private Runnable slider(HBox row, String key, double most, ToDoubleFunction<GridMap> kept, DoubleConsumer change) {
    row.getStyleClass().add("epsilon");
    Label name = new Label();
    name.getStyleClass().add("map-reward");
    name.textProperty().bind(lang.bind(key));
    Slider slider = new Slider(-most, most, 0);
    slider.setBlockIncrement(most / 20);
    slider.accessibleTextProperty().bind(lang.bind(key));
    slider.setMinWidth(0);
    HBox.setHgrow(slider, Priority.ALWAYS);
    name.setLabelFor(slider);
    Label number = new Label();
    number.getStyleClass().add("strong");
    number.setMinWidth(Region.USE_PREF_SIZE);
    boolean[] following = {false};
    slider.valueProperty().subscribe((before, now) -> {
      if (!following[0]) {
        change.accept(Math.rint(now.doubleValue() * HUNDREDTHS) / HUNDREDTHS);
      }
    });
    slider.valueChangingProperty().subscribe((before, now) -> {
      if (!now) {
        model.settle();
      }
    });
    row.getChildren().setAll(name, slider, number);
    return () -> map.ifPresent(drawn -> {
      following[0] = true;
      slider.setValue(kept.applyAsDouble(drawn));
      number.setText(lang.numbers().significant(kept.applyAsDouble(drawn), DIGITS));
      following[0] = false;
    });
  }

  private void show(Optional<GridMap> now) {
    map = now;
    Sight.show(this, now.isPresent());
    sliders.forEach(Runnable::run);
    painting.repaint();
  }

  private void paint(GraphicsContext g, double width, double height) {
    if (map.isEmpty()) {
      return;
    }
    Palette palette = theme.palette();
    Grid grid = map.get().grid();
    painter = new GridPainter(g, palette, grid, 0, 0, width, height);
    painter.paintMap();
    if (painting.isFocused()) {
      painter.frame(at, palette.color(Token.FG));
    }
  }

  private void put(MouseEvent mouse) {
    int place = painter == null ? -1 : painter.at(mouse.getX(), mouse.getY());
    if (place >= 0) {
      at = place;
      put();
    }
  }

  private void put() {
    boolean done = model.put(at, brush.value());
    refused.setText(done ? "" : lang.say("map.refused"));
    Sight.show(refused, !done);
    painting.repaint();
  }

  private void press(KeyEvent key) {
    int columns = GridMap.USUAL.columns();
    int squares = GridMap.USUAL.rows().size() * columns;
    int to = switch (key.getCode()) {
      case LEFT -> at % columns == 0 ? at : at - 1;
      case RIGHT -> at % columns == columns - 1 ? at : at + 1;
      case UP -> at - columns;
      case DOWN -> at + columns;
      default -> Integer.MIN_VALUE;
    };
    if (to != Integer.MIN_VALUE) {
      at = to >= 0 && to < squares ? to : at;
      painting.repaint();
      key.consume();
    } else if (key.getCode() == KeyCode.ENTER) {
      put();
      model.settle();
      key.consume();
    }
  }
}
