package studio.backprop.ui.watch.plots;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import studio.backprop.environment.Environment;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.workspace.environment.ActionScale;

/** Bars of an agent's action values or probabilities, on the scale of {@link ActionScale}; the chosen action is emphasized. */
final class ActionBars {
  /** Height of one action. */
  static final double ROW = 30;
  private static final double BAR = 6;
  /** Gap between an action and its number. */
  private static final double APART = 6;
  private static final int DIGITS = 4;
  /** Minimum width of a visible bar. */
  private static final double LEAST = 2;

  private final Palette palette;
  private final Lang lang;
  private final Environment world;
  private final boolean policy;

  ActionBars(Palette palette, Lang lang, Environment world, boolean policy) {
    this.palette = palette;
    this.lang = lang;
    this.world = world;
    this.policy = policy;
  }

  void paint(GraphicsContext g, float[] outputs, int action, double x, double y, double width, int columns) {
    ActionScale scale = ActionScale.of(outputs, policy);
    double each = width / columns;
    for (int i = 0; i < outputs.length; i++) {
      double left = x + i % columns * each;
      double top = y + i / columns * ROW;
      boolean chosen = i == action;
      double free = each - 10;
      String number = written(outputs[i]);
      g.setTextBaseline(VPos.TOP);
      g.setTextAlign(TextAlignment.LEFT);
      g.setFill(palette.color(chosen ? Token.FG : Token.MUT));
      Painting.write(g, name(g, i, Math.max(1, free - Fonts.width(number, g.getFont()) - APART)), left, top);
      g.setTextAlign(TextAlignment.RIGHT);
      Painting.write(g, number, left + free, top);
      g.setTextBaseline(VPos.BASELINE);
      g.setFill(palette.color(Token.BORDER_SOFT));
      g.fillRoundRect(left, top + 17, free, BAR, BAR, BAR);
      double wide = Math.max(LEAST, free * scale.length(outputs[i]));
      double from = Math.min(free - wide, free * scale.start(outputs[i]));
      g.setFill(ActionScale.color(palette, outputs[i], chosen));
      g.fillRoundRect(left + from, top + 17, wide, BAR, BAR, BAR);
    }
  }

  /** Where the name does not fit, an action with a symbol is shown by that. */
  private String name(GraphicsContext g, int action, double room) {
    String name = lang.say(world.action(action));
    int sign = name.indexOf(' ');
    boolean signed = sign > 0 && !Character.isLetterOrDigit(name.charAt(0));
    return signed && Fonts.width(name, g.getFont()) > room ? name.substring(0, sign) : name;
  }

  String written(float output) {
    return policy ? lang.numbers().chance(output) : lang.numbers().significant(output, DIGITS);
  }
}
