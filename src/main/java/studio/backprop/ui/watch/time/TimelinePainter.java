package studio.backprop.ui.watch.time;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import studio.backprop.run.time.Perturbation;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Ticks;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.watch.time.Bookmarks.Bookmark;
import studio.backprop.ui.workspace.run.Branch;
import studio.backprop.ui.workspace.run.BranchColours;

/** Paints the timeline: a row per branch that leaves its parent's at its first step, flags above, steps below. */
final class TimelinePainter {
  /** Height of the flags above the first row. */
  static final double FLAGS = 13;

  private static final double MARGIN = 9;
  private static final double ROW = 22;
  private static final double AXIS = 16;
  private static final double SINGLE = 32;
  private static final double LABELS = 118;
  private static final double KNOB = 6;
  private static final double LINE = 4;
  private static final double MARK = 4;
  /** Minimum distance of marks, in px. */
  private static final double APART = 8;
  private static final double PALE = 0.35;
  private static final double TICKS = 0.4;
  private static final double PUSH = 8;
  private static final double BEND = 18;
  private static final double STEPS_APART = 90;

  private final TimeModel model;
  private final TimelineRows rows;
  private final BranchTexts words;
  private final Lang lang;
  private final ThemeModel theme;
  private GraphicsContext g;
  private Palette palette;

  TimelinePainter(TimeModel model, TimelineRows rows, Lang lang, ThemeModel theme) {
    this.model = model;
    this.rows = rows;
    this.words = new BranchTexts(lang);
    this.lang = lang;
    this.theme = theme;
  }

  static double height(int rows) {
    return rows > 1 ? FLAGS + 4 + rows * ROW + AXIS : SINGLE;
  }

  private static double middle(int row) {
    return FLAGS + 7 + row * ROW + 0.5;
  }

  /** Row at a height; may not exist. */
  static int rowAt(double y) {
    return (int) Math.floor((y - middle(0) + ROW / 2) / ROW);
  }

  /** Whether a place is in the column of the names. */
  boolean names(double x) {
    return rows.several() && x < LABELS - MARGIN;
  }

  void paint(GraphicsContext on, double width, double height) {
    g = on;
    palette = theme.palette();
    rows.between(rows.several() ? LABELS : MARGIN, width - MARGIN);
    List<Branch> all = rows.rows();
    for (int row = 0; row < all.size(); row++) {
      line(all.get(row), row);
    }
    marks();
    flags();
    if (rows.several()) {
      axis(height);
      playhead();
    }
    for (int row = 0; row < all.size(); row++) {
      knob(all.get(row), row);
    }
    if (model.done() < 1) {
      g.setFill(palette.color(Token.TIME));
      g.fillRect(rows.x(rows.first()), height - 2, (rows.x(rows.last()) - rows.x(rows.first())) * model.done(), 2);
    }
  }

  private Color color(Branch branch) {
    return rows.several() ? palette.color(BranchColours.of(branch)) : palette.color(Token.TIME);
  }

  /** Dark up to the shown step, pale for later steps. */
  private void line(Branch branch, int row) {
    Color strong = color(branch);
    double begin = rows.x(rows.begin(branch));
    double at = Math.max(begin, Math.min(rows.x(rows.at()), rows.x(rows.end(branch))));
    int parent = branch.parent().map(rows::rowOf).orElse(-1);
    double bend = parent < 0 ? 0 : Math.min(BEND, rows.x(rows.last()) - begin);
    g.setLineWidth(LINE);
    Color pale = strong.deriveColor(0, 1, 1, PALE);
    if (parent >= 0) {
      g.setStroke(at > begin ? strong : pale);
      g.beginPath();
      g.moveTo(begin, middle(parent));
      g.bezierCurveTo(begin + bend / 2, middle(parent), begin, middle(row), begin + bend, middle(row));
      g.stroke();
    }
    double end = rows.x(rows.end(branch));
    stroke(Math.max(at, begin + bend), end, row, pale);
    stroke(begin + bend, at, row, strong);
    if (rows.several()) {
      label(words.lettered(branch), row, strong);
    }
  }

  private void stroke(double from, double to, int row, Color color) {
    if (to > from) {
      g.setFill(color);
      g.fillRoundRect(from, middle(row) - LINE / 2, to - from, LINE, LINE, LINE);
    }
  }

  private void label(String text, int row, Color color) {
    g.setFill(color);
    g.setTextAlign(TextAlignment.LEFT);
    g.setTextBaseline(VPos.CENTER);
    Painting.write(g, shortened(text), 0, middle(row));
  }

  /** Truncates a name to the start of the line, with an ellipsis. */
  private static String shortened(String text) {
    double room = LABELS - 2 * MARGIN;
    double width = 0;
    for (int i = 0; i < text.length(); i++) {
      width += text.charAt(i) >= 0x2E80 ? 12 : 6.4;
      if (width > room) {
        return text.substring(0, Math.max(1, i - 1)) + "…";
      }
    }
    return text;
  }

  /** Checkpoints of the current run, paler than its line. */
  private void marks() {
    Branch current = model.branches().currentProperty().get();
    int row = current == null ? -1 : rows.rowOf(current);
    if (row < 0) {
      return;
    }
    g.setStroke(color(current).deriveColor(0, 1, 1, TICKS));
    g.setLineWidth(1);
    double last = Double.NEGATIVE_INFINITY;
    for (long step : model.checkpoints()) {
      double x = Math.floor(rows.x(step)) + 0.5;
      if (x - last >= APART) {
        g.strokeLine(x, middle(row) - LINE / 2 - MARK, x, middle(row) + LINE / 2 + MARK);
        last = x;
      }
    }
  }

  private void flags() {
    g.setFill(palette.color(Token.TIME));
    for (Bookmark mark : model.bookmarks().allProperty().get()) {
      double x = Math.round(rows.x(mark.step()));
      g.fillPolygon(new double[] {x - 4, x + 4, x + 4, x, x - 4}, new double[] {1, 1, 11, 8, 11}, 5);
    }
    for (Perturbation push : model.pushes()) { // arrow in the direction of the perturbation
      double x = Math.round(rows.x(push.step()));
      double tip = x + PUSH * Math.signum(push.impulse());
      g.fillPolygon(new double[] {x, tip, x}, new double[] {2, 6, 10}, 3);
      g.fillRect(x - 0.5, 2, 1, FLAGS);
    }
  }

  private void axis(double height) {
    g.setFill(palette.color(Token.SUBT));
    g.setTextBaseline(VPos.CENTER);
    double from = rows.x(rows.first());
    double to = rows.x(rows.last());
    g.setTextAlign(TextAlignment.CENTER);
    for (double step : Ticks.whole(rows.first(), rows.last(), Math.max(2, (int) ((to - from) / STEPS_APART)))) {
      double x = rows.x((long) step);
      String text = lang.numbers().whole((long) step);
      double half = 4 * text.length();
      Painting.write(g, text, Math.max(from + half, Math.min(to + MARGIN - half, x)), height - AXIS / 2);
    }
  }

  private void playhead() {
    double x = Math.floor(rows.x(rows.at())) + 0.5;
    g.setStroke(palette.color(Token.FG));
    g.setLineWidth(1.5);
    g.strokeLine(x, FLAGS - 1, x, middle(rows.rows().size() - 1) + KNOB + 2);
  }

  private void knob(Branch branch, int row) {
    Branch current = model.branches().currentProperty().get();
    boolean has = rows.at() >= rows.begin(branch) && rows.at() <= rows.end(branch);
    if (!has && !(branch.is(current) && !rows.several())) {
      return;
    }
    double x = rows.x(rows.at());
    g.setFill(palette.color(Token.BG));
    g.fillOval(x - KNOB, middle(row) - KNOB, 2 * KNOB, 2 * KNOB);
    g.setStroke(color(branch));
    g.setLineWidth(2);
    g.strokeOval(x - KNOB, middle(row) - KNOB, 2 * KNOB, 2 * KNOB);
  }
}
