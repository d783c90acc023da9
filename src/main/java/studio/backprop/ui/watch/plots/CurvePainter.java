package studio.backprop.ui.watch.plots;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;
import studio.backprop.ui.kit.Numbers;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Ticks;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.workspace.run.Branch;
import studio.backprop.ui.workspace.run.BranchColours;
import studio.backprop.ui.workspace.run.RunHistory;

/** Paints the curves and their axes: earlier runs pale, batches light, the smoothed line above, validation dashed with round marks. */
final class CurvePainter {
  private static final double LEFT = 42;
  /** Left margin for long numbers and powers of ten. */
  private static final double LEFT_POWERS = 62;
  private static final double LEAST_PLAIN = 0.01;
  private static final double MOST_PLAIN = 1e4;
  private static final double TOP = 8;
  private static final double BOTTOM = 22;
  private static final double RIGHT = 4;
  /** Right margin for percentages beside mode counts. */
  private static final double RIGHT_SHARES = 42;
  /** Minimum distance of two ticks in px, vertical and horizontal. */
  private static final double APART = 28;
  private static final double APART_LEVEL = 64;
  /** Width of the name at the end of the step axis. */
  private static final double NAME = 52;
  /** Gap between the last tick of the step axis and its name. */
  private static final double UNIT = 8;
  private static final double LINE = 14;
  private static final double[] DASHES = {5, 3};
  /** Maximum number of marks on the validation line. */
  private static final int MOST_MARKS = 12;
  /** Number of visible values up to which each is marked by a dot: a line of one point is invisible. */
  private static final int FEW = 30;
  private static final double PALE = 0.55;
  private static final double VEIL = 0.85;
  private static final double LATER = 0.6;
  private static final double ROOM = 6;

  private final CurveModel model;
  private final CurveLines lines;
  private final CurveTexts words;
  private DrawingSurface ink;
  private Palette palette;
  private Area area;
  private double[] xs = {};
  private double[] ys = {};

  CurvePainter(CurveModel model, CurveTexts words) {
    this.model = model;
    this.lines = model.lines();
    this.words = words;
  }

  /** Paints into a box and returns the plotting area. */
  Area paint(DrawingSurface on, double left, double top, double width, double height, Palette colours, Numbers numbers) {
    ink = on;
    palette = colours;
    lines.fill((int) Math.max(2, Math.min(1000, width - LEFT)));
    ValueRange reach = lines.reach();
    boolean plain = reach.high() >= LEAST_PLAIN && reach.high() < MOST_PLAIN;
    double start = plain ? LEFT : LEFT_POWERS;
    double end = covered() ? RIGHT_SHARES : RIGHT;
    area = new Area(
        left + start, top + TOP, Math.max(1, width - start - end), Math.max(1, height - TOP - BOTTOM), model.axis().from(), model.axis()
            .to(),
        reach.low(), reach.high(), model.logarithmic());
    axes(numbers);
    ink.clip(area.left(), area.top() - 2, area.width() + RIGHT, area.height() + 2);
    curves();
    ink.unclip();
    return area;
  }

  // --- axes

  private void axes(Numbers numbers) {
    Color rule = palette.color(Token.BORDER_SOFT);
    Color ticks = palette.color(Token.SUBT);
    for (double mark : levels()) {
      double y = Math.floor(area.y(mark)) + 0.5;
      rule(y, rule);
      ink.text(Axes.write(numbers, mark), area.left() - 6, y, DrawingSurface.Align.RIGHT, ticks);
    }
    if (covered()) {
      shares(numbers);
    }
    rule(Math.floor(area.bottom()) + 0.5, palette.color(Token.BORDER));
    double free = Math.max(1, area.width() - NAME);
    double middle = area.bottom() + 12;
    String unit = words.axis();
    double most = area.right() - CurveTexts.widthOf(unit) - UNIT;
    for (double mark : Ticks.whole(area.from(), area.placeAt(area.left() + free), marks(free, APART_LEVEL))) {
      String written = Axes.write(numbers, mark);
      if (area.x(mark) + CurveTexts.widthOf(written) / 2 < most) {
        ink.text(written, area.x(mark), middle, DrawingSurface.Align.CENTER, ticks);
      }
    }
    ink.text(unit, area.right(), middle, DrawingSurface.Align.RIGHT, ticks);
  }

  private boolean covered() {
    return model.kindProperty().get() == CurveKind.COVERED;
  }

  /** Right axis of the share of samples on a mode, in the colour of its line, with 1 at the number of all modes. */
  private void shares(Numbers numbers) {
    int most = marks(area.height(), APART);
    for (double share : Ticks.linear(0, 1, most)) {
      double y = Math.floor(area.y(share * model.adversarial().of())) + 0.5;
      if (y >= area.top() && y <= area.bottom()) {
        ink.text(numbers.percent(share), area.right() + RIGHT, y, DrawingSurface.Align.LEFT, palette.color(Token.GRADIENT));
      }
    }
  }

  private double[] levels() {
    int most = marks(area.height(), APART);
    if (covered()) {
      return Ticks.whole(area.low(), area.high(), most);
    }
    return area.logarithmic() ? Ticks.log(area.low(), area.high(), most) : Ticks.linear(area.low(), area.high(), most);
  }

  private static int marks(double length, double apart) {
    return Math.max(2, (int) (length / apart) + 1);
  }

  private void rule(double y, Color color) {
    ink.line(new double[] {area.left(), area.right()}, new double[] {y, y}, 2, color, 1);
  }

  // --- lines

  private void curves() {
    Color strong = model.branch(model.history()).map(this::color).orElseGet(() -> palette.color(Token.ACCENT_TEXT));
    Color judged = palette.color(Token.GRADIENT);
    Color pale = palette.color(Token.WIRE).deriveColor(0, 1, 1, PALE);
    for (int i = 0; i < lines.past().size(); i++) {
      if (!model.isBranch(model.drawn().get(i))) {
        line(lines.past().get(i), model.begins(model.drawn().get(i)), pale, 1.25);
      }
    }
    line(lines.batch(), palette.color(Token.ACCENT_RIM), 1);
    for (int i = 0; i < lines.past().size(); i++) { // ranges of batches would hide the other runs
      RunHistory earlier = model.drawn().get(i);
      Points points = lines.past().get(i);
      model.branch(earlier).ifPresent(branch -> {
        line(points, model.begins(earlier), color(branch), 1.75);
        beginning(earlier, branch);
      });
    }
    line(lines.line(), model.begins(model.history()), strong, 2);
    model.branch(model.history()).ifPresent(branch -> beginning(model.history(), branch));
    dots(lines.line(), strong, model.stepByStep() && lines.line().size() > FEW ? 0 : 2);
    balance();
    line(lines.generator(), palette.color(Token.TIME), 2);
    line(lines.validation(), judged, 2, DASHES);
    if (!covered()) {
      validationMarks(judged);
    }
    model.best().ifPresent(this::best);
    namesOfRuns(strong);
    model.past().ifPresent(this::past);
  }

  /** Labelled line of the equilibrium loss of generator and discriminator. */
  private void balance() {
    double y = Math.floor(area.y(AdversarialCurves.BALANCE)) + 0.5;
    if (model.ofLoss() && model.adversarial().balanced() && y > area.top() && y < area.bottom()) {
      ink.line(new double[] {area.left(), area.right()}, new double[] {y, y}, 2, palette.color(Token.OK), 1.25, DASHES);
    }
  }

  private Color color(Branch branch) {
    return palette.color(BranchColours.of(branch));
  }

  /** Dashed line where a branch left its parent run. */
  private void beginning(RunHistory of, Branch branch) {
    double begins = model.begins(of);
    if (begins >= area.from() && begins <= area.to()) {
      double x = Math.floor(area.x(begins)) + 0.5;
      ink.line(new double[] {x, x}, new double[] {area.top() - 2, area.bottom()}, 2, color(branch), 1, DASHES);
    }
  }

  private void line(Points points, Color color, double width, double... dashes) {
    line(points, Double.NEGATIVE_INFINITY, color, width, dashes);
  }

  /** @param from start position on the axis */
  private void line(Points points, double from, Color color, double width, double... dashes) {
    if (xs.length < points.size()) {
      xs = new double[2 * points.size()];
      ys = new double[2 * points.size()];
    }
    int count = 0;
    for (int i = 0; i < points.size(); i++) {
      if (points.begins(i)) {
        stroke(count, color, width, dashes);
        count = 0;
      }
      if (Double.isFinite(points.y(i)) && points.x(i) >= from) {
        xs[count] = area.x(points.x(i));
        ys[count++] = area.y(points.y(i));
      }
    }
    stroke(count, color, width, dashes);
  }

  private void stroke(int count, Color color, double width, double... dashes) {
    if (count > 1) {
      ink.line(xs, ys, count, color, width, dashes);
    }
  }

  private void dots(Points points, Color color, double radius) {
    for (int i = 0; i < points.size() && radius > 0 && points.size() <= FEW; i++) {
      ink.dot(area.x(points.x(i)), area.y(points.y(i)), radius, color, color);
    }
  }

  /** Marks the newest point and some before it. */
  private void validationMarks(Color color) {
    Points points = lines.validation();
    int each = points.size() / MOST_MARKS + 1;
    for (int i = points.size() - 1; i >= 0; i -= each) {
      ink.dot(area.x(points.x(i)), area.y(points.y(i)), 3, palette.color(Token.BG), color);
    }
  }

  /** Letter or number of each run at the end of its line, if it fits; none for a single run. */
  private void namesOfRuns(Color strong) {
    List<Double> taken = new ArrayList<>();
    if (lines.past().size() > 0) {
      name(lines.line(), model.history(), strong, taken);
    }
    for (int i = 0; i < lines.past().size(); i++) {
      RunHistory earlier = model.drawn().get(i);
      name(lines.past().get(i), earlier, model.branch(earlier).map(this::color).orElseGet(() -> palette.color(Token.MUT)), taken);
    }
  }

  private void name(Points points, RunHistory run, Color color, List<Double> taken) {
    int last = points.size() - 1;
    if (last < 1 || points.x(last) > area.to()) {
      return;
    }
    double exact = area.y(points.y(last));
    double end = Math.max(area.top(), Math.min(area.bottom(), exact));
    String beyond = exact < area.top() - LINE ? " ↑" : exact > area.bottom() + LINE ? " ↓" : "";
    for (double y : new double[] {beside(end, LINE), end + LINE, end - 2 * LINE, end + 2 * LINE, end - 3 * LINE, end + 3 * LINE}) {
      if (y > area.top() + LINE / 2 && y < area.bottom() - LINE / 2 && taken.stream().noneMatch(other -> Math.abs(other - y) < LINE)) {
        taken.add(y);
        String text = words.run(run) + beyond;
        label(text, area.x(points.x(last)) - CurveTexts.widthOf(text) / 2 - 3, y, color);
        return;
      }
    }
  }

  /** Marks the best epoch; its value is in the plot's header, where it covers nothing. */
  private void best(CurveModel.Best best) {
    double x = area.x(model.placeOf(best.epoch(), best.step()));
    double y = area.y(best.value());
    if (area.contains(x, y)) {
      Color color = palette.color(Token.GRADIENT);
      ink.dot(x, y, 4, color, palette.color(Token.BG));
    }
  }

  /** Line at the shown past step; later values are dimmed. */
  private void past(double at) {
    double x = Math.floor(area.x(at)) + 0.5;
    if (x >= area.left() && x <= area.right()) {
      ink.box(x, area.top() - 2, area.right() + RIGHT - x, area.height() + 2, palette.color(Token.BG).deriveColor(0, 1, 1, LATER));
      ink.line(new double[] {x, x}, new double[] {area.top() - 2, area.bottom()}, 2, palette.color(Token.FG), 2);
      String text = words.later();
      double half = CurveTexts.widthOf(text) / 2 + ROOM;
      if (x + 2 * half < area.right()) {
        label(text, x + half, area.top() + LINE / 2, palette.color(Token.MUT));
      }
    }
  }

  /** Above a point or, near the upper edge, below it. */
  private double beside(double y, double apart) {
    return y - apart > area.top() + LINE / 2 ? y - apart : y + apart;
  }

  /** Centre of a text kept within the edges. */
  private double within(double x, double half) {
    return Math.max(area.left() + half, Math.min(area.right() - half, x));
  }

  /** Text above the lines, on a translucent background. */
  private void label(String text, double x, double y, Color color) {
    double half = CurveTexts.widthOf(text) / 2 + 3;
    double middle = within(x, half);
    ink.box(middle - half, y - LINE / 2, 2 * half, LINE, palette.color(Token.BG).deriveColor(0, 1, 1, VEIL));
    ink.text(text, middle, y, DrawingSurface.Align.CENTER, color);
  }
}
