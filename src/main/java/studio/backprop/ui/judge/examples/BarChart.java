package studio.backprop.ui.judge.examples;

import java.awt.geom.Rectangle2D;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import studio.backprop.ui.kit.Readout;
import studio.backprop.ui.kit.chart.ChartPicture;

/** Bar chart of equally thick bars, with hover and arrow keys: the focused bar has a highlighted background. */
final class BarChart extends StackPane {
  private final ChartPicture chart;
  private final Orientation along;
  private final int count;
  private final IntFunction<String> say;
  private final IntConsumer act;
  private final Region band = new Region();
  private final Readout readout = new Readout();
  private int at;

  /**
   * @param along direction to the next bar: downwards, or to the right
   * @param say text of a bar for the read-out and screen readers
   * @param act action of a click on a bar or Enter
   */
  BarChart(ChartPicture chart, Orientation along, int count, IntFunction<String> say, IntConsumer act) {
    this.chart = chart;
    this.along = along;
    this.count = count;
    this.say = say;
    this.act = act;
    band.getStyleClass().add("bar-band");
    band.setManaged(false);
    band.setVisible(false);
    band.setMouseTransparent(true);
    getStyleClass().addAll("focusable", "bars");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(say.apply(0));
    getChildren().addAll(band, chart, readout);
    setOnMouseMoved(this::read);
    setOnMouseExited(e -> leave());
    setOnMousePressed(this::press);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    focusedProperty().subscribe(this::turnFocus);
  }

  /** For bars that can be opened. */
  BarChart clickable() {
    setCursor(Cursor.HAND);
    return this;
  }

  private void turnFocus(boolean focused) {
    if (focused && isFocusVisible()) {
      show(at);
    } else {
      leave();
    }
  }

  private void leave() {
    band.setVisible(false);
    readout.hide();
  }

  /** The label left of a horizontal bar belongs to it, so its whole row is hit. */
  private boolean hits(MouseEvent mouse, Rectangle2D plane) {
    return along == Orientation.VERTICAL
        ? mouse.getY() >= plane.getMinY() && mouse.getY() < plane.getMaxY()
        : mouse.getX() >= plane.getMinX() && mouse.getX() < plane.getMaxX();
  }

  private int barAt(MouseEvent mouse, Rectangle2D plane) {
    double share = along == Orientation.VERTICAL
        ? (mouse.getY() - plane.getMinY()) / plane.getHeight()
        : (mouse.getX() - plane.getMinX()) / plane.getWidth();
    return Math.min(count - 1, (int) (share * count));
  }

  private void read(MouseEvent mouse) {
    if (hits(mouse, chart.plane())) {
      show(barAt(mouse, chart.plane()));
    } else {
      leave();
    }
  }

  private void press(MouseEvent mouse) {
    requestFocus();
    if (hits(mouse, chart.plane())) {
      show(barAt(mouse, chart.plane()));
      act.accept(at);
    }
  }

  private void key(KeyEvent key) {
    KeyCode back = along == Orientation.VERTICAL ? KeyCode.UP : KeyCode.LEFT;
    KeyCode on = along == Orientation.VERTICAL ? KeyCode.DOWN : KeyCode.RIGHT;
    if (key.getCode() == back || key.getCode() == on) {
      show(Math.max(0, Math.min(count - 1, at + (key.getCode() == on ? 1 : -1))));
    } else if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
      act.accept(at);
    } else {
      return;
    }
    key.consume();
  }

  private void show(int bar) {
    at = bar;
    Rectangle2D plane = chart.plane();
    if (along == Orientation.VERTICAL) {
      double thick = plane.getHeight() / count;
      band.resizeRelocate(0, plane.getMinY() + bar * thick, getWidth(), thick);
      readout.showAt(getWidth() / 2, band.getLayoutY(), getWidth(), getHeight(), say.apply(bar));
    } else {
      double thick = plane.getWidth() / count;
      band.resizeRelocate(plane.getMinX() + bar * thick, plane.getMinY(), thick, plane.getHeight());
      readout.showAt(band.getLayoutX() + thick / 2, 0, getWidth(), getHeight(), say.apply(bar));
    }
    band.setVisible(true);
    setAccessibleText(say.apply(bar));
  }
}
