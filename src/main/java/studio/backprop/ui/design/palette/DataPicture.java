package studio.backprop.ui.design.palette;

import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import studio.backprop.ui.kit.GraphDrawing;
import studio.backprop.ui.kit.HeatMap;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Span;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/**
 * Thumbnail of the data: points in the colours of their classes, a dozen images, a time series, a graph or lines of text; hidden where
 * there is none.
 */
final class DataPicture extends StackPane {
  private static final double WIDTH = 176;
  private static final double HEIGHT = 136;
  private static final double EDGE = 6;
  private static final double DOT = 4;
  private static final int ACROSS = 6;
  private static final int IMAGE_SIDE = 26;
  private static final int GAP = 4;

  private final Canvas canvas = new Canvas(WIDTH, HEIGHT);
  private final HeatMap images = new HeatMap(new HeatMap.Tiles(ACROSS, DataPreview.IMAGES / ACROSS, IMAGE_SIDE, IMAGE_SIDE, GAP));
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
    } else if (shown instanceof DataPreview.Line line) {
      getChildren().add(canvas);
      paint(line);
    } else if (shown instanceof DataPreview.Net net) {
      getChildren().add(canvas);
      paint(net);
    } else if (shown instanceof DataPreview.Graphs many) {
      getChildren().add(canvas);
      paint(many);
    }
    if (shown instanceof DataPreview.Lines lines) {
      Label text = new Label(lines.text());
      text.setWrapText(true);
      text.setMaxHeight(HEIGHT);
      text.getStyleClass().add("note");
      getChildren().add(text);
    }
    setVisible(!getChildren().isEmpty());
    setManaged(isVisible());
  }

  private void paint(DataPreview.Net net) {
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, WIDTH, HEIGHT);
    GraphDrawing drawing = new GraphDrawing(net.nodes().layout(), WIDTH, HEIGHT);
    drawing.edges(g, theme.palette().color(Token.BORDER));
    for (int node = 0; node < net.nodes().nodes(); node++) {
      Color rim = theme.palette().color(net.learned()[node] ? Token.FG : Token.BG);
      drawing.node(g, node, theme.palette().ofClass(net.nodes().classes()[node]), rim, net.learned()[node] ? 2 : 1);
    }
  }

  private void paint(DataPreview.Graphs many) {
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, WIDTH, HEIGHT);
    double wide = WIDTH / DataPreview.Graphs.ACROSS;
    double tall = HEIGHT / DataPreview.Graphs.DOWN;
    for (int i = 0; i < many.graphs().size(); i++) {
      double x = i % DataPreview.Graphs.ACROSS * wide;
      double y = i / DataPreview.Graphs.ACROSS * tall;
      many.graphs().get(i).paint(g, theme.palette(), x, y, wide, tall);
    }
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

  /** Time series; the validation and test parts have grounds of their own. */
  private void paint(DataPreview.Line line) {
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, WIDTH, HEIGHT);
    double[] values = line.values();
    Span up = new Span();
    double[] xs = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      up.add(values[i]);
      xs[i] = (double) i / Math.max(1, values.length - 1) * WIDTH;
    }
    ground(g, xs[line.partEnds()[0]], xs[line.partEnds()[1]], Token.ACCENT_SOFT);
    ground(g, xs[line.partEnds()[1]], xs[line.partEnds()[2]], Token.TIME_SOFT);
    g.setStroke(theme.palette().color(Token.FG));
    g.setLineWidth(1);
    g.beginPath();
    for (int i = 0; i < values.length; i++) {
      double y = (1 - up.shareOf(values[i])) * HEIGHT;
      if (i == 0 || Double.isNaN(values[i - 1])) {
        g.moveTo(xs[i], y);
      } else if (!Double.isNaN(values[i])) {
        g.lineTo(xs[i], y);
      }
    }
    g.stroke();
  }

  private void ground(GraphicsContext g, double from, double to, Token colour) {
    g.setFill(theme.palette().color(colour));
    g.fillRect(from, 0, to - from, HEIGHT);
  }

  private Color colour(DataPreview.Plane plane, int point) {
    float target = plane.targets()[point];
    return plane.classes() ? theme.palette().ofClass((int) target) : theme.palette().signed().color(target);
  }
}
