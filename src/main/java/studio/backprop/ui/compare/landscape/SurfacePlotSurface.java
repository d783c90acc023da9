package studio.backprop.ui.compare.landscape;

import java.util.Arrays;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import studio.backprop.landscape.surface.SurfacePoint;
import studio.backprop.ui.kit.Raster;
import studio.backprop.ui.kit.Scale;

/** Rasterized surface of a surface plot: coloured triangles with a z-buffer. */
final class SurfacePlotSurface {
  /** Maximum grid points per side. */
  private static final int GRID_SIDE = 121;
  /** Depth bias of lines on the surface. */
  private static final double NEARER = 0.03;
  private static final int CORNERS = 3;

  private Raster raster = new Raster(1, 1);
  /** Pixel scale: above 1 where the picture is enlarged. */
  private double sharp = 1;
  private float[] depths = {};
  private float[] us = {};
  private float[] vs = {};
  private final double[] x = new double[CORNERS];
  private final double[] y = new double[CORNERS];
  private final double[][] of = new double[4][CORNERS];

  /** Paints it and fills the z-buffer. */
  void paint(GraphicsContext g, SurfacePlotPlacement place, Scale scale, double width, double height) {
    sharp = Math.max(1, g.getTransform().getMxx());
    int wide = (int) Math.max(1, Math.ceil(width * sharp));
    int high = (int) Math.max(1, Math.ceil(height * sharp));
    if (raster.width() != wide || raster.height() != high) {
      raster = new Raster(wide, high);
      depths = new float[wide * high];
      us = new float[wide * high];
      vs = new float[wide * high];
    }
    for (int py = 0; py < high; py++) {
      for (int px = 0; px < wide; px++) {
        raster.set(px, py, 0);
      }
    }
    Arrays.fill(depths, Float.POSITIVE_INFINITY);
    int columns = Math.min(GRID_SIDE, place.map().columns());
    int rows = Math.min(GRID_SIDE, place.map().rows());
    SurfacePlotPlacement.Seen[] above = row(place, 0, rows, columns);
    for (int row = 1; row < rows; row++) {
      SurfacePlotPlacement.Seen[] below = row(place, row, rows, columns);
      for (int column = 0; column + 1 < columns; column++) {
        corner(0, above[column], place, column, row - 1, columns, rows);
        corner(1, above[column + 1], place, column + 1, row - 1, columns, rows);
        corner(2, below[column], place, column, row, columns, rows);
        triangle(scale);
        corner(0, below[column + 1], place, column + 1, row, columns, rows);
        triangle(scale);
      }
      above = below;
    }
    raster.update();
    raster.paint(g, 0, 0, wide, high, 0, 0, wide / sharp, high / sharp);
  }

  private static SurfacePlotPlacement.Seen[] row(SurfacePlotPlacement place, int row, int rows, int columns) {
    SurfacePlotPlacement.Seen[] all = new SurfacePlotPlacement.Seen[columns];
    double v = 1 - 2.0 * row / (rows - 1);
    for (int column = 0; column < columns; column++) {
      double u = 2.0 * column / (columns - 1) - 1;
      all[column] = place.at(u, v, place.share(u, v));
    }
    return all;
  }

  private void corner(int which, SurfacePlotPlacement.Seen seen, SurfacePlotPlacement place, int column, int row, int columns, int rows) {
    x[which] = seen.x() * sharp;
    y[which] = seen.y() * sharp;
    of[0][which] = seen.depth();
    of[1][which] = 2.0 * column / (columns - 1) - 1;
    of[2][which] = 1 - 2.0 * row / (rows - 1);
    of[3][which] = place.share(of[1][which], of[2][which]);
  }

  /** Rasterizes the triangle of the three corners with depth test. */
  private void triangle(Scale scale) {
    double area = (x[1] - x[0]) * (y[2] - y[0]) - (y[1] - y[0]) * (x[2] - x[0]);
    if (Math.abs(area) < 1e-9) {
      return; // seen from its edge
    }
    int left = (int) Math.max(0, Math.floor(Math.min(x[0], Math.min(x[1], x[2]))));
    int right = (int) Math.min(raster.width() - 1.0, Math.ceil(Math.max(x[0], Math.max(x[1], x[2]))));
    int top = (int) Math.max(0, Math.floor(Math.min(y[0], Math.min(y[1], y[2]))));
    int bottom = (int) Math.min(raster.height() - 1.0, Math.ceil(Math.max(y[0], Math.max(y[1], y[2]))));
    for (int py = top; py <= bottom; py++) {
      for (int px = left; px <= right; px++) {
        double atX = px + 0.5;
        double atY = py + 0.5;
        double a = ((x[1] - atX) * (y[2] - atY) - (y[1] - atY) * (x[2] - atX)) / area;
        double b = ((x[2] - atX) * (y[0] - atY) - (y[2] - atY) * (x[0] - atX)) / area;
        double c = 1 - a - b;
        if (a >= -1e-9 && b >= -1e-9 && c >= -1e-9) {
          float depth = (float) mixed(0, a, b, c);
          int at = py * raster.width() + px;
          if (depth < depths[at]) {
            depths[at] = depth;
            us[at] = (float) mixed(1, a, b, c);
            vs[at] = (float) mixed(2, a, b, c);
            raster.set(px, py, scale.argb(mixed(3, a, b, c)));
          }
        }
      }
    }
  }

  private double mixed(int what, double a, double b, double c) {
    return a * of[what][0] + b * of[what][1] + c * of[what][2];
  }

  /** Whether a point is occluded by the surface. */
  boolean hides(SurfacePlotPlacement.Seen seen) {
    int px = (int) Math.floor(seen.x() * sharp);
    int py = (int) Math.floor(seen.y() * sharp);
    return px >= 0 && py >= 0 && px < raster.width() && py < raster.height() && seen.depth() > depths[py * raster.width() + px] + NEARER;
  }

  /** The point of the map at a pixel (picking); empty beside the surface. */
  Optional<SurfacePoint> at(SurfacePlotPlacement place, double px, double py) {
    int column = (int) Math.floor(px * sharp);
    int row = (int) Math.floor(py * sharp);
    boolean within = column >= 0 && row >= 0 && column < raster.width() && row < raster.height();
    int at = within ? row * raster.width() + column : 0;
    return within && Float.isFinite(depths[at]) ? Optional.of(new SurfacePoint(place.x(us[at]), place.y(vs[at]))) : Optional.empty();
  }
}
