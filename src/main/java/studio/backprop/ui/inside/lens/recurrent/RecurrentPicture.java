package studio.backprop.ui.inside.lens.recurrent;

import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import studio.backprop.observe.NodeTrace.Tensors;
import studio.backprop.ui.inside.lens.recurrent.RecurrentNumbers.Gate;
import studio.backprop.ui.inside.lens.recurrent.RecurrentPlaces.Hit;
import studio.backprop.ui.inside.lens.recurrent.RecurrentPlaces.Place;
import studio.backprop.ui.inside.lens.sheet.DenseTexts;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.kit.Extent;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Scale;
import studio.backprop.ui.kit.Token;

/**
 * Painter of a recurrent layer unrolled in time, with its gradient.
 *
 * @param twin a Simple RNN to compare; null for none
 * @param gradients whether cells are coloured by their gradients
 * @param words whether names are tokens
 * @param reached number of steps that the animated gradient has passed
 * @param pinned whether the chosen unit is marked at every step
 * @param relative whether the widest ribbon is the largest gradient, rather than one of 1
 */
record RecurrentPicture(
    LensDesk desk, RecurrentNumbers numbers, RecurrentNumbers twin, RecurrentPlaces places, boolean gradients, Tensors input,
    List<String> names,
    boolean words, Place chosen, Optional<Hit> pointed, double reached, boolean pinned, boolean relative) {
  private static final double FONT = 12;
  private static final double NOTE = 11;
  private static final double SHARE = 0.99;
  private static final double THINNEST = 1.5;
  private static final double HEALTHY = 1e-3;
  private static final double FADING = 1e-6;
  private static final double EXPLODING = 30;
  /** Opacity of the gates at a padding step. */
  private static final double PASSED = 0.25;
  /** Width of bold digits relative to plain ones. */
  private static final double BOLDER = 1.08;
  private static final double NARROW = 38;

  void paint(GraphicsContext g) {
    g.setTextBaseline(VPos.CENTER);
    column(g);
    labels(g);
    for (int step = places.first(); step < places.first() + places.shown(); step++) {
      input(g, step);
      if (places.hasGates()) {
        gates(g, step);
      }
    }
    if (places.hasCells()) {
      memory(g, numbers, numbers.cells(), places.cellsTop(), numbers::cellNorm, Token.TIME);
    }
    memory(g, numbers, numbers.states(), places.statesTop(), numbers::stateNorm, Token.GRADIENT);
    if (places.twin()) {
      memory(g, twin, twin.states(), places.twinTop(), twin::stateNorm, Token.MUT);
    }
    pointed.ifPresent(hit -> new RecurrentReach(desk, numbers, places, hit).paint(g));
    new RecurrentPlot(desk, numbers, twin, places, reached).paint(g);
  }

  private Color colour(Token token) {
    return desk.theme().palette().color(token);
  }

  private static void font(GraphicsContext g, boolean bold, double size) {
    g.setFont(Font.font(Fonts.FAMILY, bold ? FontWeight.BOLD : FontWeight.NORMAL, size));
  }

  private void text(GraphicsContext g, String text, Token token, TextAlignment side, double x, double y) {
    g.setFill(colour(token));
    g.setTextAlign(side);
    Painting.write(g, text, x, y);
  }

  private void column(GraphicsContext g) {
    if (!places.sees(chosen.step())) {
      return;
    }
    double x = places.left(chosen.step());
    double bottom = places.plotBottom() + 8;
    g.setFill(colour(Token.ACCENT_SOFT).deriveColor(0, 1, 1, 0.5));
    g.fillRoundRect(x + 1, 1, places.column() - 2, bottom, 8, 8);
    g.setStroke(colour(Token.ACCENT_RIM));
    g.setLineWidth(1);
    g.strokeRoundRect(x + 1.5, 1.5, places.column() - 3, bottom - 1, 8, 8);
  }

  // --- row names

  private void labels(GraphicsContext g) {
    label(g, "lens.recurrent.input", "lens.recurrent.input.note", places.inputTop() + RecurrentPlaces.INPUT / 2);
    if (places.hasGates()) {
      label(g, "lens.recurrent.gates", "lens.recurrent.gates.note", places.gatesTop() + 14, numbers.units());
    }
    if (places.hasCells()) {
      label(g, "lens.recurrent.cell", "lens.recurrent.cell.note", places.cellsTop() + 14);
      norm(g, "‖∂L/∂c‖", Token.TIME, places.cellsTop());
    }
    label(g, "lens.recurrent.state", "lens.recurrent.state.note", places.statesTop() + 14, numbers.units());
    norm(g, "‖∂L/∂h‖", Token.GRADIENT, places.statesTop());
    if (places.twin()) {
      label(g, "lens.recurrent.twin", "lens.recurrent.twin.note", places.twinTop() + 14);
      norm(g, "‖∂L/∂h‖", Token.MUT, places.twinTop());
    }
    label(g, "lens.recurrent.time", "lens.recurrent.time.note", places.plotTop() - 2);
  }

  private void label(GraphicsContext g, String title, String note, double y, Object... args) {
    font(g, true, FONT);
    text(g, desk.lang().say(title), Token.FG, TextAlignment.LEFT, 16, y - 7);
    font(g, false, NOTE);
    text(g, desk.lang().say(note, args), Token.MUT, TextAlignment.LEFT, 16, y + 8);
  }

  private void norm(GraphicsContext g, String sign, Token token, double top) {
    font(g, false, NOTE);
    text(g, sign, token, TextAlignment.LEFT, 16, places.under(top));
  }

  // --- columns

  private void input(GraphicsContext g, int step) {
    font(g, false, NOTE);
    text(g, String.valueOf(step + 1), step == chosen.step() ? Token.ACCENT_TEXT : Token.MUT, TextAlignment.CENTER, places.middle(step), 10);
    double y = places.inputTop();
    double x = places.middle(step);
    if (words) {
      font(g, true, FONT);
      String name = DenseTexts.brief(names.get(step), places.column() - 16);
      text(g, name, Token.FG, TextAlignment.CENTER, x, y + RecurrentPlaces.INPUT / 2);
      g.setStroke(colour(Token.BORDER));
      double half = Math.max(13, Math.min(places.column() / 2 - 2, name.length() * 4 + 6));
      g.strokeRoundRect(x - half + 0.5, y + 0.5, 2 * half, RecurrentPlaces.INPUT - 1, 6, 6);
      return;
    }
    int features = input.shape().size(1);
    double wide = Math.min(places.column() - 8, Math.max(44, features * 8));
    double limit = limit(input.values());
    for (int f = 0; f < features; f++) {
      float value = input.values()[step * features + f];
      Color fill = desk.theme().palette().signed().color(value / limit);
      g.setFill(fill);
      g.fillRect(x - wide / 2 + f * wide / features, y, wide / features, RecurrentPlaces.INPUT);
      if (features == 1) {
        g.setFill(desk.theme().palette().textOn(fill));
        g.setTextAlign(TextAlignment.CENTER);
        Painting.write(g, desk.lang().numbers().fixed(value, wide < NARROW ? 2 : 3), x, y + RecurrentPlaces.INPUT / 2);
      }
    }
  }

  private void gates(GraphicsContext g, int step) {
    Palette palette = desk.theme().palette();
    g.setGlobalAlpha(numbers.counts()[step] ? 1 : PASSED);
    for (int i = 0; i < numbers.gates().size(); i++) {
      Gate gate = numbers.gates().get(i);
      double x = places.gateLeft(step, i);
      boolean slopes = gradients && gate.grads() != null;
      Scale scale = slopes || gate.signed() ? palette.signed() : palette.gates();
      float[] shown = slopes ? gate.grads() : gate.values();
      strip(g, x, places.gatesTop(), places.gate(), shown, step * numbers.units(), scale, slopes ? limit(shown) : 1);
      font(g, false, NOTE);
      text(g, gate.sign(), Token.MUT, TextAlignment.CENTER, x + places.gate() / 2, places.under(places.gatesTop()));
      rim(g, step, x, places.gatesTop(), places.gate());
    }
    g.setGlobalAlpha(1);
  }

  private void strip(GraphicsContext g, double x, double top, double wide, float[] values, int from, Scale scale, double limit) {
    double high = places.strip() / numbers.units();
    for (int unit = 0; unit < numbers.units(); unit++) {
      g.setFill(scale.color(values[from + unit] / limit));
      // overlaps are covered by the next one: no seams where a unit is no whole number of pixels
      g.fillRect(x, top + unit * high, wide - 1, Math.min(high + 0.5, top + places.strip() - (top + unit * high)));
    }
    g.setStroke(colour(Token.BORDER));
    g.setLineWidth(1);
    g.strokeRect(x + 0.5, top + 0.5, wide - 2, places.strip() - 1);
  }

  private void rim(GraphicsContext g, int step, double x, double top, double wide) {
    if (step == chosen.step() || pinned) {
      outline(g, new Place(step, chosen.unit()), x, top, wide, step == chosen.step() ? Token.ACCENT : Token.ACCENT_RIM);
    }
  }

  private void outline(GraphicsContext g, Place place, double x, double top, double wide, Token token) {
    double high = places.strip() / numbers.units();
    g.setStroke(colour(token));
    g.setLineWidth(2);
    g.strokeRect(x - 1, top + place.unit() * high - 1, wide + 1, Math.max(3, high + 1));
  }

  /** A strip for each step, with the gradient between them. */
  private void memory(GraphicsContext g, RecurrentNumbers of, Tensors kept, double top, IntToDoubleFunction norm, Token text) {
    float[] shown = gradients && kept.grads() != null ? kept.grads() : kept.values();
    double limit = limit(shown);
    int end = places.first() + places.shown();
    for (int step = places.first(); step + 1 < end; step++) {
      if (of.counts()[step] && of.counts()[step + 1]) {
        ribbon(g, step, top, norm, of == twin);
      }
    }
    for (int step = places.first(); step < end; step++) {
      double x = places.middle(step) - RecurrentPlaces.STATE / 2;
      g.setGlobalAlpha(of.counts()[step] ? 1 : PASSED);
      strip(g, x, top, RecurrentPlaces.STATE, shown, of.after(step, 0), desk.theme().palette().signed(), limit);
      g.setGlobalAlpha(1);
      rim(g, step, x, top, RecurrentPlaces.STATE);
      if (of.counts()[step] && of.back(step) <= reached) {
        font(g, true, NOTE);
        text(g, number(norm.applyAsDouble(step)), text, TextAlignment.CENTER, places.middle(step), places.under(top));
      }
    }
  }

  private String number(double norm) {
    String two = Double.isNaN(norm) ? "–" : desk.lang().numbers().significant(norm, 2);
    return DenseTexts.width(two) * BOLDER <= places.column() - 2 ? two : desk.lang().numbers().significant(norm, 1);
  }

  private double limit(float[] values) {
    double limit = new Extent().quantile(values, 0, values.length, SHARE);
    return limit > 0 ? limit : 1;
  }

  /** Between a step and the next one, if the animated gradient has reached it. */
  private void ribbon(GraphicsContext g, int step, double top, IntToDoubleFunction norm, boolean plain) {
    double size = norm.applyAsDouble(numbers.fromEnd() ? step + 1 : step);
    double share = Math.max(0, Math.min(1, reached - numbers.back(numbers.fromEnd() ? step : step + 1)));
    if (Double.isNaN(size) || share <= 0) {
      return;
    }
    double wide = width(relative ? size / largest() : size);
    double left = places.middle(step) + RecurrentPlaces.STATE / 2 + 1;
    double right = places.middle(step + 1) - RecurrentPlaces.STATE / 2 - 1;
    double length = share * (right - left);
    double y = top + places.strip() / 2;
    g.setFill(colour(plain ? Token.WIRE : ribbonColour(size)));
    g.fillRect(numbers.fromEnd() ? left : right - length, y - wide / 2, length, wide);
    if (wide >= 6 && share == 1) {
      double middle = (left + right) / 2;
      double way = numbers.fromEnd() ? 1 : -1;
      g.setStroke(colour(Token.CELL_LIGHT));
      g.setLineWidth(1.5);
      g.strokePolyline(new double[] {middle - 2 * way, middle + 2 * way, middle - 2 * way}, new double[] {y - 3, y, y + 3}, 3);
    }
  }

  /** Largest gradient of a memory, including the Simple RNN: both share a scale. */
  private double largest() {
    double largest = 0;
    for (int step = 0; step < numbers.steps(); step++) {
      for (double norm : new double[] {numbers.stateNorm(step), numbers.cells() == null ? 0 : numbers.cellNorm(step), twin == null
          ? 0 : twin.stateNorm(step)}) {
        largest = Double.isFinite(norm) ? Math.max(largest, norm) : largest;
      }
    }
    return largest > 0 ? largest : 1;
  }

  /** Width of a ribbon for a gradient norm. */
  static double width(double norm) {
    return norm <= 0 ? THINNEST : Math.max(THINNEST, Math.min(24, 2 + 10 * (Math.log10(norm) + 2)));
  }

  private static Token ribbonColour(double norm) {
    if (!(norm <= EXPLODING)) {
      return Token.RIBBON_EXPLODING;
    }
    return norm >= HEALTHY ? Token.RIBBON_HEALTHY : norm >= FADING ? Token.RIBBON_FADING : Token.RIBBON_VANISHED;
  }
}
