package studio.backprop.ui.time;

import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/** The line of all steps: a knob at the one that is looked at, marks at checkpoints, pale where steps lie ahead of it. */
final class Timeline extends StackPane {
  private static final double MARGIN = 9;
  private static final double KNOB = 6.5;
  private static final double LINE = 4;
  private static final double MARK = 5;
  /** Closer marks would be a bar. */
  private static final double APART = 8;
  private static final double PALE = 0.4;

  private final TimeModel model;
  private final ThemeModel theme;
  private final Painting painting = new Painting(this::paint);

  Timeline(TimeModel model, ThemeModel theme) {
    this.model = model;
    this.theme = theme;
    getStyleClass().addAll("timeline", "focus-frame");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.SLIDER);
    getChildren().add(painting);
    setOnMousePressed(this::drag);
    setOnMouseDragged(this::drag);
    setOnKeyPressed(this::press);
    model.changesProperty().subscribe(painting::repaint);
    theme.themeProperty().subscribe(painting::repaint);
  }

  private void drag(MouseEvent event) {
    requestFocus();
    double share = (event.getX() - MARGIN) / Math.max(1, getWidth() - 2 * MARGIN);
    long length = model.newest() - model.first();
    model.goTo(model.first() + Math.round(Math.max(0, Math.min(1, share)) * length));
    event.consume();
  }

  private void press(KeyEvent event) {
    KeyCode code = event.getCode();
    boolean known = code == KeyCode.LEFT || code == KeyCode.RIGHT || code == KeyCode.HOME || code == KeyCode.END;
    if (!known || event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    switch (code) {
      case HOME -> model.goTo(model.first());
      case END -> model.backToLive();
      default -> go(code == KeyCode.LEFT ? -1 : 1, event.isShiftDown());
    }
    event.consume();
  }

  private void go(int direction, boolean epoch) {
    if (epoch) {
      model.goEpoch(direction);
    } else {
      model.go(direction);
    }
  }

  private double place(long step, double width) {
    long length = Math.max(1, model.newest() - model.first());
    return MARGIN + (step - model.first()) / (double) length * (width - 2 * MARGIN);
  }

  private void paint(GraphicsContext g, double width, double height) {
    Palette palette = theme.palette();
    Color strong = palette.color(Token.TIME);
    double middle = Math.round(height / 2);
    double at = place(model.at(), width);
    g.setFill(strong.deriveColor(0, 1, 1, PALE));
    g.fillRoundRect(MARGIN, middle - LINE / 2, width - 2 * MARGIN, LINE, LINE, LINE);
    g.setFill(strong);
    g.fillRoundRect(MARGIN, middle - LINE / 2, at - MARGIN, LINE, LINE, LINE);
    marks(g, width, middle, strong);
    if (model.done() < 1) {
      g.fillRect(MARGIN, height - 2, (width - 2 * MARGIN) * model.done(), 2);
    }
    g.setFill(palette.color(Token.BG));
    g.fillOval(at - KNOB, middle - KNOB, 2 * KNOB, 2 * KNOB);
    g.setStroke(strong);
    g.setLineWidth(2);
    g.strokeOval(at - KNOB, middle - KNOB, 2 * KNOB, 2 * KNOB);
  }

  private void marks(GraphicsContext g, double width, double middle, Color color) {
    g.setStroke(color);
    g.setLineWidth(1);
    double last = Double.NEGATIVE_INFINITY;
    for (long step : model.checkpoints()) {
      double x = Math.floor(place(step, width)) + 0.5;
      if (x - last >= APART) {
        g.strokeLine(x, middle - MARK, x, middle + MARK);
        last = x;
      }
    }
  }
}
