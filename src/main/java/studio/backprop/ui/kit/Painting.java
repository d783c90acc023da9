package studio.backprop.ui.kit;

import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.FontSmoothingType;

/** A place that is painted by code and follows its size. */
public final class Painting extends Region {
  private static final double FONT_SIZE = 12;

  /** Paints everything anew. */
  @FunctionalInterface
  public interface Painter {
    void paint(GraphicsContext g, double width, double height);
  }

  private final Canvas canvas = new Canvas();
  private final Painter painter;

  public Painting(Painter painter) {
    this.painter = painter;
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    getChildren().add(canvas);
  }

  @Override
  protected void layoutChildren() {
    double width = snapSizeX(getWidth());
    double height = snapSizeY(getHeight());
    if (canvas.getWidth() != width || canvas.getHeight() != height) {
      canvas.setWidth(width);
      canvas.setHeight(height);
      repaint();
    }
  }

  public void repaint() {
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    g.setFontSmoothingType(FontSmoothingType.GRAY);
    g.setFont(Font.font(Fonts.FAMILY, FONT_SIZE));
    g.setImageSmoothing(false);
    if (canvas.getWidth() > 0 && canvas.getHeight() > 0) {
      painter.paint(g, canvas.getWidth(), canvas.getHeight());
    }
  }
}
