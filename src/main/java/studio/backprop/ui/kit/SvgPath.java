package studio.backprop.ui.kit;

import javafx.scene.layout.CornerRadii;
import javafx.scene.shape.Circle;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;

/** Outlines of shapes as SVG path data. */
final class SvgPath {
  /** Control point offset of a cubic Bézier approximation of a quarter circle. */
  private static final double QUARTER = 0.5523;

  private SvgPath() {}

  /** Empty for types of shapes that this program does not use. */
  static String of(Shape shape) {
    if (shape instanceof CubicCurve c) {
      return join("M", c.getStartX(), c.getStartY()) + join("C", c.getControlX1(), c.getControlY1(), c.getControlX2(), c.getControlY2(),
          c.getEndX(), c.getEndY());
    }
    if (shape instanceof Line line) {
      return join("M", line.getStartX(), line.getStartY()) + join("L", line.getEndX(), line.getEndY());
    }
    if (shape instanceof Rectangle r) {
      double radius = Math.min(r.getArcWidth(), r.getArcHeight()) / 2;
      return rounded(r.getX(), r.getY(), r.getX() + r.getWidth(), r.getY() + r.getHeight(), new CornerRadii(radius));
    }
    if (shape instanceof Circle c) {
      return rounded(c.getCenterX() - c.getRadius(), c.getCenterY() - c.getRadius(), c.getCenterX() + c.getRadius(),
          c.getCenterY() + c.getRadius(), new CornerRadii(c.getRadius()));
    }
    if (shape instanceof Polyline line) {
      StringBuilder course = new StringBuilder();
      for (int i = 0; i + 1 < line.getPoints().size(); i += 2) {
        course.append(join(i == 0 ? "M" : "L", line.getPoints().get(i), line.getPoints().get(i + 1)));
      }
      return course.toString();
    }
    return shape instanceof Path path ? of(path) : shape instanceof Text letters ? outline(letters) : "";
  }

  private static String of(Path path) {
    StringBuilder course = new StringBuilder();
    for (PathElement element : path.getElements()) {
      if (element instanceof MoveTo to) {
        course.append(join("M", to.getX(), to.getY()));
      } else if (element instanceof LineTo to) {
        course.append(join("L", to.getX(), to.getY()));
      } else if (element instanceof QuadCurveTo to) {
        course.append(join("Q", to.getControlX(), to.getControlY(), to.getX(), to.getY()));
      } else if (element instanceof CubicCurveTo to) {
        course.append(join("C", to.getControlX1(), to.getControlY1(), to.getControlX2(), to.getControlY2(), to.getX(), to.getY()));
      } else if (element instanceof ClosePath) {
        course.append("Z");
      }
    }
    return course.toString();
  }

  /** Glyph outlines, for fonts bundled with this program. */
  private static String outline(Text letters) {
    Text copy = new Text(letters.getX(), letters.getY(), letters.getText());
    copy.setFont(letters.getFont());
    copy.setTextOrigin(letters.getTextOrigin());
    return of((Path) Shape.union(copy, new Rectangle()));
  }

  /** Rectangle with individual corner radii, clamped to the box. */
  static String rounded(double left, double top, double right, double bottom, CornerRadii radii) {
    double most = Math.max(0, Math.min(right - left, bottom - top) / 2);
    double a = Math.min(most, radii.getTopLeftHorizontalRadius());
    double b = Math.min(most, radii.getTopRightHorizontalRadius());
    double c = Math.min(most, radii.getBottomRightHorizontalRadius());
    double d = Math.min(most, radii.getBottomLeftHorizontalRadius());
    return join("M", left + a, top)
        + join("L", right - b, top) + corner(right - b, top, right, top + b, true)
        + join("L", right, bottom - c) + corner(right, bottom - c, right - c, bottom, false)
        + join("L", left + d, bottom) + corner(left + d, bottom, left, bottom - d, true)
        + join("L", left, top + a) + corner(left, top + a, left + a, top, false) + "Z";
  }

  /** Quarter circle between two points; {@code across} if it starts horizontally. */
  private static String corner(double x1, double y1, double x2, double y2, boolean across) {
    if (x1 == x2) {
      return "";
    }
    double dx = QUARTER * (x2 - x1);
    double dy = QUARTER * (y2 - y1);
    return across ? join("C", x1 + dx, y1, x2, y2 - dy, x2, y2) : join("C", x1, y1 + dy, x2 - dx, y2, x2, y2);
  }

  private static String join(String command, double... numbers) {
    StringBuilder joined = new StringBuilder(command);
    for (int i = 0; i < numbers.length; i++) {
      joined.append(i == 0 ? "" : " ").append(SvgPicture.number(numbers[i]));
    }
    return joined.toString();
  }
}
