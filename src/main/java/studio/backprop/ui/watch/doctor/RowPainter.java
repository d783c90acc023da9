package studio.backprop.ui.watch.doctor;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Health;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.watch.doctor.ExperimentRow.Arc;
import studio.backprop.ui.watch.doctor.ExperimentRow.Stop;

/**
 * Paints one row: a box per node with a bar of log₁₀ ‖∂L/∂W‖, wires of the same width as on the canvas, skip connections as arcs, and a
 * bracket over the nodes of a finding, in the colour of its card.
 */
final class RowPainter {
  /** Height above the boxes. */
  private static final double ABOVE = 28;
  private static final double BOX = 44;
  private static final double EDGE = 12;
  private static final double WIDEST_BOX = 25;
  private static final double BOX_SHARE = 0.66;
  private static final double BAND = 3;
  private static final double ROUND = 6;
  private static final double PAD = 3;
  private static final double WIDEST_WIRE = 9;
  private static final double LABEL = 62;
  private static final double LINE = 14;
  /** Gap between boxes and texts, and height of a name with its number. */
  private static final double GAP = 4;
  private static final double PAIR = 2 * LINE + 2;
  private static final double ARC = 13;
  private static final double SIGN = 18;

  private final ExperimentRow lane;
  private final RowScale scale;
  private final Lang lang;
  private final Palette palette;
  private final GraphicsContext g;
  private final double width;
  private final double height;
  private final double top;
  private final double bottom;

  RowPainter(ExperimentRow lane, RowScale scale, Lang lang, Palette palette, GraphicsContext g, double width, double height) {
    this.lane = lane;
    this.scale = scale;
    this.lang = lang;
    this.palette = palette;
    this.g = g;
    this.width = width;
    this.top = ABOVE;
    this.bottom = top + Math.max(2 * ROUND, Math.min(BOX, height - top - GAP - 3 * LINE));
    this.height = height;
  }

  void paint() {
    g.setTextBaseline(VPos.CENTER);
    g.setTextAlign(TextAlignment.CENTER);
    for (int place = 1; place < lane.stops().size(); place++) {
      if (lane.stops().get(place).learns()) { // a second input has no wire
        wire(place);
      }
    }
    for (int place = 0; place < lane.stops().size(); place++) {
      box(place);
    }
    lane.arcs().forEach(this::arc);
    names();
  }

  /** Place under a horizontal position; −1 for none. */
  static int placeAt(int count, double width, double x) {
    int place = (int) Math.floor((x - EDGE) / pitch(count, width));
    return x < EDGE || place >= count ? -1 : place;
  }

  private static double pitch(int count, double width) {
    return (width - 2 * EDGE) / Math.max(1, count);
  }

  private double pitch() {
    return pitch(lane.stops().size(), width);
  }

  private double x(int place) {
    return EDGE + (place + 0.5) * pitch();
  }

  private double box() {
    return Math.min(WIDEST_BOX, pitch() * BOX_SHARE);
  }

  private void wire(int place) {
    double gradient = lane.stops().get(place).gradient();
    Health health = Health.of(gradient);
    double middle = (top + bottom) / 2;
    double wide = Math.min(WIDEST_WIRE, Health.width(gradient) / 2);
    g.setStroke(palette.color(health.token()));
    g.setLineWidth(health == Health.VANISHED ? Health.THINNEST : wide);
    g.setLineDashes(health == Health.VANISHED ? new double[] {2, 3} : null);
    g.strokeLine(x(place - 1) + box() / 2 + wide / 2, middle, x(place) - box() / 2 - wide / 2, middle);
    g.setLineDashes();
  }

  private void box(int place) {
    Stop stop = lane.stops().get(place);
    Health health = stop.learns() ? Health.of(stop.gradient()) : Health.HEALTHY;
    double left = x(place) - box() / 2;
    double round = Math.min(ROUND, box() / 3);
    g.setFill(palette.color(health == Health.VANISHED ? Token.SUB : Token.BG));
    g.fillRoundRect(left, top, box(), bottom - top, round, round);
    if (stop.learns()) {
      double high = scale.share(stop.gradient()) * (bottom - top - BAND - 2 * PAD);
      g.setFill(palette.color(health.token()));
      g.fillRect(left + PAD, bottom - PAD - high, Math.max(1, box() - 2 * PAD), high);
    }
    g.setLineWidth(1);
    g.setStroke(palette.color(health == Health.HEALTHY ? Token.BORDER : health.token()));
    g.strokeRoundRect(left, top, box(), bottom - top, round, round);
    g.setFill(palette.color(Token.ACCENT));
    g.fillRect(left, top - 1, box(), BAND);
  }

  private void arc(Arc arc) {
    double from = x(arc.from());
    double to = x(arc.to());
    double high = Math.min(top - 2, ARC + 2.0 * (arc.to() - arc.from()));
    g.setStroke(palette.color(Token.ACCENT));
    g.setLineWidth(2);
    g.beginPath();
    g.moveTo(from, top - 2);
    g.bezierCurveTo(from + (to - from) / 4, top - high, to - (to - from) / 4, top - high, to, top - 2);
    g.stroke();
  }

  /**
   * Name and number under every node: where nodes are closer than their texts are wide, staggered in several rows. In a low row only the
   * numbers are staggered, with one row of names.
   */
  private void names() {
    int turns = (int) Math.max(1, Math.ceil(LABEL / pitch()));
    double room = height - bottom - GAP;
    boolean pairs = turns * PAIR <= room;
    int lines = (int) Math.max(1, Math.min(turns, Math.floor((room - LINE) / LINE)));
    int last = lane.stops().size() - 1;
    for (int place = 0; place <= last; place++) {
      boolean named = isShown(place, last, pairs ? 1 : turns);
      boolean counted = isShown(place, last, pairs || lines == turns ? 1 : turns);
      double name = bottom + GAP + (pairs ? place % turns * PAIR : 0);
      double number = pairs ? name + LINE : bottom + GAP + LINE * (1 + (lines == turns ? place % turns : 0));
      if (counted) {
        text(lane.stops().get(place), place, named ? name : Double.NaN, number);
      }
    }
  }

  /** Every n-th, and always the last. */
  private static boolean isShown(int place, int last, int every) {
    return place == last || place % every == 1 % every && last - place >= every;
  }

  /** @param name top of the name, NaN for none */
  private void text(Stop stop, int place, double name, double number) {
    double at = x(place);
    double most = Math.min(LABEL, 2 * Math.min(at, width - at));
    g.setStroke(palette.color(Token.BORDER));
    g.setLineWidth(1);
    g.strokeLine(at, bottom + 1, at, Double.isNaN(name) ? number : name);
    if (!Double.isNaN(name)) {
      g.setFill(palette.color(Token.MUT));
      Painting.write(g, stop.name(), at, name + LINE / 2, most);
    }
    if (stop.learns()) {
      g.setFill(palette.color(Health.of(stop.gradient()) == Health.VANISHED ? Token.MUT : Token.FG));
      Painting.write(g, lang.numbers().compact(stop.gradient()), at, number + LINE / 2, most);
    }
  }

  /** Bracket over the nodes of a finding, with its text. */
  void bracket(List<Integer> nodes, String said, boolean serious) {
    int[] places = lane.places(nodes);
    if (places.length == 0) {
      return;
    }
    double from = x(places[0]) - box() / 2;
    double to = x(places[places.length - 1]) + box() / 2;
    double high = top - ABOVE / 2;
    g.setStroke(palette.color(serious ? Token.BAD : Token.WARN));
    g.setLineWidth(1.5);
    g.strokePolyline(new double[] {from, from, to, to}, new double[] {top - PAD - 2, high, high, top - PAD - 2}, 4);
    double wide = Fonts.width(said, g.getFont()) + 2 * EDGE;
    double at = Math.max(wide / 2, Math.min(width - wide / 2, (from + to) / 2));
    g.setFill(palette.color(serious ? Token.BAD_SOFT : Token.WARN_SOFT));
    g.fillRoundRect(at - wide / 2, high - SIGN / 2, wide, SIGN, SIGN, SIGN);
    g.setLineWidth(1);
    g.strokeRoundRect(at - wide / 2, high - SIGN / 2, wide, SIGN, SIGN, SIGN);
    g.setFill(palette.color(serious ? Token.BAD_SOFT_TEXT : Token.WARN_SOFT_TEXT));
    Painting.write(g, said, at, high);
  }
}
