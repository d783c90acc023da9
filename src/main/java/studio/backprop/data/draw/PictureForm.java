package studio.backprop.data.draw;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.tensor.Shape;

/**
 * What pictures have in common that a network learns from, measured on its training part: the box of the ink, where its centre of mass
 * lies, how wide lines are, and which values paper and ink have. A drawing is brought into the same form, as MNIST was made: the box is
 * scaled, then the centre of mass is put in its place. LeCun, Bottou, Bengio and Haffner 1998, section III.
 *
 * @param shape channels, height and width of a picture
 * @param box the ink's box: as wide and as high in px as in all pictures but a few of the widest and of the highest
 * @param centerX where the centre of mass lies, in px from the left, on average
 * @param centerY the same from the top
 * @param line the width of lines in px, on average
 * @param paper the value of each channel where nothing is drawn
 * @param ink the value of each channel where a line is drawn
 */
public record PictureForm(Shape shape, Box box, double centerX, double centerY, double line, float[] paper, float[] ink) {
  /** Pictures that are measured; of more, so many at equal distances. */
  private static final int MOST = 1000;
  /** Ink of at least so much belongs to the box: the edge of a line, half a pixel of which is covered. */
  private static final double EDGE = 0.5;
  /** Of the boxes the widest and the highest are left out, and as many of the smallest. */
  private static final double FEW = 0.05;
  /** Where all pictures are equally high, a drawing is stretched to that, but never by more than this. */
  private static final double STRETCH = 2;
  /** Where pictures are filled areas and not lines, a pen is no wider than this share of the box. */
  private static final double WIDEST = 0.25;
  /** A drawing smaller than this part of the pad is a dot: it is not blown up. */
  private static final double DOT = 0.02;

  /**
   * How much room the ink takes in px.
   *
   * @param fillsWidth whether it is as wide in nearly every picture, so that a drawing is made so wide as well
   * @param fillsHeight whether it is as high in nearly every picture
   */
  public record Box(double width, double height, boolean fillsWidth, boolean fillsHeight) {}

  /** Measures the training pictures. */
  public static PictureForm of(PreparedData data) {
    Shape shape = data.dataset().inputShape();
    int given = Math.max(1, data.trainRows() - data.dataset().keptRows()); // drawn ones have this form already
    int count = Math.min(MOST, given);
    float[][] pictures = new float[count][data.dataset().width()];
    for (int i = 0; i < count; i++) {
      data.copyRawInput(Part.TRAIN, (int) ((long) i * given / count), pictures[i]);
    }
    float[] paper = new float[shape.size(0)];
    float[] ink = new float[shape.size(0)];
    for (int channel = 0; channel < paper.length; channel++) {
      paper[channel] = paper(pictures, shape, channel);
      ink[channel] = ink(pictures, shape, channel, paper[channel] > data.dataset().about().largestPixel() / 2f);
    }
    List<Measured> drawn = Arrays.stream(pictures)
        .map(picture -> Measured.of(covered(picture, shape, paper, ink), shape.size(1), shape.size(2))).filter(Measured::seen).toList();
    if (drawn.isEmpty()) { // nothing but paper: a form like that of MNIST
      double shorter = Math.min(shape.size(1), shape.size(2));
      Box box = new Box(shorter * 5 / 7, shorter * 5 / 7, false, false);
      return new PictureForm(shape, box, shape.size(2) / 2.0, shape.size(1) / 2.0, shorter / 10, paper, ink);
    }
    double[] widths = drawn.stream().mapToDouble(Measured::width).sorted().toArray();
    double[] heights = drawn.stream().mapToDouble(Measured::height).sorted().toArray();
    Box box = new Box(most(widths), most(heights), most(widths) == least(widths), most(heights) == least(heights));
    double line = 2 * drawn.stream().mapToDouble(Measured::area).sum() / drawn.stream().mapToDouble(Measured::edges).sum();
    return new PictureForm(
        shape, box, drawn.stream().mapToDouble(Measured::x).average().orElseThrow(),
        drawn.stream().mapToDouble(Measured::y).average().orElseThrow(), Math.min(WIDEST * Math.max(box.width, box.height), line), paper,
        ink);
  }

  private static double most(double[] ascending) {
    return ascending[(int) ((1 - FEW) * (ascending.length - 1))];
  }

  private static double least(double[] ascending) {
    return ascending[(int) (FEW * (ascending.length - 1))];
  }

  /** The median of the corners. */
  private static float paper(float[][] pictures, Shape shape, int channel) {
    int plane = shape.size(1) * shape.size(2);
    int[] corners = {0, shape.size(2) - 1, plane - shape.size(2), plane - 1};
    double[] values = Arrays.stream(pictures).flatMapToDouble(p -> Arrays.stream(corners).mapToDouble(at -> p[channel * plane + at]))
        .sorted().toArray();
    return (float) values[values.length / 2];
  }

  /** What is farthest from the paper in a picture, on average. */
  private static float ink(float[][] pictures, Shape shape, int channel, boolean dark) {
    int plane = shape.size(1) * shape.size(2);
    return (float) Arrays.stream(pictures).mapToDouble(p -> {
      var values = IntStream.range(channel * plane, (channel + 1) * plane).mapToDouble(at -> p[at]);
      return (dark ? values.min() : values.max()).orElseThrow();
    }).average().orElseThrow();
  }

  /** How much ink lies on each pixel, from 0 to 1. */
  private static float[] covered(float[] picture, Shape shape, float[] paper, float[] ink) {
    int plane = shape.size(1) * shape.size(2);
    float[] covered = new float[plane];
    for (int channel = 0; channel < paper.length; channel++) {
      float reach = ink[channel] - paper[channel];
      for (int at = 0; at < plane && reach != 0; at++) {
        covered[at] += Math.max(0, Math.min(1, (picture[channel * plane + at] - paper[channel]) / reach)) / paper.length;
      }
    }
    return covered;
  }

  /**
   * The drawing as a picture like those of the training part, in the units in which they were measured; paper where nothing is drawn. An
   * example whose pixels are changed is one already.
   */
  public float[] picture(Drawing drawing) {
    if (drawing.pixels().isPresent()) {
      return drawing.pixels().get().picture();
    }
    int height = shape.size(1);
    int width = shape.size(2);
    float[] covered = new float[height * width];
    if (!drawing.isEmpty()) {
      Placed placed = placed(drawing);
      InkRaster raster = new InkRaster(height, width);
      draw(drawing, placed, raster);
      covered = raster.covered();
      Placed centred = centred(placed, Measured.of(covered, height, width));
      raster.clear();
      draw(drawing, centred, raster);
      covered = raster.covered();
    }
    float[] picture = new float[paper.length * covered.length];
    for (int i = 0; i < picture.length; i++) {
      int channel = i / covered.length;
      picture[i] = paper[channel] + covered[i % covered.length] * (ink[channel] - paper[channel]);
    }
    return picture;
  }

  /**
   * Where a place of the pad comes to lie: x · scaleX + left, y · scaleY + top.
   *
   * @param inkWidth the width of the drawing's ink in px
   * @param inkHeight its height
   */
  private record Placed(double scaleX, double scaleY, double left, double top, double inkWidth, double inkHeight) {}

  /** The drawing fits into the box of the training pictures, and lies in the middle of the picture. */
  private Placed placed(Drawing drawing) {
    List<StrokePoint> points = drawing.strokes().stream().flatMap(stroke -> stroke.points().stream()).toList();
    double[] x = points.stream().mapToDouble(StrokePoint::x).sorted().toArray();
    double[] y = points.stream().mapToDouble(StrokePoint::y).sorted().toArray();
    double widest = points.stream().mapToDouble(StrokePoint::width).max().orElseThrow();
    double pen = Math.min(line * widest, Math.min(box.width, box.height));
    double wide = x[x.length - 1] - x[0];
    double high = y[y.length - 1] - y[0];
    double side = Math.min(shape.size(1), shape.size(2));
    boolean dot = Math.max(wide, high) < DOT;
    double alongX = dot ? side : (box.width - pen) / wide;
    double alongY = dot ? side : (box.height - pen) / high;
    double fit = Math.min(alongX, alongY);
    double scaleX = box.fillsWidth ? Math.min(alongX, STRETCH * fit) : fit;
    double scaleY = box.fillsHeight ? Math.min(alongY, STRETCH * fit) : fit;
    return new Placed(scaleX, scaleY, (shape.size(2) - (x[0] + x[x.length - 1]) * scaleX) / 2,
        (shape.size(1) - (y[0] + y[y.length - 1]) * scaleY) / 2, wide * scaleX + pen, high * scaleY + pen);
  }

  /** The centre of mass comes to lie where it lies in the training pictures, as far as the ink stays within the picture. */
  private Placed centred(Placed placed, Measured measured) {
    double roomX = Math.max(0, (shape.size(2) - placed.inkWidth) / 2);
    double roomY = Math.max(0, (shape.size(1) - placed.inkHeight) / 2);
    double byX = Math.max(-roomX, Math.min(roomX, centerX - measured.x));
    double byY = Math.max(-roomY, Math.min(roomY, centerY - measured.y));
    return new Placed(placed.scaleX, placed.scaleY, placed.left + byX, placed.top + byY, placed.inkWidth, placed.inkHeight);
  }

  private void draw(Drawing drawing, Placed placed, InkRaster raster) {
    for (Stroke stroke : drawing.strokes()) {
      for (int i = 0; i < stroke.points().size(); i++) {
        StrokePoint from = stroke.points().get(Math.max(0, i - 1));
        StrokePoint to = stroke.points().get(i);
        raster.line(from.x() * placed.scaleX + placed.left, from.y() * placed.scaleY + placed.top, from.width() * line / 2,
            to.x() * placed.scaleX + placed.left, to.y() * placed.scaleY + placed.top, to.width() * line / 2);
      }
    }
  }

  /**
   * The ink of one picture.
   *
   * @param area how much there is, in pixels
   * @param edges how long its edges are: a line of width w has an area of w for each 2 of edges
   * @param x where its centre of mass lies
   * @param y the same from the top
   * @param width of its box
   * @param height of its box
   */
  private record Measured(double area, double edges, double x, double y, double width, double height) {
    static Measured of(float[] covered, int rows, int columns) {
      double area = 0;
      double edges = 0;
      double x = 0;
      double y = 0;
      int[] box = {columns, rows, 0, 0};
      for (int at = 0; at < covered.length; at++) {
        int column = at % columns;
        int row = at / columns;
        double here = covered[at];
        double right = column + 1 < columns ? covered[at + 1] : 0;
        double below = row + 1 < rows ? covered[at + columns] : 0;
        area += here;
        edges += Math.hypot(right - here, below - here);
        x += here * (column + 0.5);
        y += here * (row + 0.5);
        if (here >= EDGE) {
          box[0] = Math.min(box[0], column);
          box[1] = Math.min(box[1], row);
          box[2] = Math.max(box[2], column + 1);
          box[3] = Math.max(box[3], row + 1);
        }
      }
      return new Measured(area, edges, area == 0 ? columns / 2.0 : x / area, area == 0 ? rows / 2.0 : y / area,
          Math.max(0, box[2] - box[0]), Math.max(0, box[3] - box[1]));
    }

    /** Whether there is ink. */
    boolean seen() {
      return width > 0;
    }
  }
}
