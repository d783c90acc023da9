package studio.backprop.ui.kit;

import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Node positions and edges of a graph on a canvas. */
public final class GraphDrawing {
  private static final double LARGEST = 11;
  private static final double SMALLEST = 2.5;
  /** Node diameters that fit across the drawing without touching. */
  private static final double CROWD = 4.6;
  private static final double EDGE = 2;

  private final GraphLayout layout;
  private final double width;
  private final double height;
  private final double radius;

  public GraphDrawing(GraphLayout layout, double width, double height) {
    this.layout = layout;
    this.width = width;
    this.height = height;
    this.radius = Math.max(SMALLEST, Math.min(LARGEST, Math.min(width, height) / CROWD / Math.sqrt(layout.nodes())));
  }

  public double radius() {
    return radius;
  }

  public double x(int node) {
    return inset() + layout.xs()[node] * Math.max(0, width - 2 * inset());
  }

  public double y(int node) {
    return inset() + layout.ys()[node] * Math.max(0, height - 2 * inset());
  }

  private double inset() {
    return radius + 2 * EDGE;
  }

  public void edges(GraphicsContext g, Color color) {
    g.setStroke(color);
    g.setLineWidth(1);
    for (int e = 0; e < layout.edges().length; e += 2) {
      int from = layout.edges()[e];
      int to = layout.edges()[e + 1];
      g.strokeLine(x(from), y(from), x(to), y(to));
    }
  }

  /** Paints a node with a rim that separates it from its edges. */
  public void node(GraphicsContext g, int node, Color fill, Color rim, double rimWidth) {
    disc(g, node, radius + rimWidth, rim);
    disc(g, node, radius, fill);
  }

  private void disc(GraphicsContext g, int node, double r, Color fill) {
    g.setFill(fill);
    g.fillOval(x(node) - r, y(node) - r, 2 * r, 2 * r);
  }

  public OptionalInt at(double px, double py) {
    return IntStream.range(0, layout.nodes()).filter(node -> Math.hypot(x(node) - px, y(node) - py) <= radius + EDGE).findFirst();
  }
}
