package studio.backprop.ui.workspace.generator;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import studio.backprop.generative.GeneratorView;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;

/** Small square of real and generated points, with the number of covered modes in its corner. */
public final class GeneratorSketch {
  private static final double FONT = 12;
  private static final double PAD = 5;
  private static final double HIGH = 18;
  private static final double BASE = 13;

  private final PointPlane plane = new PointPlane();
  private final Lang lang;

  public GeneratorSketch(Lang lang) {
    this.lang = lang;
  }

  /** @param seen with two-dimensional examples */
  public void paint(GraphicsContext g, Palette palette, GeneratorView seen, double side) {
    plane.place(seen, 0, side, 1);
    plane.ground(g, palette);
    plane.points(g, palette);
    seen.coverage().ifPresent(found -> {
      String words = lang.say("generator.covered", found.covered(), found.counts().length);
      g.setFont(Font.font(Fonts.FAMILY, FONT));
      double wide = Fonts.width(words, g.getFont()) + 2 * PAD;
      g.setFill(palette.color(Token.BG));
      g.fillRoundRect(PAD, side - HIGH - PAD, wide, HIGH, HIGH / 2, HIGH / 2);
      g.setFill(palette.color(Token.FG));
      Painting.write(g, words, 2 * PAD, side - HIGH - PAD + BASE);
    });
  }
}
