package studio.backprop.ui.watch.plots;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import studio.backprop.generative.GeneratorView;
import studio.backprop.generative.RoundLog;
import studio.backprop.train.metric.ModeCoverage;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.workspace.generator.GeneratorPicture;

/** Mode coverage of a thousand generated samples: a bar per mode or class, beside the samples and their classification. */
final class GeneratedOutput implements Picture {
  private static final double FONT = 12;
  /** Height of digits relative to the font size. */
  private static final double ASCENT = 0.8;
  /** Vertical offsets of a number from its usual place, in order of preference. */
  private static final double[] PLACES = {0, -FONT, FONT + 4};
  private static final double[] NONE = {};
  /** Height above the highest bar: its number, and the legend of the dashed line. */
  private static final double TOP = 32;
  private static final double BOTTOM = 34;
  private static final double MARK = 13;
  /** Minimum size of a recognisable mark. */
  private static final double LEAST_MARK = 6;
  private static final double GAP = 8;
  private static final double LEGEND = 18;
  /** The samples' share of the height, where the bars are below. */
  private static final double UPPER = 0.62;
  private static final double BAR = 0.72;
  /** Minimum width of the numbered bars beside the samples. */
  private static final double BARS = 260;
  /** Opacity of an uncovered mode. */
  private static final double FEW = 0.4;
  private static final double[] DASHES = {4, 3};
  /** Width of the dashes in the legend, and gap to its text. */
  private static final double SAMPLE = 18;
  private static final double BETWEEN = 5;

  private final Lang lang;
  private final ThemeModel theme;
  private final GeneratorPicture examples;
  private final Painting bars = new Painting(this::paint);
  private final Pane node = new Halves();
  private GeneratorView seen;
  private Runnable titled = () -> {};

  GeneratedOutput(OutputModel model, Lang lang, ThemeModel theme) {
    this.lang = lang;
    this.theme = theme;
    examples = new GeneratorPicture(model.run().generator(), lang, theme);
    node.setMinSize(0, 0);
    for (Region half : List.of(examples, bars)) {
      half.setMinSize(0, 0);
      half.setManaged(false);
    }
    node.getChildren().addAll(examples, bars);
    model.run().generator().pointProperty().subscribe(point -> examples.redraw());
    model.run().generator().lookProperty().subscribe(this::follow);
  }

  /** Synchronized with the canvas: the same round at the same time. */
  private void follow(GeneratorView now) {
    if (seen != null && now != null) {
      seen = now;
      examples.redraw();
      bars.repaint();
      titled.run();
    }
  }

  @Override
  public void onTitle(Runnable changed) {
    titled = changed;
  }

  @Override
  public Region node() {
    return node;
  }

  @Override
  public void show(NetworkOutput answer, boolean anew) {
    seen = ((NetworkOutput.Generated) answer).view();
    examples.refresh();
    if (anew) {
      examples.redraw();
    }
    boolean counted = seen.coverage().isPresent();
    bars.setVisible(counted);
    node.requestLayout();
    bars.setAccessibleText(detail(answer).get(0));
    bars.repaint();
  }

  @Override
  public void mark() {
    // no selectable example of the data
  }

  @Override
  public List<String> detail(NetworkOutput answer) {
    GeneratorView view = ((NetworkOutput.Generated) answer).view();
    String round = lang.say("step.at.round", view.step());
    if (view.coverage().isEmpty()) {
      return List.of(round);
    }
    ModeCoverage found = view.coverage().get();
    String share = lang.numbers().percent(found.share());
    if (found.judge().isPresent() && view.step() < RoundLog.BETWEEN) {
      return List.of(lang.say("plots.generated_noise"), round);
    }
    return found.judge().isPresent()
        ? List.of(lang.say("plots.generated_judged", share, lang.numbers().percent(found.judge().getAsDouble(), 1), round),
            lang.say("plots.generated_sure", share, round), round)
        : List.of(lang.say("plots.generated_modes", share, round), round);
  }

  /** Both side by side or, in a tall place, stacked. */
  private final class Halves extends Pane {
    @Override
    protected void layoutChildren() {
      double width = getWidth();
      double height = getHeight();
      boolean upright = height > width;
      double whole = upright ? height : width;
      double first = !bars.isVisible() ? whole : upright ? Math.min(width + LEGEND, height * UPPER) : beside(width, height);
      examples.resizeRelocate(0, 0, upright ? width : first, upright ? first : height);
      bars.resizeRelocate(upright ? 0 : first + GAP, upright ? first + GAP : 0, upright ? width : width - first - GAP,
          upright ? height - first - GAP : height);
    }
  }

  /** In a large place, such as a classroom projection, the samples get more width than the bars. */
  private static double beside(double width, double height) {
    return Math.max((width - GAP) / 2, Math.min(height - LEGEND, width - BARS));
  }

  private void paint(GraphicsContext g, double width, double height) {
    if (seen == null || seen.coverage().isEmpty()) {
      return;
    }
    Palette palette = theme.palette();
    ModeCoverage found = seen.coverage().get();
    int[] counts = found.counts();
    int landed = Arrays.stream(counts).sum();
    int most = Math.max(1, Arrays.stream(counts).max().orElse(1));
    g.setFont(Font.font(Fonts.FAMILY, FONT));
    double each = width / counts.length;
    boolean named = seen.modes().length > 0 && each > Fonts.width(Integer.toString(counts.length), g.getFont()) + 2;
    double bottom = height - BOTTOM - (named ? FONT : 0);
    double least = ModeCoverage.LEAST * found.examples();
    for (int mode = 0; mode < counts.length; mode++) {
      double high = (bottom - TOP) * counts[mode] / Math.max(most, least);
      double x = mode * each + each * (1 - BAR) / 2;
      boolean enough = counts[mode] >= least;
      g.setFill(enough ? palette.color(Token.TIME) : palette.color(Token.TIME).deriveColor(0, 1, 1, FEW));
      g.fillRect(x, bottom - high, each * BAR, high);
      mark(g, palette, mode, mode * each + each / 2, bottom + 3, Math.min(MARK, each - 1));
      if (named) {
        name(g, palette, Integer.toString(mode + 1), mode * each + each / 2, bottom + MARK + FONT + 2);
      }
    }
    g.setStroke(palette.color(Token.MUT));
    g.setLineDashes(DASHES);
    double y = Math.rint(bottom - (bottom - TOP) * least / Math.max(most, least)) + 0.5;
    g.strokeLine(0, y, width, y);
    String covered = lang.say("plots.generated_covered", Math.round(least));
    double wide = Fonts.width(covered, g.getFont());
    Rectangle2D label = new Rectangle2D(width - SAMPLE - BETWEEN - wide, 0, SAMPLE + BETWEEN + wide, FONT + 2);
    double middle = Math.rint(FONT * (1 - ASCENT / 2)) + 0.5;
    g.strokeLine(label.getMinX(), middle, label.getMinX() + SAMPLE, middle);
    g.setLineDashes();
    g.setFill(palette.color(Token.MUT));
    Painting.write(g, covered, label.getMaxX() - wide, FONT);
    numbers(g, palette, counts, each, label, mode -> bottom - (bottom - TOP) * counts[mode] / Math.max(most, least));
    g.setFill(palette.color(Token.MUT));
    String key = found.judge().isPresent() ? "plots.generated_unsure" : "plots.generated_off";
    Painting.write(g, lang.say(key, found.examples() - landed), 0, height - 4, width);
  }

  /**
   * Number above each bar; none above empty bars. If it would touch another, it is moved up by a line, or into its bar, or omitted.
   *
   * @param label that must not be covered
   * @param top of the bar of a mode
   */
  private static void numbers(GraphicsContext g, Palette palette, int[] counts, double each, Rectangle2D label, IntToDoubleFunction top) {
    List<Rectangle2D> taken = new ArrayList<>(List.of(label));
    for (int mode = 0; mode < counts.length; mode++) {
      String number = Integer.toString(counts[mode]);
      double wide = Fonts.width(number, g.getFont());
      double x = Math.max(0, Math.min(each * counts.length - wide, mode * each + (each - wide) / 2));
      double above = top.applyAsDouble(mode) - 4 - FONT * ASCENT;
      for (double lower : counts[mode] > 0 ? PLACES : NONE) {
        double y = Math.max(0, above + lower);
        Rectangle2D place = new Rectangle2D(x - 1, y, wide + 2, FONT * ASCENT + 1);
        if (taken.stream().noneMatch(place::intersects)) {
          taken.add(place);
          g.setFill(palette.color(Token.BG));
          g.fillRect(place.getMinX(), y, place.getWidth(), place.getHeight()); // the dashes do not cross it
          g.setFill(palette.color(Token.FG));
          Painting.write(g, number, x, y + FONT * ASCENT);
          break;
        }
      }
    }
  }

  private static void name(GraphicsContext g, Palette palette, String name, double middle, double base) {
    g.setFill(palette.color(Token.MUT));
    Painting.write(g, name, middle - Fonts.width(name, g.getFont()) / 2, base, MARK);
  }

  /** Position of the mode among all, or its class. */
  private void mark(GraphicsContext g, Palette palette, int mode, double middle, double top, double size) {
    if (size < LEAST_MARK) {
      return;
    }
    if (seen.modes().length == 0 || seen.numbers() != 2) {
      name(g, palette, Integer.toString(mode), middle, top + FONT);
      return;
    }
    g.setStroke(palette.color(Token.BORDER));
    g.setLineWidth(1);
    g.strokeOval(middle - size / 2, top, size, size);
    double across = (seen.modes()[2 * mode] - seen.low()[0]) / (seen.high()[0] - seen.low()[0]);
    double down = (seen.high()[1] - seen.modes()[2 * mode + 1]) / (seen.high()[1] - seen.low()[1]);
    g.setFill(palette.color(Token.FG));
    double dot = size / 3;
    g.fillOval(middle - size / 2 + across * size - dot / 2, top + down * size - dot / 2, dot, dot);
  }
}
