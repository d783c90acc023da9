package studio.backprop.ui.inside.lens.dense;

import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import studio.backprop.ui.inside.lens.sheet.ActivatedSums;
import studio.backprop.ui.inside.lens.sheet.CellText;
import studio.backprop.ui.inside.lens.sheet.DensePen;
import studio.backprop.ui.inside.lens.sheet.DensePlaces;
import studio.backprop.ui.inside.lens.sheet.DenseTexts;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.inside.lens.sheet.Reading;
import studio.backprop.ui.kit.Extent;
import studio.backprop.ui.kit.Numbers;
import studio.backprop.ui.kit.Raster;
import studio.backprop.ui.kit.Scale;
import studio.backprop.ui.kit.Token;

/**
 * Painter of a dense layer as one row from inputs to outputs, and below it the backward pass.
 *
 * @param lanes forward and, if there is a gradient, backward pass
 * @param words titles, in the order of the passes
 * @param listed inputs that have a line
 * @param firstNeuron that has a line
 * @param firstColumn visible column of the matrix
 * @param neuron whose products are written out
 * @param curve of the activation; empty without one, or where it takes all neurons together
 */
record DensePicture(
    LensDesk desk, DensePlaces places, List<DenseLane> lanes, List<DenseTexts> words, List<String> names, int all, int[] listed,
    int firstNeuron,
    int firstColumn, int neuron, int input, Optional<ActivatedSums> curve) {
  private static final double FAINT = 0.35;
  private static final double THINNEST = 0.6;
  private static final double WIDEST = 7;
  /** Minimum width of numbered columns. */
  private static final double NUMBERED = 20;
  /** Up to a hundred, the total of the products has two decimals, too. */
  private static final double HUNDRED = 100;
  private static final double TEN = 9.99;

  void paint(GraphicsContext g) {
    DensePen pen = new DensePen(desk, g);
    for (int of = 0; of < lanes.size(); of++) {
      DenseLane lane = lanes.get(of);
      words.get(of).paint(pen, places, of);
      wires(pen, of, lane);
      inputs(pen, of, lane);
      matrix(pen, of, lane);
      products(pen, of, lane);
      list(pen, of, lane, lane.sums(), places.sumsLeft());
      if (places.activated()) {
        new DenseCurve(pen, places, curve, lane, forward(), firstNeuron, neuron).paint(of);
        list(pen, of, lane, lane.answers(), places.answersLeft());
      }
    }
  }

  private DenseLane forward() {
    return lanes.stream().filter(lane -> !lane.back()).findFirst().orElseThrow();
  }

  private Token positive(DenseLane lane) {
    return lane.back() ? Token.GRADIENT : Token.ACCENT;
  }

  private Token strong(DenseLane lane) {
    return lane.back() ? Token.GRADIENT : Token.ACCENT_TEXT;
  }

  private double neuronMiddle(int of) {
    return places.neuronTop(of, neuron - firstNeuron) + places.line() / 2;
  }

  private double inputMiddle(int of, int line) {
    return places.inputTop(of, line) + places.line() / 2;
  }

  // --- connections

  /** Lines from every listed input to the chosen neuron's row, from there to its products, and from their sum to the activation. */
  private void wires(DensePen pen, int of, DenseLane lane) {
    double middle = neuronMiddle(of);
    double limit = Math.max(1e-12, new Extent().largest(lane.products()));
    for (int line = 0; line < listed.length; line++) {
      float product = lane.products()[listed[line]];
      double wide = Math.max(THINNEST, Math.min(WIDEST, WIDEST * Math.abs(product) / limit));
      boolean marked = listed[line] == input;
      Color ink = pen.colour(product < 0 && !lane.back() ? Token.GRADIENT : positive(lane)).deriveColor(0, 1, 1, marked ? 1 : FAINT);
      double from = places.matrixRight() + 2;
      if (lane.inputs() != null) {
        pen.ribbon(places.inputsRight() + 2, inputMiddle(of, line), places.matrixLeft() - DensePlaces.NUMBER - 2, middle, wide, ink, false);
      }
      pen.ribbon(from, middle, places.productsLeft() - 2, inputMiddle(of, line), wide, ink, false);
    }
    Color ink = pen.colour(strong(lane));
    double sum = inputMiddle(of, places.inputLines() - (lane.back() ? 2 : 1));
    if (lane.back()) {
      pen.ribbon(places.sumsLeft() - 2, middle, places.productsRight() + 4, sum, 2, ink, true);
    } else {
      pen.ribbon(places.productsRight() + 2, sum, places.sumsLeft() - 2, middle, 2, ink, true);
    }
  }

  // --- parts

  private void inputs(DensePen pen, int of, DenseLane lane) {
    float[] values = lane.inputs();
    double limit = values == null ? 1 : new Extent().largest(values);
    double bars = places.inputsRight() - DensePlaces.BAR;
    for (int line = 0; line < listed.length; line++) {
      double top = places.inputTop(of, line);
      mark(pen, listed[line] == input, places.inputsLeft() - 4, top, places.inputsRight() - places.inputsLeft() + 4);
      pen.text(names.get(line), Token.FG, listed[line] == input, TextAlignment.LEFT, places.inputsLeft(), top + places.line() / 2,
          DensePen.FONT);
      double value = values == null ? Double.NaN : values[listed[line]];
      pen.value(value, limit, lane.back() ? Token.GRADIENT : Token.FG, false, bars - 6, top + places.line() / 2);
      pen.bar(value, limit, positive(lane), Token.GRADIENT, bars, DensePlaces.BAR, top, places.line());
    }
  }

  private void mark(DensePen pen, boolean marked, double left, double top, double width) {
    if (marked) {
      pen.soft(left, top, width, places.line(), Token.TERM_FILL);
    }
  }

  private void matrix(DensePen pen, int of, DenseLane lane) {
    double left = places.matrixLeft();
    for (int line = 0; line < places.neurons(); line++) {
      boolean chosen = firstNeuron + line == neuron;
      double middle = places.neuronTop(of, line) + places.line() / 2;
      pen.text(String.valueOf(firstNeuron + line + 1), chosen ? strong(lane) : Token.MUT, chosen, TextAlignment.RIGHT, left - 6, middle,
          DensePen.NOTE);
    }
    if (lane.matrix() == null) {
      return;
    }
    cells(pen, of, lane);
    GraphicsContext g = pen.g();
    g.setLineWidth(2);
    g.setStroke(pen.colour(strong(lane)));
    g.strokeRect(left, places.neuronTop(of, neuron - firstNeuron), places.columns() * places.cell(), places.line());
    int column = input - firstColumn;
    if (input >= 0 && column >= 0 && column < places.columns()) {
      g.setStroke(pen.colour(Token.TERM_RIM));
      g.strokeRect(left + column * places.cell(), places.neuronTop(of, neuron - firstNeuron), places.cell(), places.line());
    }
  }

  private void cells(DensePen pen, int of, DenseLane lane) {
    Scale scale = desk.theme().palette().signed();
    Raster raster = new Raster(places.columns(), places.neurons());
    boolean written = places.cell() >= CellText.NARROWEST;
    double unit = Reading.unit(lane.limit());
    double left = places.matrixLeft();
    for (int line = 0; line < places.neurons(); line++) {
      for (int column = 0; column < places.columns(); column++) {
        raster.set(column, line, scale.argb(lane.matrix()[(firstNeuron + line) * all + firstColumn + column] / lane.limit()));
      }
    }
    raster.update();
    raster.paint(pen.g(), 0, 0, places.columns(), places.neurons(), left, places.neuronTop(of, 0), places.columns() * places.cell(),
        places.neurons() * places.line());
    for (int column = 0; column < places.columns(); column++) {
      if (places.cell() >= NUMBERED) {
        pen.text("x" + Numbers.lowered(firstColumn + column + 1), firstColumn + column == input ? Token.FG : Token.MUT, firstColumn
            + column == input,
            TextAlignment.CENTER, left + (column + 0.5) * places.cell(), places.neuronTop(of, 0) - 8, DensePen.NOTE);
      }
      for (int line = 0; written && line < places.neurons(); line++) {
        float value = lane.matrix()[(firstNeuron + line) * all + firstColumn + column];
        pen.g().setStroke(pen.colour(Token.BORDER));
        pen.g().setLineWidth(1);
        pen.g().strokeRect(left + column * places.cell() + 0.5, places.neuronTop(of, line) + 0.5, places.cell(), places.line());
        pen.text(CellText.of(desk.lang().numbers(), value / unit, places.cell()), desk.theme().palette()
            .textOn(scale.color(value / lane.limit())), false,
            TextAlignment.CENTER, left + (column + 0.5) * places.cell(), places.neuronTop(of, line) + places.line() / 2, DensePen.NOTE);
      }
    }
  }

  /** Lines of first factor × second factor = product; below them the sum of the other inputs, the bias, and the sum. */
  private void products(DensePen pen, int of, DenseLane lane) {
    DenseColumn column = DenseColumn.of(lane, listed);
    for (int line = 0; line < listed.length; line++) {
      int i = listed[line];
      double top = places.inputTop(of, line);
      mark(pen, i == input, places.productsLeft() - 4, top, DensePlaces.products() + 4);
      double right = places.productsLeft() + DensePlaces.TERM;
      pen.text(pen.factor(lane.left()[i]), Token.MUT, false, TextAlignment.RIGHT, right, top + places.line() / 2, DensePen.FONT);
      pen.text("×", Token.SUBT, false, TextAlignment.CENTER, right + DensePlaces.SIGN / 2, top + places.line() / 2, DensePen.FONT);
      right += DensePlaces.SIGN;
      pen.text(pen.factor(lane.middle()[i]), Token.MUT, false, TextAlignment.LEFT, right, top + places.line() / 2, DensePen.FONT);
      right += DensePlaces.TERM;
      pen.text("=", Token.SUBT, false, TextAlignment.CENTER, right + DensePlaces.SIGN / 2, top + places.line() / 2, DensePen.FONT);
      amount(pen, lane, lane.products()[i], column, true, top);
    }
    int line = listed.length;
    if (places.rest() && lane.back()) {
      line++;
    } else if (places.rest()) {
      term(pen, lane, of, line++, desk.lang().say("lens.dense.others", lane.products().length - listed.length), column.rest(), column,
          false);
    }
    term(pen, lane, of, line++, lane.back() ? "∂L ⁄ ∂b = δ" : "b", lane.bias(), column, true);
    double top = places.inputTop(of, line);
    if (!lane.back()) {
      pen.soft(places.productsLeft(), top, DensePlaces.products(), 1, Token.BORDER);
      pen.text("Σ + b = z" + Numbers.lowered(neuron + 1), Token.FG, true, TextAlignment.LEFT, places.productsLeft() + 4, top
          + places.line() / 2, DensePen.FONT);
      pen.value(lane.sum(), column.largest(), strong(lane), true, amountRight(), top + places.line() / 2);
    }
  }

  private void term(DensePen pen, DenseLane lane, int of, int line, String name, double value, DenseColumn column, boolean bar) {
    double top = places.inputTop(of, line);
    pen.text(name, Token.MUT, false, TextAlignment.LEFT, places.productsLeft() + 4, top + places.line() / 2, DensePen.FONT);
    amount(pen, lane, value, column, bar, top);
  }

  private double amountRight() {
    return places.productsRight() - DensePlaces.BAR - 4;
  }

  private void amount(DensePen pen, DenseLane lane, double value, DenseColumn column, boolean bar, double top) {
    Token ink = value < 0 && !lane.back() ? Token.GRADIENT : strong(lane);
    pen.value(value, column.largest(), ink, true, amountRight(), top + places.line() / 2);
    if (bar) {
      pen.bar(value, column.bars(), positive(lane), Token.GRADIENT, amountRight() + 4, DensePlaces.BAR, top, places.line());
    }
  }

  private void list(DensePen pen, int of, DenseLane lane, float[] values, double left) {
    double limit = values == null ? 1 : new Extent().largest(values);
    double digits = limit < HUNDRED ? Math.min(limit, TEN) : limit;
    double bars = left + DensePlaces.NUMBER;
    double wide = places.list() - DensePlaces.NUMBER - DensePlaces.VALUE;
    for (int line = 0; line < places.neurons(); line++) {
      boolean chosen = firstNeuron + line == neuron;
      double top = places.neuronTop(of, line);
      double middle = top + places.line() / 2;
      if (chosen) {
        pen.soft(left, top, places.list(), places.line(), lane.back() ? Token.GRADIENT_SOFT : Token.ACCENT_SOFT);
      }
      double value = values == null ? Double.NaN : values[firstNeuron + line];
      pen.text(String.valueOf(firstNeuron + line + 1), Token.MUT, chosen, TextAlignment.RIGHT, bars - 6, middle, DensePen.NOTE);
      pen.bar(value, limit, positive(lane), Token.GRADIENT, bars, wide, top, places.line());
      pen.value(value, digits, lane.back() ? Token.GRADIENT : Token.FG, chosen, left + places.list() - 4, middle);
    }
  }
}
