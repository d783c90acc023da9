package studio.backprop.ui.window.start;

import java.util.Arrays;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import studio.backprop.ui.kit.DrawnGraph;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.GraphDrawing;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Scale;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.workspace.environment.EnvironmentPainter;

/** Preview of a sample's data; plain until loaded. */
final class SamplePicture extends Pane {
  private static final double EDGE = 12;
  private static final double DOT = 5;
  private static final double LINE = 2;
  private static final double ROW = 16;
  private static final double FONT = 12;
  private static final int SHORT = 16;
  private static final double GAP = 3;
  private static final double RIM = 1;
  private static final double ROUND = 14;
  /** Position on the scale of a certain output: the points must stand out from it. */
  private static final double SHADE = 0.6;

  private final Canvas canvas = new Canvas();
  private final ThemeModel theme;
  private SamplePreview preview;

  SamplePicture(ThemeModel theme) {
    this.theme = theme;
    getStyleClass().add("sample-picture");
    getChildren().add(canvas);
    theme.paletteProperty().subscribe(palette -> paint());
  }

  void show(SamplePreview shown) {
    preview = shown;
    paint();
  }

  @Override
  protected void layoutChildren() {
    if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
      canvas.setWidth(getWidth());
      canvas.setHeight(getHeight());
      // round at the top like the card; straight at the bottom
      Rectangle card = new Rectangle(1, 1, getWidth() - 2, getHeight() + ROUND);
      card.setArcWidth(ROUND);
      card.setArcHeight(ROUND);
      canvas.setClip(card);
      paint();
    }
  }

  private void paint() {
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    if (canvas.getWidth() <= 2 * EDGE || preview == null) {
      return;
    }
    if (preview instanceof SamplePreview.Plane plane) {
      paint(g, plane);
    } else if (preview instanceof SamplePreview.Images images) {
      paint(g, images);
    } else if (preview instanceof SamplePreview.Net net) {
      paint(g, net.nodes());
    } else if (preview instanceof SamplePreview.Graphs graphs) {
      paint(g, graphs);
    } else if (preview instanceof SamplePreview.Table table) {
      paint(g, table);
    } else if (preview instanceof SamplePreview.Lines lines) {
      paint(g, lines);
    } else if (preview instanceof SamplePreview.Line line) {
      paint(g, line);
    } else if (preview instanceof SamplePreview.World world) {
      new EnvironmentPainter(g, theme.palette(), EDGE, EDGE, canvas.getWidth() - 2 * EDGE, canvas.getHeight() - 2 * EDGE)
          .paint(world.environment(), world.state(), -1);
    }
  }

  private void paint(GraphicsContext g, SamplePreview.Plane plane) {
    Palette palette = theme.palette();
    double unit = canvas.getHeight() / 2 / plane.reach();
    plane.answer().ifPresent(answer -> {
      double width = canvas.getHeight() * PlaneAnswer.STRETCH;
      g.drawImage(shades(answer), (canvas.getWidth() - width) / 2, 0, width, canvas.getHeight());
    });
    boolean many = Arrays.stream(plane.classes()).anyMatch(one -> one > 1);
    for (int i = 0; i < plane.xs().length; i++) {
      double x = canvas.getWidth() / 2 + plane.xs()[i] * unit;
      double y = canvas.getHeight() / 2 - plane.ys()[i] * unit;
      double whole = DOT + 2 * RIM;
      g.setFill(palette.color(Token.BG));
      g.fillOval(x - whole / 2, y - whole / 2, whole, whole);
      int one = plane.classes()[i];
      g.setFill(many ? palette.ofClass(one) : palette.color(one == 1 ? Token.GROUP_BASIC : Token.GROUP_SEQUENCE));
      g.fillOval(x - DOT / 2, y - DOT / 2, DOT, DOT);
    }
  }

  private void paint(GraphicsContext g, DrawnGraph nodes) {
    Palette palette = theme.palette();
    g.save();
    g.translate(EDGE, EDGE);
    GraphDrawing drawing = new GraphDrawing(nodes.layout(), canvas.getWidth() - 2 * EDGE, canvas.getHeight() - 2 * EDGE);
    drawing.edges(g, palette.color(Token.BORDER));
    for (int node = 0; node < nodes.nodes(); node++) {
      drawing.node(g, node, palette.ofClass(nodes.classes()[node]), palette.color(Token.BG), RIM);
    }
    g.restore();
  }

  /** In two rows, as many as fit. */
  private void paint(GraphicsContext g, SamplePreview.Graphs graphs) {
    double side = (canvas.getHeight() - 2 * EDGE - EDGE) / 2;
    int across = Math.min((graphs.graphs().size() + 1) / 2, (int) ((canvas.getWidth() - EDGE) / (side + EDGE)));
    double left = (canvas.getWidth() - across * (side + EDGE) + EDGE) / 2;
    for (int i = 0; i < Math.min(graphs.graphs().size(), 2 * across); i++) {
      double x = left + i % across * (side + EDGE);
      double y = EDGE + i / across * (side + EDGE);
      graphs.graphs().get(i).paint(g, theme.palette(), x, y, side, side);
    }
  }

  private WritableImage shades(PlaneAnswer answer) {
    Scale scale = theme.palette().signed();
    WritableImage image = new WritableImage(PlaneAnswer.ACROSS, PlaneAnswer.DOWN);
    for (int cell = 0; cell < answer.shares().length; cell++) {
      image.getPixelWriter()
          .setArgb(cell % PlaneAnswer.ACROSS, cell / PlaneAnswer.ACROSS, scale.argb((2 * answer.shares()[cell] - 1) * SHADE));
    }
    return image;
  }

  /** As many images as fit, in whole rows. */
  private void paint(GraphicsContext g, SamplePreview.Images images) {
    int down = images.height() < 16 ? 2 : 3;
    double side = (canvas.getHeight() - 2 * EDGE - (down - 1) * GAP) / down;
    int across = (int) ((canvas.getWidth() - 2 * EDGE + GAP) / (side + GAP));
    int shown = Math.min(images.count() / down, across);
    double left = (canvas.getWidth() - shown * (side + GAP) + GAP) / 2;
    g.setImageSmoothing(images.height() >= 16);
    for (int i = 0; i < shown * down; i++) {
      double x = left + i % shown * (side + GAP);
      double y = EDGE + i / shown * (side + GAP);
      g.drawImage(image(images, i), x, y, side, side);
    }
  }

  private WritableImage image(SamplePreview.Images images, int which) {
    Scale scale = theme.palette().pixels();
    WritableImage image = new WritableImage(images.width(), images.height());
    PixelWriter pixels = image.getPixelWriter();
    int at = which * images.width() * images.height();
    for (int i = 0; i < images.width() * images.height(); i++) {
      pixels.setArgb(i % images.width(), i / images.width(), scale.argb(images.pixels()[at + i] / images.white()));
    }
    return image;
  }

  /** In two columns if the lines are short. */
  private void paint(GraphicsContext g, SamplePreview.Lines lines) {
    boolean small = lines.lines().stream().allMatch(line -> line.length() <= SHORT);
    int down = (int) ((canvas.getHeight() - 2 * EDGE) / ROW);
    double wide = (canvas.getWidth() - 2 * EDGE) / (small ? 2 : 1);
    g.setFill(theme.palette().color(Token.FG));
    g.setFont(Font.font(Fonts.FAMILY, FONT));
    g.setTextBaseline(VPos.TOP);
    for (int i = 0; i < Math.min(lines.lines().size(), small ? 2 * down : down); i++) {
      Painting.write(g, lines.lines().get(i).replace('\n', ' '), EDGE + i / down * wide, EDGE + i % down * ROW);
    }
  }

  private void paint(GraphicsContext g, SamplePreview.Line line) {
    int count = line.values().length;
    double[] xs = new double[count];
    double[] ys = new double[count];
    for (int i = 0; i < count; i++) {
      xs[i] = EDGE + i * (canvas.getWidth() - 2 * EDGE) / Math.max(1, count - 1);
      ys[i] = canvas.getHeight() - EDGE - line.values()[i] * (canvas.getHeight() - 2 * EDGE);
    }
    g.setStroke(theme.palette().color(Token.GROUP_BASIC));
    g.setLineWidth(LINE);
    g.strokePolyline(xs, ys, count);
  }

  private void paint(GraphicsContext g, SamplePreview.Table table) {
    Scale scale = theme.palette().signed();
    double width = (canvas.getWidth() - 2 * EDGE) / table.columns();
    double height = (canvas.getHeight() - 2 * EDGE) / table.rows();
    double gap = Math.min(GAP, width / 5);
    for (int row = 0; row < table.rows(); row++) {
      for (int column = 0; column < table.columns(); column++) {
        float cell = table.cells()[row * table.columns() + column];
        g.setFill(Float.isNaN(cell) ? theme.palette().color(Token.BORDER_SOFT) : scale.color(cell));
        // rows overlap by a hair, so that no seam shows
        g.fillRect(EDGE + column * width + gap / 2, EDGE + row * height, width - gap, height + 0.5);
      }
    }
  }
}
