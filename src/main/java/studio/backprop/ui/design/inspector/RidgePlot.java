package studio.backprop.ui.design.inspector;

import java.util.List;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import studio.backprop.observe.HistogramSnapshot.Kind;
import studio.backprop.ui.design.inspector.Ridges.Ridge;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Ticks;
import studio.backprop.ui.kit.Token;

/** Ridgeline plot of one kind of values of a node: a ridge for each step, the oldest at the back. */
final class RidgePlot extends VBox {
  private static final double HEIGHT = 118;
  private static final double AXIS = 18;
  private static final double PEAK = 38;
  private static final double STEPS = 46;
  private static final int TICKS = 5;
  private static final double PALEST = 0.25;

  private final Kind kind;
  private final Lang lang;
  private final ThemeModel theme;
  private final Painting painting = new Painting(this::paint);
  private final double[] xs = new double[Ridges.PLACES + 2];
  private final double[] ys = new double[Ridges.PLACES + 2];
  private Ridges ridges;

  RidgePlot(Kind kind, Lang lang, ThemeModel theme) {
    this.kind = kind;
    this.lang = lang;
    this.theme = theme;
    String name = kind.name().toLowerCase(Locale.ROOT);
    Label title = new Label();
    title.textProperty().bind(lang.bind("ridges." + name));
    painting.accessibleTextProperty().bind(lang.bind("ridges." + name + ".spoken"));
    painting.setMinHeight(HEIGHT);
    painting.setPrefHeight(HEIGHT);
    getChildren().addAll(title, painting);
  }

  /** @param now null where the node has no such values */
  void show(Ridges now) {
    ridges = now;
    setVisible(now != null);
    setManaged(now != null);
    repaint();
  }

  void repaint() {
    painting.repaint();
  }

  private void paint(GraphicsContext g, double width, double height) {
    if (ridges == null) {
      return;
    }
    Palette palette = theme.palette();
    double right = width - STEPS;
    double floor = height - AXIS;
    paintAxis(g, palette, right, floor);
    List<Ridge> all = ridges.ridges();
    Color front = palette.color(token());
    Color ground = palette.color(Token.BG);
    double rise = all.size() < 2 ? 0 : (floor - PEAK) / (all.size() - 1);
    for (int i = 0; i < all.size(); i++) {
      double share = all.size() < 2 ? 1 : i / (double) (all.size() - 1);
      double base = floor - (all.size() - 1 - i) * rise;
      paintRidge(g, all.get(i), right, base, ground.interpolate(front, PALEST + (1 - PALEST) * share * share), ground);
    }
    paintSteps(g, palette, all, width, floor - (all.size() - 1) * rise, floor);
  }

  private Token token() {
    return switch (kind) {
      case WEIGHTS -> Token.ACCENT;
      case GRADIENTS -> Token.GRADIENT;
      case ACTIVATIONS -> Token.GROUP_CONVOLUTION;
    };
  }

  private void paintAxis(GraphicsContext g, Palette palette, double right, double floor) {
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.BOTTOM);
    g.setLineWidth(1);
    for (double tick : Ticks.linear(ridges.least(), ridges.most(), TICKS)) {
      double x = Math.rint((tick - ridges.least()) / (ridges.most() - ridges.least()) * right) + 0.5;
      g.setStroke(palette.color(tick == 0 ? Token.BORDER : Token.BORDER_SOFT));
      g.strokeLine(x, 0, x, floor);
      String text = lang.numbers().significant(tick, 2);
      g.setFill(palette.color(Token.SUBT));
      g.setTextAlign(x < 12 ? TextAlignment.LEFT : TextAlignment.CENTER);
      Painting.write(g, text, x < 12 ? 0 : x, floor + AXIS);
    }
  }

  private void paintRidge(GraphicsContext g, Ridge ridge, double right, double base, Color fill, Color rim) {
    int places = ridge.heights().length;
    for (int i = 0; i < places; i++) {
      xs[i + 1] = right * (i + 0.5) / places;
      ys[i + 1] = base - PEAK * ridge.heights()[i];
    }
    xs[0] = 0;
    ys[0] = base;
    xs[places + 1] = right;
    ys[places + 1] = base;
    g.setFill(fill);
    g.fillPolygon(xs, ys, places + 2);
    g.setStroke(rim);
    g.setLineWidth(1);
    g.strokePolyline(xs, ys, places + 2);
  }

  /** Labels the first ridge and the last one with their steps. */
  private void paintSteps(GraphicsContext g, Palette palette, List<Ridge> all, double width, double back, double front) {
    g.setFill(palette.color(Token.SUBT));
    g.setTextAlign(TextAlignment.RIGHT);
    g.setTextBaseline(VPos.BOTTOM);
    Painting.write(g, lang.numbers().whole(all.get(all.size() - 1).step()), width, front);
    if (all.size() > 1) {
      Painting.write(g, lang.numbers().whole(all.get(0).step()), width, back);
    }
  }
}
