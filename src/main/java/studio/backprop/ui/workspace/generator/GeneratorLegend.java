package studio.backprop.ui.workspace.generator;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import studio.backprop.generative.GeneratorView;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;

/** Legend of a {@link GeneratorPicture} with its round: below, or in a column beside it. */
final class GeneratorLegend {
  static final double FONT = 12;
  private static final double LINE = 18;
  private static final double GAP = 5;
  private static final double SIGN = 9;
  private static final String ARROW = "→";
  private static final double DOT = 5;
  /** Gap of colour bar and numbers, in px. */
  private static final double APART = 5;
  /** Thickness and lengths of the colour bar, in px. */
  private static final double BAR = 12;
  private static final double LEAST = 36;
  private static final double MOST = 110;
  /** Lines of the column beside the colour bar. */
  private static final double LINES = 5.5;

  private final Lang lang;
  private double larger = 1;

  GeneratorLegend(Lang lang) {
    this.lang = lang;
  }

  /** @param scale font size relative to the default */
  void scale(double scale) {
    larger = scale;
  }

  Font font() {
    return Font.font(Fonts.FAMILY, FONT * larger);
  }

  double height() {
    return (2 * LINE + 2) * larger;
  }

  /** Width of the column with the gap before it. */
  double width(GeneratorView seen) {
    double words = Math.max(most(marks()) + sign(2) - SIGN * larger, most(ends()) + APART * larger);
    return (GAP + SIGN) * larger + 1 + Math.max(words, most(List.of(round(seen))) - SIGN * larger);
  }

  /** Minimum height of the column. */
  double least() {
    return LINES * LINE * larger + LEAST * larger;
  }

  private double most(List<String> words) {
    return words.stream().mapToDouble(word -> Fonts.width(word, font())).max().orElse(0);
  }

  private List<String> marks() {
    return List.of(lang.say("generator.real"), lang.say("generator.generated"), lang.say("generator.pull"));
  }

  private List<String> ends() {
    return List.of(lang.say("generator.high"), lang.say("generator.low"));
  }

  private String round(GeneratorView seen) {
    return lang.say("step.at.round", seen.step());
  }

  /**
   * In a column.
   *
   * @param right edge of the picture
   * @param pale opacity of the colours
   */
  void beside(GraphicsContext g, Palette palette, GeneratorView seen, double right, double height, double pale) {
    double x = right + GAP * larger;
    g.setFont(font());
    g.setFill(palette.color(Token.MUT));
    double line = LINE * larger;
    Painting.write(g, lang.say("generator.scale"), x, line * 0.75);
    double top = line;
    double length = Math.min(MOST * larger, height - LINES * line);
    double thick = SIGN * larger;
    for (int row = 0; row < length; row++) {
      g.setFill(palette.signed().color(pale * (1 - 2 * (row + 0.5) / length)));
      g.fillRect(x, top + row, thick, 1);
    }
    g.setFill(palette.color(Token.MUT));
    double beside = x + thick + APART * larger;
    Painting.write(g, lang.say("generator.high"), beside, top + 10 * larger);
    Painting.write(g, lang.say("generator.middle"), beside, top + length / 2 + 4 * larger);
    Painting.write(g, lang.say("generator.low"), beside, top + length);
    double y = top + length + line * 1.1;
    for (int i = 0; i < marks().size(); i++) {
      mark(g, palette, i, x, y + i * line);
    }
    Painting.write(g, round(seen), x, y + marks().size() * line);
  }

  /** In two lines; {@code walls} are the left edges of the image walls, the generated one first. */
  void under(GraphicsContext g, Palette palette, GeneratorView seen, double top, double width, double pale, double... walls) {
    g.setFont(font());
    double y = top + LINE * larger - 4 * larger;
    if (walls.length == 0) {
      double x = 0;
      for (int i = 0; i < marks().size(); i++) {
        double end = x + sign(i) + Fonts.width(marks().get(i), font());
        if (end <= width) { // no truncated words
          mark(g, palette, i, x, y);
        }
        x = end + GAP * larger;
      }
    } else {
      names(g, palette, y, width, walls);
    }
    colours(g, palette, seen, y + LINE * larger, width, pale);
  }

  private void names(GraphicsContext g, Palette palette, double y, double width, double... walls) {
    g.setFill(palette.color(Token.MUT));
    String all = lang.say("generator.walls");
    if (Fonts.width(all, font()) <= width) {
      Painting.write(g, all, 0, y);
      return;
    }
    String left = lang.say("generator.generated");
    String right = lang.say("generator.real");
    double both = Fonts.width(left + "  " + right, font());
    double x = Math.max(0, Math.min(walls[0], width - both));
    Painting.write(g, left, x, y);
    if (both <= width) {
      Painting.write(g, right, Math.max(Math.min(walls[1], width - Fonts.width(right, font())), x + Fonts.width(left + "  ", font())), y);
    }
  }

  private void mark(GraphicsContext g, Palette palette, int place, double x, double y) {
    g.setFill(palette.color(place == 1 ? Token.TIME : Token.FG));
    if (place < 2) {
      g.fillOval(x, y - 6 * larger, DOT * larger, DOT * larger);
    } else {
      Painting.write(g, ARROW, x - 2, y);
    }
    g.setFill(palette.color(Token.MUT));
    Painting.write(g, marks().get(place), x + sign(place), y);
  }

  /** Offset of the words from the start of their mark: an arrow is longer than a dot. */
  private double sign(int place) {
    return place < 2 ? SIGN * larger : Math.max(SIGN * larger, Fonts.width(ARROW, font()));
  }

  /** Colour bar from 0 to 1 with as much text as fits; then the round. */
  private void colours(GraphicsContext g, Palette palette, GeneratorView seen, double y, double width, double pale) {
    String name = lang.say("generator.scale");
    String from0 = lang.say("generator.low");
    String to1 = lang.say("generator.high");
    String round = lang.say("step.at.round", seen.step());
    List<List<String>> ways = List.of(List.of(name + "  " + from0, to1, round), List.of(from0, to1, round),
        List.of(name + "  " + from0, to1), List.of(from0, to1), List.of(name + "  0", "1"), List.of("0", "1"));
    List<String> way = ways.stream().filter(words -> beside(words) + LEAST * larger <= width).findFirst().orElse(ways.get(ways.size() - 1));
    double bar = Math.min(MOST * larger, width - beside(way));
    if (bar <= 0) {
      return;
    }
    double low = Fonts.width(way.get(0), font());
    double from = low + DOT * larger;
    for (int column = 0; column < bar; column++) {
      g.setFill(palette.signed().color(pale * (2 * (column + 0.5) / bar - 1)));
      g.fillRect(from + column, y - BAR * larger + 3 * larger, 1, BAR * larger);
    }
    String middle = lang.say("generator.middle");
    g.setFill(palette.color(Token.FG));
    Painting.write(g, middle, from + (bar - Fonts.width(middle, font())) / 2, y);
    g.setFill(palette.color(Token.MUT));
    Painting.write(g, way.get(0), 0, y);
    Painting.write(g, way.get(1), from + bar + DOT * larger, y);
    if (way.size() > 2) {
      Painting.write(g, round, width - Fonts.width(round, font()), y);
    }
  }

  /** Width of the text beside the colour bar, with gaps. */
  private double beside(List<String> words) {
    double gaps = (2 * DOT + (words.size() > 2 ? 2 * GAP : 0)) * larger;
    return words.stream().mapToDouble(word -> Fonts.width(word, font())).sum() + gaps;
  }
}
