package studio.backprop.ui.kit.formula;

import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import javafx.scene.canvas.Canvas;
import org.jfree.fx.FXGraphics2D;

/** Graphics context that records outlines instead of drawing. */
final class OutlinePen extends FXGraphics2D {
  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
  private static final double HUNDREDTHS = 100;
  private static final String COMMANDS = "MLQCZ";
  private static final int[] NUMBERS = {2, 2, 4, 6, 0};

  private final Path2D drawn = new Path2D.Double(Path2D.WIND_NON_ZERO);

  OutlinePen() {
    super(new Canvas(1, 1).getGraphicsContext2D());
  }

  @Override
  public void drawString(String signs, float x, float y) {
    fill(getFont().createGlyphVector(EXACT, signs).getOutline(x, y));
  }

  @Override
  public void fill(Shape shape) {
    drawn.append(getTransform().createTransformedShape(shape), false);
  }

  @Override
  public void draw(Shape line) {
    fill(getStroke().createStrokedShape(line));
  }

  Rectangle2D bounds() {
    return drawn.getBounds2D();
  }

  /** Everything recorded, as SVG path data from the left edge. */
  String path() {
    StringBuilder path = new StringBuilder();
    double[] numbers = new double[6];
    for (PathIterator part =
        drawn.getPathIterator(AffineTransform.getTranslateInstance(-bounds().getX(), 0)); !part.isDone(); part.next()) {
      int command = part.currentSegment(numbers);
      path.append(COMMANDS.charAt(command));
      for (int i = 0; i < NUMBERS[command]; i++) {
        path.append(i == 0 ? "" : " ").append(Math.rint(numbers[i] * HUNDREDTHS) / HUNDREDTHS);
      }
    }
    return path.toString();
  }
}
