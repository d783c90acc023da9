package studio.backprop.ui.judge.embedding;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/** Colour legend of the points: a dot per class, as space permits, or a scale between two numbers. */
final class PointsLegend extends StackPane {
  private static final double DOT = 4.5;
  private static final double GAP = 12;
  private static final double SCALE = 110;

  private final EmbeddingModel model;
  private final Lang lang;
  private final ThemeModel theme;
  private final EmbeddingTexts words;
  private final PointsPainter painter;
  private final Painting picture = new Painting(this::paint);

  PointsLegend(EmbeddingModel model, Lang lang, ThemeModel theme, EmbeddingTexts words, PointsPainter painter) {
    this.model = model;
    this.lang = lang;
    this.theme = theme;
    this.words = words;
    this.painter = painter;
    getStyleClass().add("points-legend");
    setMinWidth(0);
    getChildren().add(picture);
  }

  void show() {
    EmbeddedPoints points = model.pointsProperty().get();
    picture.setAccessibleText(points == null ? "" : model.colourProperty().get().isClass(points) ? String.join(", ", words.classes(points))
        : lang.say("embedding.scale", words.colouredBy(points, painter.by()), words.end(painter.low(), painter),
            words.end(painter.high(), painter)));
    picture.repaint();
  }

  private void paint(GraphicsContext g, double width, double height) {
    EmbeddedPoints points = model.pointsProperty().get();
    if (points == null) {
      return;
    }
    g.setTextBaseline(VPos.CENTER);
    double x = model.colourProperty().get().isClass(points) ? classes(g, points, width, height) : scale(g, points, height);
    if (points.hasPredictions()) {
      String wrong = lang.say("embedding.misclassified");
      if (x + 2 * DOT + 6 + wide(g, wrong) <= width) {
        g.setStroke(theme.palette().color(Token.BAD));
        g.setLineWidth(2);
        g.strokeOval(x + 1, height / 2 - DOT, 2 * DOT, 2 * DOT);
        g.setFill(theme.palette().color(Token.MUT));
        Painting.write(g, wrong, x + 2 * DOT + 6, height / 2);
      }
    }
  }

  private double classes(GraphicsContext g, EmbeddedPoints points, double width, double height) {
    List<String> names = words.classes(points);
    double keep = wide(g, lang.say("embedding.misclassified")) + 4 * DOT + GAP;
    double x = 0;
    for (int c = 0; c < names.size(); c++) {
      double next = x + 2 * DOT + 5 + wide(g, names.get(c)) + GAP;
      if (next + keep > width) {
        g.setFill(theme.palette().color(Token.MUT));
        String more = lang.say("embedding.more", names.size() - c);
        Painting.write(g, more, x, height / 2);
        return x + wide(g, more) + GAP;
      }
      g.setFill(theme.palette().ofManyClasses(c));
      g.fillOval(x, height / 2 - DOT, 2 * DOT, 2 * DOT);
      g.setFill(theme.palette().color(Token.FG));
      Painting.write(g, names.get(c), x + 2 * DOT + 5, height / 2);
      x = next;
    }
    return x;
  }

  private double scale(GraphicsContext g, EmbeddedPoints points, double height) {
    String name = words.colouredBy(points, painter.by());
    String low = words.end(painter.low(), painter);
    String high = words.end(painter.high(), painter);
    g.setFill(theme.palette().color(Token.MUT));
    Painting.write(g, name, 0, height / 2);
    double start = wide(g, name) + 8;
    g.setFill(theme.palette().color(Token.FG));
    Painting.write(g, low, start, height / 2);
    double left = start + wide(g, low) + 6;
    for (int i = 0; i < SCALE; i++) {
      g.setFill(PointsPainter.ofNumber(theme.palette(), model.colourProperty().get(), i / (SCALE - 1)));
      g.fillRect(left + i, height / 2 - 5, 1, 10);
    }
    g.setFill(theme.palette().color(Token.FG));
    Painting.write(g, high, left + SCALE + 6, height / 2);
    return left + SCALE + 6 + wide(g, high) + GAP;
  }

  private static double wide(GraphicsContext g, String text) {
    Text measured = new Text(text);
    measured.setFont(g.getFont());
    return measured.getLayoutBounds().getWidth();
  }
}
