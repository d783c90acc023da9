package studio.backprop.ui.compare.landscape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import studio.backprop.ui.compare.comparison.VariantColour;
import studio.backprop.ui.compare.comparison.VariantTexts;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Ticks;
import studio.backprop.ui.kit.Token;

/** Loss of each variant by step, on a logarithmic axis. A press or drag moves the playhead. */
final class LossCurves extends StackPane {
  private static final double LEFT = 48;
  private static final double RIGHT = 18;
  private static final double TOP = 8;
  private static final double BOTTOM = 22;
  /** Losses below this share of the maximum are drawn at the lower edge. */
  private static final double DEPTH = 1e-8;
  private static final double NAME = 12;
  private static final double APART = 30;
  private static final double APART_LEVEL = 60;

  private final LandscapeModel model;
  private final Lang lang;
  private final ThemeModel theme;
  private final Painting painting = new Painting(this::paint);
  private double low;
  private double high;

  LossCurves(LandscapeModel model, Lang lang, ThemeModel theme) {
    this.model = model;
    this.lang = lang;
    this.theme = theme;
    getStyleClass().add("landscape-curves");
    setMinSize(0, 0);
    getChildren().add(painting);
    setOnMousePressed(this::lead);
    setOnMouseDragged(this::lead);
    model.frameProperty().subscribe(() -> painting.repaint());
    theme.paletteProperty().subscribe(palette -> painting.repaint());
    lang.textsProperty().subscribe(texts -> {
      setAccessibleText(lang.say("landscape.curves"));
      painting.repaint();
    });
  }

  private void lead(MouseEvent event) {
    if (!model.trails().isEmpty() && getWidth() > LEFT + RIGHT) {
      model.pause();
      model.look(Math.round((event.getX() - LEFT) / (getWidth() - LEFT - RIGHT) * model.lastStep()));
    }
  }

  private void measure() {
    if (model.trails().isEmpty()) {
      low = 0.01;
      high = 1;
      return;
    }
    high = Double.MIN_NORMAL;
    low = Double.POSITIVE_INFINITY;
    double first = model.trails().stream().mapToDouble(trail -> trail.losses()[0]).filter(Double::isFinite).max().orElse(1);
    for (DrawnTrail trail : model.trails()) {
      for (double loss : trail.losses()) {
        if (Double.isFinite(loss)) {
          high = Math.max(high, Math.min(loss, 10 * first));
          low = Math.min(low, loss);
        }
      }
    }
    if (low > high) { // nothing is known yet
      low = 0.01;
      high = 1;
    }
    low = Math.max(low, high * DEPTH);
    if (!(low < high)) {
      low = high / 10;
    }
  }

  private double x(double step, double width) {
    return LEFT + (width - LEFT - RIGHT) * step / Math.max(1, model.lastStep());
  }

  private double y(double loss, double height) {
    double share = Math.log(Math.max(loss, low) / low) / Math.log(high / low);
    return height - BOTTOM - (height - TOP - BOTTOM) * Math.min(1, share);
  }

  private void paint(GraphicsContext g, double width, double height) {
    if (width < LEFT + RIGHT + 40 || height < TOP + BOTTOM + 30) {
      return;
    }
    Palette palette = theme.palette();
    measure();
    axes(g, width, height, palette);
    if (model.lastStep() == 0) {
      nothing(g, width, height, palette);
      return;
    }
    for (int variant = 0; variant < model.trails().size(); variant++) {
      curve(g, model.trails().get(variant), VariantColour.of(palette, variant), width, height);
    }
    double now = Math.floor(x(model.step(), width)) + 0.5;
    g.setStroke(palette.color(Token.FG));
    g.setLineWidth(1.5);
    g.strokeLine(now, TOP, now, height - BOTTOM);
    names(g, palette, width, height);
  }

  private void nothing(GraphicsContext g, double width, double height, Palette palette) {
    String said = lang.say("landscape.curves.empty");
    double x = (LEFT + width - RIGHT) / 2;
    double y = (TOP + height - BOTTOM) / 2;
    g.setTextAlign(TextAlignment.CENTER);
    g.setStroke(palette.color(Token.BG));
    g.setLineWidth(4);
    g.strokeText(said, x, y);
    g.setFill(palette.color(Token.MUT));
    Painting.write(g, said, x, y);
  }

  private void axes(GraphicsContext g, double width, double height, Palette palette) {
    g.setLineWidth(1);
    g.setLineDashes();
    g.setStroke(palette.color(Token.BORDER_SOFT));
    g.setFill(palette.color(Token.SUBT));
    g.setTextBaseline(VPos.CENTER);
    g.setTextAlign(TextAlignment.RIGHT);
    for (double mark : Ticks.log(low, high, Math.max(2, (int) ((height - TOP - BOTTOM) / APART)))) {
      double y = Math.floor(y(mark, height)) + 0.5;
      g.strokeLine(LEFT, y, width - RIGHT, y);
      Painting.write(g, lang.numbers().significant(mark, 2), LEFT - 6, y, LEFT - 8);
    }
    g.setTextAlign(TextAlignment.CENTER);
    for (double mark : Ticks.whole(0, Math.max(1, model.lastStep()), Math.max(2, (int) ((width - LEFT - RIGHT) / APART_LEVEL)))) {
      Painting.write(g, lang.numbers().whole((long) mark), x(mark, width), height - BOTTOM + 12);
    }
    g.setStroke(palette.color(Token.BORDER));
    g.strokeLine(LEFT, height - BOTTOM + 0.5, width - RIGHT, height - BOTTOM + 0.5);
  }

  private void curve(GraphicsContext g, DrawnTrail trail, Color colour, double width, double height) {
    double[] xs = new double[trail.size()];
    double[] ys = new double[trail.size()];
    int known = 0;
    for (int i = 0; i < xs.length; i++) {
      if (Double.isFinite(trail.losses()[i])) {
        xs[known] = x(trail.steps()[i], width);
        ys[known++] = y(trail.losses()[i], height);
      }
    }
    g.setStroke(colour);
    g.setLineWidth(1.5);
    g.strokePolyline(xs, ys, known);
  }

  private record End(int variant, double x, double y) {}

  private void names(GraphicsContext g, Palette palette, double width, double height) {
    List<End> ends = new ArrayList<>();
    for (int variant = 0; variant < model.trails().size(); variant++) {
      DrawnTrail trail = model.trails().get(variant);
      if (!Double.isFinite(trail.losses()[trail.size() - 1])) {
        continue;
      }
      ends.add(new End(variant, x(trail.lastStep(), width), y(trail.losses()[trail.size() - 1], height)));
    }
    ends.sort(Comparator.comparingDouble(end -> -end.y()));
    g.setTextAlign(TextAlignment.LEFT);
    double free = height - BOTTOM;
    for (End end : ends) {
      double y = Math.min(free, end.y());
      g.setFill(VariantColour.of(palette, end.variant()));
      Painting.write(g, VariantTexts.letter(end.variant()), end.x() + 5, y);
      free = y - NAME;
    }
  }
}
