package studio.backprop.ui.plots;

import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;

/** The line under a world: how far the agent is and, where there is room, whose path lies under its own. */
final class WorldFoot {
  private static final double UP = 5;
  private static final double GAP = 12;

  private WorldFoot() {}

  /**
   * Paints it at the lower edge.
   *
   * @param brief in place of what is said, where that is too long or leaves no room for the other
   * @param beside at the right end, where there is room for it
   */
  static void paint(
      GraphicsContext g, Palette palette, double width, double height, String said, String brief, Optional<String> beside) {
    g.setTextAlign(TextAlignment.LEFT);
    g.setFill(palette.color(Token.FG));
    double needed = beside.map(text -> Fonts.width(text, g.getFont()) + GAP).orElse(0.0);
    String shown = Fonts.width(said, g.getFont()) + needed > width ? brief : said;
    Painting.write(g, shown, 0, height - UP, width);
    double room = width - Fonts.width(shown, g.getFont()) - GAP;
    beside.filter(text -> Fonts.width(text, g.getFont()) < room).ifPresent(text -> {
      g.setTextAlign(TextAlignment.RIGHT);
      g.setFill(palette.color(Token.TIME));
      Painting.write(g, text, width, height - UP);
      g.setTextAlign(TextAlignment.LEFT);
    });
  }
}
