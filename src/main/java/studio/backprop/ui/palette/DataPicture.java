package studio.backprop.ui.palette;

import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import studio.backprop.ui.kit.HeatMap;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.ThemeModel;

/** A small picture of the data: points in the colours of their classes, or a dozen images. Not there where neither fits. */
final class DataPicture extends StackPane {
  private static final double WIDTH = 176;
  private static final double HEIGHT = 136;
  private static final double EDGE = 6;
  private static final double DOT = 4;
  private static final int ACROSS = 6;
  private static final int SIDE = 26;
  private static final int GAP = 4;

  private final Canvas canvas = new Canvas(WIDTH, HEIGHT);
  private final HeatMap images = new HeatMap(new HeatMap.Tiles(ACROSS, DataPreview.IMAGES / ACROSS, SIDE, SIDE, GAP));
  private final ThemeModel theme;
  private DataPreview preview = new DataPreview.None();

  DataPicture(ThemeModel theme, ObservableValue<String> name) {
    this.theme = theme;
    getStyleClass().add("data-picture");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    accessibleTextProperty().bind(name);
    images.scaleProperty().bind(theme.paletteProperty().map(Palette::pixels));
    theme.paletteProperty().subscribe(palette -> show(preview));
  }

  void show(DataPreview shown) {
    preview = shown;
    getChildren().clear();
    if (shown instanceof DataPreview.Plane plane) {
      getChildren().add(canvas);
      paint(plane);
    } else if (shown instanceof DataPreview.Images many) {
      getChildren().add(images);
      images.show(many.pixels(), 0, many.count(), many.height(), many.width(), many.white());
    }
    setVisible(!getChildren().isEmpty());
    setManaged(isVisible());
  }

  private void paint(DataPreview.Plane plane) {
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, WIDTH, HEIGHT);
    float[] x = plane.xs();
    float[] y = plane.ys();
    double reach = 0;
    for (int i = 0; i < x.length; i++) {
      reach = Math.max(reach, Math.max(Math.abs(x[i]), Math.abs(y[i])));
    }
    double unit = reach == 0 ? 0 : (HEIGHT / 2 - EDGE) / reach;
    for (int i = 0; i < x.length; i++) {
      g.setFill(colour(plane, i));
      g.fillOval(WIDTH / 2 + x[i] * unit - DOT / 2, HEIGHT / 2 - y[i] * unit - DOT / 2, DOT, DOT);
    }
  }

  private Color colour(DataPreview.Plane plane, int point) {
    float target = plane.targets()[point];
    return plane.classes() ? theme.palette().ofClass((int) target) : theme.palette().signed().color(target);
  }
}
