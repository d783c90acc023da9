package studio.backprop.ui.watch.plots;

import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;

/** Status line of an environment: progress of the agent and, where it fits, whose path is drawn below its own. */
final class EnvironmentStatusBar {
  private static final double UP = 5;
  private static final double GAP = 12;

  private static final double LINE = 17;
  /** Separator, where lines may break. */
  private static final String PARTS = " · ";

  private EnvironmentStatusBar() {}

  /** Height at the lower edge: two lines for a text that does not fit in one. */
  static double height(GraphicsContext g, double width, String said) {
    return EnvironmentLayout.FOOT + (lines(g, width, said).size() - 1) * LINE;
  }

  /** One line or, if it does not fit, two. */
  private static List<String> lines(GraphicsContext g, double width, String said) {
    int cut = said.length();
    while (cut > 0 && Fonts.width(said.substring(0, cut), g.getFont()) > width) {
      cut = said.lastIndexOf(PARTS, cut - 1);
    }
    return cut <= 0 || cut == said.length() ? List.of(said) : List.of(said.substring(0, cut), said.substring(cut + PARTS.length()));
  }

  /**
   * Paints it at the lower edge.
   *
   * @param brief shorter text, where {@code said} is too long or leaves no room for {@code beside}
   * @param beside at the right end, where it fits
   */
  static void paint(
      GraphicsContext g, Palette palette, double width, double height, String said, String brief, Optional<String> beside) {
    g.setTextAlign(TextAlignment.LEFT);
    g.setFill(palette.color(Token.FG));
    double needed = beside.map(text -> Fonts.width(text, g.getFont()) + GAP).orElse(0.0);
    String shown = Fonts.width(said, g.getFont()) + needed > width ? brief : said;
    List<String> lines = lines(g, width, shown);
    for (int i = 0; i < lines.size(); i++) {
      Painting.write(g, lines.get(i), 0, height - UP - (lines.size() - 1 - i) * LINE, width);
    }
    double room = width - Fonts.width(shown, g.getFont()) - GAP;
    beside.filter(text -> Fonts.width(text, g.getFont()) < room).ifPresent(text -> {
      g.setTextAlign(TextAlignment.RIGHT);
      g.setFill(palette.color(Token.TIME));
      Painting.write(g, text, width, height - UP);
      g.setTextAlign(TextAlignment.LEFT);
    });
  }
}
