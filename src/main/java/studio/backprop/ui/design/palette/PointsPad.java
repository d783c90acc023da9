package studio.backprop.ui.design.palette;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import studio.backprop.data.DrawnPoints;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Labels;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Segmented;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.kit.form.Kept;

/** Square to draw points in with mouse or touch. By keyboard, arrows move a crosshair and Space adds or erases points. */
final class PointsPad extends VBox {
  private static final double DOT = 3;
  private static final double STEP = 0.08;

  private final DrawnPointsModel model;
  private final Lang lang;
  private final ThemeModel theme;
  private final StackPane paper = new StackPane();
  private final Painting painting = new Painting(this::paint);
  /** Outline of the tool, redrawn with the mouse without the points. */
  private final Painting ring = new Painting(this::ring);
  private float[] places = {};
  private double x;
  private double y;
  private boolean over;
  private boolean byKeys;

  PointsPad(DrawnPointsModel model, Lang lang, Hints hints, ThemeModel theme) {
    this.model = model;
    this.lang = lang;
    this.theme = theme;
    painting.setMouseTransparent(true);
    ring.setMouseTransparent(true);
    paper.setId("points-pad");
    paper.getStyleClass().add("points-paper");
    paper.getChildren().addAll(painting, ring);
    paper.setFocusTraversable(true);
    paper.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    hints.explain(paper, "palette.drawn.help");
    paper.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    paper.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    paper.addEventHandler(MouseEvent.MOUSE_RELEASED, at -> model.lift());
    paper.addEventHandler(MouseEvent.MOUSE_MOVED, this::point);
    paper.addEventHandler(MouseEvent.MOUSE_EXITED, at -> leave());
    paper.addEventHandler(ScrollEvent.ANY, ScrollEvent::consume);
    paper.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    paper.focusedProperty().subscribe(ring::repaint);
    model.shownProperty().subscribe(points -> {
      places = points.places();
      painting.repaint();
    });
    model.widthProperty().subscribe(ring::repaint);
    model.toolProperty().subscribe(ring::repaint);
    theme.paletteProperty().subscribe(() -> {
      painting.repaint();
      ring.repaint();
    });
    lang.textsProperty().subscribe(painting::repaint);
    Label count = Labels.wrapped("", "note", "mut");
    count.textProperty().bind(Bindings.createStringBinding(this::counted, model.shownProperty(), lang.textsProperty()));
    getStyleClass().addAll("gap-8", "points-pad");
    getChildren().addAll(paper, tools(hints), count);
    managedProperty().bind(visibleProperty());
    visibleProperty().bind(model.wantedProperty());
  }

  private HBox tools(Hints hints) {
    Segmented<DrawnPointsModel.Tool> tool = new Segmented<>(lang.bind("palette.drawn.tool"));
    for (DrawnPointsModel.Tool one : DrawnPointsModel.Tool.values()) {
      tool.add(one, lang.bind("palette.drawn.tool." + one.name().toLowerCase(Locale.ROOT)));
    }
    Kept.choice(tool.valueProperty(), model.toolProperty(), model.toolProperty()::set);
    Button clear = new Button(null, Icon.DELETE.view());
    clear.getStyleClass().addAll("bare", "icon-only");
    hints.explain(clear, "palette.drawn.clear");
    clear.disableProperty().bind(model.shownProperty().map(points -> points.count() == 0));
    clear.setOnAction(event -> model.clear());
    HBox first = new HBox(tool, clear);
    first.getStyleClass().add("gap-4");
    Segmented<DrawnPointsModel.Width> width = new Segmented<>(lang.bind("palette.drawn.width"));
    for (DrawnPointsModel.Width one : DrawnPointsModel.Width.values()) {
      width.add(one, lang.bind("palette.drawn.width." + one.name().toLowerCase(Locale.ROOT)));
    }
    Kept.choice(width.valueProperty(), model.widthProperty(), model.widthProperty()::set);
    VBox both = new VBox(first, width);
    both.getStyleClass().add("gap-4");
    return new HBox(both);
  }

  private String counted() {
    int count = model.shownProperty().get().count();
    return lang.say(count < DrawnPoints.LEAST ? "palette.drawn.few" : count < DrawnPoints.MOST ? "palette.drawn.count"
        : "palette.drawn.full", count, DrawnPoints.LEAST);
  }

  private double across(MouseEvent at) {
    return 2 * at.getX() / paper.getWidth() - 1;
  }

  private double up(MouseEvent at) {
    return 1 - 2 * at.getY() / paper.getHeight();
  }

  private void press(MouseEvent at) {
    paper.requestFocus();
    byKeys = false;
    drag(at);
  }

  private void drag(MouseEvent at) {
    point(at);
    if (Math.abs(x) <= 1 && Math.abs(y) <= 1) {
      model.touch(x, y);
    }
    at.consume();
  }

  private void point(MouseEvent at) {
    x = across(at);
    y = up(at);
    over = true;
    ring.repaint();
  }

  private void leave() {
    over = false;
    ring.repaint();
  }

  private void key(KeyEvent key) {
    if (key.isShortcutDown() || key.isAltDown()) {
      return;
    }
    switch (key.getCode()) {
      case LEFT, RIGHT -> x = Math.max(-1, Math.min(1, x + (key.getCode() == KeyCode.LEFT ? -STEP : STEP)));
      case UP, DOWN -> y = Math.max(-1, Math.min(1, y + (key.getCode() == KeyCode.DOWN ? -STEP : STEP)));
      case SPACE -> {
        model.touch(x, y);
        model.lift();
      }
      default -> {
        return;
      }
    }
    byKeys = true;
    paper.setAccessibleText(lang.say("palette.drawn.at", lang.numbers().significant(x, 2), lang.numbers().significant(y, 2),
        model.shownProperty().get().count()));
    ring.repaint();
    key.consume();
  }

  private void paint(GraphicsContext g, double width, double height) {
    g.setFill(theme.palette().color(Token.FG));
    for (int i = 0; i < places.length; i += 2) {
      g.fillOval((places[i] + 1) / 2 * width - DOT / 2, (1 - places[i + 1]) / 2 * height - DOT / 2, DOT, DOT);
    }
    if (places.length == 0) {
      g.setFill(theme.palette().color(Token.MUT));
      g.setTextAlign(TextAlignment.CENTER);
      Painting.write(g, lang.say("palette.drawn.empty"), width / 2, height / 2, width - 2 * DOT);
    }
  }

  private void ring(GraphicsContext g, double width, double height) {
    if (over || byKeys && paper.isFocused()) {
      double reach = model.reach() * width / 2;
      g.setStroke(theme.palette().color(model.toolProperty().get() == DrawnPointsModel.Tool.ERASER ? Token.BAD : Token.ACCENT));
      g.setLineWidth(1.5);
      g.strokeOval((x + 1) / 2 * width - reach, (1 - y) / 2 * height - reach, 2 * reach, 2 * reach);
    }
  }
}
