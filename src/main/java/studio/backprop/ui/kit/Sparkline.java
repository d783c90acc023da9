package studio.backprop.ui.kit;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** Sparkline of the latest values on its own scale: measured pale, smoothed strong; no axes. */
public final class Sparkline extends Region {
  private static final double PALE = 0.4;
  private static final double EDGE = 1.5;

  private final Canvas canvas = new Canvas();
  private final ObjectProperty<Palette> palette = new SimpleObjectProperty<>(this, "palette");
  private final Token token;
  private final double[] xs;
  private final double[] measured;
  private final double[] smoothed;
  private int count;

  public Sparkline(double width, double height, int capacity, Token token) {
    this.token = token;
    xs = new double[capacity];
    measured = new double[capacity];
    smoothed = new double[capacity];
    canvas.setWidth(width);
    canvas.setHeight(height);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    getStyleClass().add("sparkline");
    getChildren().add(canvas);
    palette.subscribe(colours -> repaint());
  }

  public ObjectProperty<Palette> paletteProperty() {
    return palette;
  }

  /** Shows the first {@code count} values, oldest first; non-finite ones are skipped. */
  public void show(float[] values, int count) {
    if (count > xs.length) {
      throw new IllegalArgumentException("this line has room for " + xs.length + " values, but there are " + count);
    }
    this.count = 0;
    for (int i = 0; i < count; i++) {
      if (Float.isFinite(values[i])) {
        measured[this.count] = values[i];
        this.count++;
      }
    }
    Smoothing.AUTOMATIC.smooth(measured, this.count, smoothed);
    place();
    repaint();
  }

  private void place() {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      least = Math.min(least, measured[i]);
      most = Math.max(most, measured[i]);
    }
    double height = canvas.getHeight() - 2 * EDGE;
    double unit = most > least ? height / (most - least) : 0;
    double base = most > least ? EDGE + height : EDGE + height / 2;
    for (int i = 0; i < count; i++) {
      xs[i] = canvas.getWidth() * i / Math.max(1, count - 1);
      measured[i] = base - (measured[i] - least) * unit;
      smoothed[i] = base - (smoothed[i] - least) * unit;
    }
  }

  private void repaint() {
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    if (palette.get() == null || count == 0) {
      return;
    }
    Color color = palette.get().color(token);
    g.setLineWidth(1);
    g.setStroke(color.deriveColor(0, 1, 1, PALE));
    g.strokePolyline(xs, measured, count);
    g.setLineWidth(1.5);
    g.setStroke(color);
    g.strokePolyline(xs, smoothed, count);
  }
}
