package studio.backprop.ui.learn.pad;

import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.TouchEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import studio.backprop.data.draw.EditedPicture;
import studio.backprop.data.draw.Stroke;
import studio.backprop.data.draw.StrokePoint;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/**
 * Canvas of the pad, for mouse, touch and pen. By keyboard the arrows move a crosshair, and Space lowers or lifts the pen. Examples are
 * edited by pixel.
 */
final class Sketch extends StackPane {
  /** Size from which it counts as large. */
  private static final double LARGE = 240;
  private static final double LARGE_LETTERS = 24;
  private static final double STEP = 1 / 28.0;
  private static final double CROSS = 7;

  private final PadModel model;
  private final ThemeModel theme;
  private final Lang lang;
  private final Painting paper = new Painting(this::paint);
  private final PixelGrid cells = new PixelGrid();
  private double x = 0.5;
  private double y = 0.5;
  private boolean byKeys;
  private boolean down;

  Sketch(PadModel model, Lang lang, ThemeModel theme) {
    this.model = model;
    this.theme = theme;
    this.lang = lang;
    getStyleClass().add("paper");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    new Hints(lang).explain(this, "pad.paper.help");
    paper.setMouseTransparent(true);
    getChildren().add(paper);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    addEventHandler(MouseEvent.MOUSE_RELEASED, MouseEvent::consume);
    addEventHandler(TouchEvent.ANY, TouchEvent::consume); // touch is handled as mouse events and does not scroll
    addEventHandler(ScrollEvent.ANY, ScrollEvent::consume);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    focusedProperty().subscribe(focused -> {
      lift();
      paper.repaint();
    });
    model.paper().shownProperty().subscribe(paper::repaint);
    model.formProperty().subscribe(paper::repaint);
    theme.paletteProperty().subscribe(paper::repaint);
    lang.textsProperty().subscribe(paper::repaint);
  }

  private void press(MouseEvent at) {
    requestFocus();
    lift();
    byKeys = false;
    model.press(at.getX() / getWidth(), at.getY() / getHeight());
    at.consume();
  }

  private void drag(MouseEvent at) {
    model.move(at.getX() / getWidth(), at.getY() / getHeight());
    at.consume();
  }

  private void lift() {
    down = false;
  }

  private void key(KeyEvent key) {
    if (key.isShortcutDown() || key.isAltDown()) {
      return;
    }
    switch (key.getCode()) {
      case LEFT, RIGHT, UP, DOWN -> walk(key.getCode());
      case SPACE -> {
        byKeys = true;
        down = !down;
        if (down) {
          model.press(x, y);
        }
        speak();
        paper.repaint();
      }
      default -> {
        return;
      }
    }
    key.consume();
  }

  private void walk(KeyCode way) {
    byKeys = true;
    Optional<EditedPicture> pixels = model.pixels().edited();
    x = further(x, way == KeyCode.LEFT ? -1 : way == KeyCode.RIGHT ? 1 : 0, pixels.map(EditedPicture::columns));
    y = further(y, way == KeyCode.UP ? -1 : way == KeyCode.DOWN ? 1 : 0, pixels.map(EditedPicture::rows));
    if (down) {
      model.move(x, y);
    }
    speak();
    paper.repaint();
  }

  /** A step of the crosshair, or to the next pixel's centre. */
  private static double further(double at, int steps, Optional<Integer> pixels) {
    if (pixels.isEmpty()) {
      return Math.max(0, Math.min(1, at + steps * STEP));
    }
    int count = pixels.get();
    return (Math.max(0, Math.min(count - 1, Math.floor(Math.min(at, 1 - 1e-9) * count) + steps)) + 0.5) / count;
  }

  /** Announces the crosshair and its pixel. */
  private void speak() {
    setAccessibleText(model.pixels().edited().map(pixels -> {
      int row = (int) (Math.min(y, 1 - 1e-9) * pixels.rows());
      int column = (int) (Math.min(x, 1 - 1e-9) * pixels.columns());
      return lang.say("pad.pixel", row + 1, column + 1, lang.numbers().compact(pixels.pixel(row, column)),
          lang.numbers().compact(pixels.largest()));
    }).orElseGet(() -> lang.say("pad.paper.help")));
  }

  private void paint(GraphicsContext g, double width, double height) {
    boolean darkPaper = model.formProperty().get().filter(form -> form.paper()[0] > form.ink()[0]).isPresent();
    g.setFill(theme.palette().pixels().color(darkPaper ? 1 : 0));
    g.fillRect(0, 0, width, height);
    Color ink = theme.palette().pixels().color(darkPaper ? 0 : 1);
    g.setStroke(ink);
    g.setFill(ink);
    g.setLineCap(StrokeLineCap.ROUND);
    g.setLineJoin(StrokeLineJoin.ROUND);
    model.paper().shownProperty().get().pixels().ifPresent(pixels -> cells.paint(g, pixels, theme.palette(), width, height));
    model.paper().shownProperty().get().strokes().forEach(stroke -> paint(g, stroke, width, height));
    if (model.paper().shownProperty().get().isEmpty() && !byKeys) {
      g.setFill(theme.palette().color(Token.MUT));
      g.setFont(Font.font(g.getFont().getFamily(), width >= LARGE ? LARGE_LETTERS : Math.max(14, width / 20)));
      g.setTextAlign(TextAlignment.CENTER);
      Painting.write(g, lang.say("pad.empty"), width / 2, height / 2);
    }
    if (byKeys && isFocused()) {
      g.setStroke(theme.palette().color(down ? Token.BAD : Token.ACCENT));
      g.setLineWidth(2);
      g.strokeLine(x * width - CROSS, y * height, x * width + CROSS, y * height);
      g.strokeLine(x * width, y * height - CROSS, x * width, y * height + CROSS);
    }
  }

  /** A stroke has a constant width; its polyline is drawn at once, without seams. */
  private void paint(GraphicsContext g, Stroke stroke, double width, double height) {
    StrokePoint first = stroke.points().get(0);
    g.setLineWidth(Math.max(2, model.lineOnPad(first.width()) * width));
    g.beginPath();
    g.moveTo(first.x() * width, first.y() * height);
    stroke.points().forEach(point -> g.lineTo(point.x() * width, point.y() * height));
    g.stroke();
  }
}
