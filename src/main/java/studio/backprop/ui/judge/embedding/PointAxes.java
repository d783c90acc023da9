package studio.backprop.ui.judge.embedding;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;

/** Axes of a layout: principal components of a 2-D PCA, the orientation of a 3-D one. Axes of t-SNE have no meaning. */
final class PointAxes {
  private static final double EDGE = 14;
  /** Half the size of the axis cross, and the distance of its centre from the corner, in px. */
  private static final double ARM = 24;
  private static final double CORNER = 44;
  private static final double BEYOND = 9;

  private final Lang lang;

  PointAxes(Lang lang) {
    this.lang = lang;
  }

  void paint(GraphicsContext g, Palette palette, EmbeddedPoints points, PointsCamera camera, double width, double height) {
    g.setTextBaseline(VPos.CENTER);
    if (camera.isSolid()) {
      cross(g, palette, camera, height);
    } else if (points.choice().method() == EmbeddingChoice.Method.PCA && points.pca().shares().length > 1) {
      components(g, palette, points, camera, width, height);
    }
  }

  /** Named lines through the mean; components aligned with an earlier layout are not parallel to the edges. */
  private void components(GraphicsContext g, Palette palette, EmbeddedPoints points, PointsCamera camera, double width, double height) {
    PointsCamera.Place mean = camera.place(new double[2], width, height);
    g.setStroke(palette.color(Token.BORDER));
    g.setLineWidth(1);
    if (!points.goesOn()) {
      double x = Math.floor(mean.x()) + 0.5;
      double y = Math.floor(mean.y()) + 0.5;
      g.strokeLine(x, 0, x, height);
      g.strokeLine(0, y, width, y);
    }
    double[] shares = points.pca().shares();
    g.setFill(palette.color(Token.MUT));
    g.setTextAlign(TextAlignment.RIGHT);
    if (points.goesOn()) {
      Painting.write(g, lang.say("embedding.axes.turned", lang.numbers().percent(shares[0] + shares[1], 1)), width - EDGE, height - EDGE);
      return;
    }
    Painting.write(g, lang.say("embedding.axis", 1, lang.numbers().percent(shares[0], 1)), width - EDGE, height - EDGE);
    g.save();
    g.translate(EDGE, EDGE);
    g.rotate(-90);
    Painting.write(g, lang.say("embedding.axis", 2, lang.numbers().percent(shares[1], 1)), 0, 0);
    g.restore();
  }

  private void cross(GraphicsContext g, Palette palette, PointsCamera camera, double height) {
    double x = CORNER;
    double y = height - CORNER;
    g.setLineWidth(1.5);
    g.setTextAlign(TextAlignment.CENTER);
    for (int d = 0; d < 3; d++) {
      PointsCamera.Place to = camera.axis(d);
      g.setStroke(palette.color(Token.MUT));
      g.setFill(palette.color(Token.MUT));
      g.strokeLine(x, y, x + ARM * to.x(), y - ARM * to.y());
      double length = Math.hypot(to.x(), to.y());
      if (length * ARM > BEYOND) { // an axis that points at the reader has no room for its name
        Painting.write(g, lang.numbers().whole(d + 1), x + (ARM + BEYOND / length) * to.x(), y - (ARM + BEYOND / length) * to.y());
      }
    }
    g.setTextAlign(TextAlignment.LEFT);
    Painting.write(g, lang.say("embedding.turn"), x + ARM + 2 * BEYOND, height - EDGE);
  }
}
