package studio.backprop.ui.kit;

import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;

/** Crosshair of a chart: numbers beside the pointer, and a vertical line at their step. */
public final class Readout extends Pane {
  private static final double APART = 10;
  /** Minimum width in px of wrapped text. */
  private static final double LEAST = 200;

  private final Line line = new Line();
  private final Label text = new Label();

  public Readout() {
    setMouseTransparent(true);
    setVisible(false);
    setManaged(false);
    line.getStyleClass().add("readout-line");
    text.getStyleClass().add("readout");
    text.setWrapText(true);
    getChildren().addAll(line, text);
  }

  /** Keeps the text between {@code left} and {@code right}. */
  public void show(double x, double top, double bottom, double left, double right, String numbers) {
    line.setStartX(Math.floor(x) + 0.5);
    line.setEndX(line.getStartX());
    line.setStartY(top);
    line.setEndY(bottom);
    text.setText(numbers);
    text.setPrefWidth(USE_COMPUTED_SIZE);
    text.autosize();
    double after = x + APART;
    double before = x - APART - text.getWidth();
    text.relocate(Math.max(left, after + text.getWidth() <= right ? after : before), top);
    line.setVisible(true);
    setVisible(true);
  }

  /** Without a line, for a point of a plane: above the pointer if there is room, else below. */
  public void showAt(double x, double y, double width, double height, String numbers) {
    text.setText(numbers);
    text.setPrefWidth(USE_COMPUTED_SIZE);
    text.setPrefWidth(Math.min(text.prefWidth(-1), Math.max(LEAST, width)));
    text.autosize();
    double over = y - APART - text.getHeight();
    double under = Math.min(height - text.getHeight(), y + 2 * APART);
    text.relocate(Math.max(0, Math.min(width - text.getWidth(), x - text.getWidth() / 2)), over >= 0 ? over : under);
    line.setVisible(false);
    setVisible(true);
  }

  public void hide() {
    setVisible(false);
  }
}
