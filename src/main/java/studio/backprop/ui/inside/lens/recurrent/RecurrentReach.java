package studio.backprop.ui.inside.lens.recurrent;

import javafx.scene.canvas.GraphicsContext;
import studio.backprop.ui.inside.lens.recurrent.RecurrentPlaces.Hit;
import studio.backprop.ui.inside.lens.recurrent.RecurrentPlaces.Row;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.kit.Token;

/** Borders around the operands of a value and, dashed, around the values computed from it. */
record RecurrentReach(LensDesk desk, RecurrentNumbers numbers, RecurrentPlaces places, Hit hit) {
  private static final double WIDE = 1.5;
  private static final double APART = 2;

  void paint(GraphicsContext g) {
    int step = hit.place().step();
    int way = numbers.fromEnd() ? -1 : 1;
    switch (hit.row()) {
      case GATES -> {
        input(g, step);
        frame(g, step - way, Row.STATE, false);
        frame(g, step, places.hasCells() ? Row.CELL : Row.STATE, true);
      }
      case CELL -> {
        frame(g, step, Row.GATES, false);
        frame(g, step - way, Row.CELL, false);
        frame(g, step, Row.STATE, true);
        frame(g, step + way, Row.CELL, true);
      }
      case STATE -> {
        made(g, step, way);
        frame(g, step + way, places.hasGates() ? Row.GATES : Row.STATE, true);
      }
      default -> {
        return;
      }
    }
    cell(g);
  }

  private void made(GraphicsContext g, int step, int way) {
    frame(g, step, Row.GATES, false);
    if (places.hasCells()) {
      frame(g, step, Row.CELL, false);
    } else {
      frame(g, step - way, Row.STATE, false);
    }
    if (!places.hasGates()) {
      input(g, step);
    }
  }

  private void input(GraphicsContext g, int step) {
    rim(g, places.middle(step) - 20, places.inputTop(), 40, RecurrentPlaces.INPUT, false);
  }

  private void frame(GraphicsContext g, int step, Row row, boolean leads) {
    if (places.sees(step) && places.top(row) >= 0) {
      boolean gates = row == Row.GATES;
      double x = gates ? places.gateLeft(step, 0) : places.middle(step) - RecurrentPlaces.STATE / 2;
      rim(g, x, places.top(row), gates ? numbers.gates().size() * places.gate() : RecurrentPlaces.STATE, places.strip(), leads);
    }
  }

  private void rim(GraphicsContext g, double x, double top, double wide, double high, boolean leads) {
    g.setStroke(desk.theme().palette().color(leads ? Token.GRADIENT : Token.ACCENT));
    g.setLineWidth(WIDE);
    if (leads) {
      g.setLineDashes(4, 3);
    }
    g.strokeRect(x - APART, top - APART, wide + 2 * APART - 1, high + 2 * APART);
    g.setLineDashes();
  }

  private void cell(GraphicsContext g) {
    boolean gates = hit.row() == Row.GATES;
    int step = hit.place().step();
    double high = places.strip() / numbers.units();
    double x = gates ? places.gateLeft(step, hit.gate()) : places.middle(step) - RecurrentPlaces.STATE / 2;
    g.setStroke(desk.theme().palette().color(Token.TERM_RIM));
    g.setLineWidth(2);
    g.strokeRect(x - 1, places.top(hit.row()) + hit.place().unit() * high - 1, (gates ? places.gate() : RecurrentPlaces.STATE) + 1,
        Math.max(3, high + 1));
  }
}
