package studio.backprop.ui.kit;

import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;

/** Numbers beside the pointer, and an upright line at their step. */
public final class Readout extends Pane {
  private static final double APART = 10;

  private final Line line = new Line();
  private final Label text = new Label();

  public Readout() {
    setMouseTransparent(true);
    setVisible(false);
    setManaged(false);
    line.getStyleClass().add("readout-line");
    text.getStyleClass().add("readout");
    getChildren().addAll(line, text);
  }

  /** The numbers keep inside of {@code left} to {@code right}. */
  public void show(double x, double top, double bottom, double left, double right, String numbers) {
    line.setStartX(Math.floor(x) + 0.5);
    line.setEndX(line.getStartX());
    line.setStartY(top);
    line.setEndY(bottom);
    text.setText(numbers);
    text.autosize();
    double after = x + APART;
    double before = x - APART - text.getWidth();
    text.relocate(Math.max(left, after + text.getWidth() <= right ? after : before), top);
    line.setVisible(true);
    setVisible(true);
  }

  /** Without a line: for a place in a plane. */
  public void show(double x, double y, double right, String numbers) {
    show(x, y, y, 0, right, numbers);
    line.setVisible(false);
  }

  public void hide() {
    setVisible(false);
  }
}
