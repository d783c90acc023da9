package studio.backprop.data.draw;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.tensor.Shape;

/**
 * Image statistics of the training part for normalizing drawings: bounding box of the ink, centre of mass, line width, and values of paper
 * and ink. As for MNIST, the box is scaled, then the centre of mass is aligned. LeCun, Bottou, Bengio and Haffner 1998, section III.
 *
 * @param shape channels, height and width of a picture
 * @param box upper percentile of the bounding boxes, in px
 * @param centerX mean centre of mass, in px from the left
 * @param centerY the same from the top
 * @param line mean line width in px
 * @param paper background value of each channel
 * @param ink line value of each channel
 */
public record PictureForm(Shape shape, Box box, double centerX, double centerY, double line, float[] paper, float[] ink) {
  /** Sample size; larger datasets are sampled at equal distances. */
  private static final int MAX_PICTURES = 1000;
  /** Coverage from which a pixel belongs to the box: half of an edge pixel. */
  private static final double EDGE = 0.5;
  /** Share of the boxes dropped at either end. */
  private static final double OUTLIER_SHARE = 0.05;
  /** Limit of the non-uniform scaling where all pictures are equally high. */
  private static final double STRETCH = 2;
  /** Limit of the pen's width relative to the box, for filled areas instead of lines. */
  private static final double WIDEST = 0.25;
  /** A drawing smaller than this fraction of the pad is a dot, which is not scaled up. */
  private static final double DOT = 0.02;

  /**
   * Bounding box of the ink in px.
   *
   * @param fillsWidth whether the width is nearly constant, so that drawings are scaled to it
   * @param fillsHeight whether the height is nearly constant
   */
  public record Box(double width, double height, boolean fillsWidth, boolean fillsHeight) {}

  /** Fits the statistics to the training pictures. */
  public static PictureForm of(PreparedData data) {
    Shape shape = data.dataset().inputShape();
    int given = Math.max(1, data.trainRows() - data.dataset().keptRows()); // user-drawn ones are normalized already
    int count = Math.min(MAX_PICTURES, given);
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
    if (drawn.isEmpty()) { // no ink: defaults as for MNIST
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
    return ascending[(int) ((1 - OUTLIER_SHARE) * (ascending.length - 1))];
  }

  private static double least(double[] ascending) {
    return ascending[(int) (OUTLIER_SHARE * (ascending.length - 1))];
  }

  private static float paper(float[][] pictures, Shape shape, int channel) {
    int plane = shape.size(1) * shape.size(2);
    int[] corners = {0, shape.size(2) - 1, plane - shape.size(2), plane - 1};
    double[] values = Arrays.stream(pictures).flatMapToDouble(p -> Arrays.stream(corners).mapToDouble(at -> p[channel * plane + at]))
        .sorted().toArray();
    return (float) values[values.length / 2];
  }

  /** Mean of the extreme values opposite to the paper. */
  private static float ink(float[][] pictures, Shape shape, int channel, boolean dark) {
    int plane = shape.size(1) * shape.size(2);
    return (float) Arrays.stream(pictures).mapToDouble(p -> {
      var values = IntStream.range(channel * plane, (channel + 1) * plane).mapToDouble(at -> p[at]);
      return (dark ? values.min() : values.max()).orElseThrow();
    }).average().orElseThrow();
  }

  /** Ink of each pixel, from 0 to 1. */
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

  /** The drawing as an image in the format of the training part, in original units; an edited example is returned unchanged. */
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
    return inked(covered);
  }

  private float[] inked(float[] covered) {
    float[] picture = new float[paper.length * covered.length];
    for (int i = 0; i < picture.length; i++) {
      int channel = i / covered.length;
      picture[i] = paper[channel] + covered[i % covered.length] * (ink[channel] - paper[channel]);
    }
    return picture;
  }

  /**
   * Normalizes the ink of an image of another size.
   *
   * @param drawn ink of each pixel, from 0 to 1, row-major
   */
  float[] picture(float[] drawn, int columns, int rows) {
    Measured seen = Measured.of(drawn, rows, columns);
    if (!seen.seen()) {
      return inked(new float[shape.size(1) * shape.size(2)]);
    }
    double alongX = box.width / seen.width;
    double alongY = box.height / seen.height;
    double fit = Math.min(alongX, alongY);
    double scaleX = box.fillsWidth ? Math.min(alongX, STRETCH * fit) : fit;
    double scaleY = box.fillsHeight ? Math.min(alongY, STRETCH * fit) : fit;
    Placed placed = new Placed(scaleX, scaleY, (shape.size(2) - seen.width * scaleX) / 2 - seen.left * scaleX,
        (shape.size(1) - seen.height * scaleY) / 2 - seen.top * scaleY, seen.width * scaleX, seen.height * scaleY);
    Placed centred = centred(placed, Measured.of(resampled(drawn, columns, rows, placed), shape.size(1), shape.size(2)));
    return inked(resampled(drawn, columns, rows, centred));
  }

  private float[] resampled(float[] drawn, int columns, int rows, Placed placed) {
    return new Resampling(drawn, columns, rows).into(shape.size(1), shape.size(2), 1 / placed.scaleX, 1 / placed.scaleY,
        -placed.left / placed.scaleX, -placed.top / placed.scaleY);
  }

  /**
   * Affine map from the pad to px: x · scaleX + left, y · scaleY + top.
   *
   * @param inkWidth width of the drawing's ink in px
   * @param inkHeight its height
   */
  private record Placed(double scaleX, double scaleY, double left, double top, double inkWidth, double inkHeight) {}

  /** Fits the drawing into the box of the training pictures, centred in the image. */
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

  /** Aligns the centre of mass with the training pictures', as far as the ink stays within the image. */
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
   * Moments of one picture's ink.
   *
   * @param area in pixels
   * @param edges total edge length: a line of width w has an area of w per 2 of edges
   * @param x centre of mass
   * @param y the same from the top
   * @param left of its box
   * @param top of its box
   * @param width of its box
   * @param height of its box
   */
  private record Measured(double area, double edges, double x, double y, double left, double top, double width, double height) {
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
          box[0], box[1], Math.max(0, box[2] - box[0]), Math.max(0, box[3] - box[1]));
    }

    boolean seen() {
      return width > 0;
    }
  }
}
