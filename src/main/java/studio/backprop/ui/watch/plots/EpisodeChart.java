package studio.backprop.ui.watch.plots;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import studio.backprop.environment.Environment;
import studio.backprop.train.agent.GreedyEpisode.Moment;
import studio.backprop.ui.kit.Coordinates;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Span;
import studio.backprop.ui.kit.Token;

/**
 * Output for the chosen action, Q(s, a) or π(a
 * s), along an episode; below it a row per action with its steps.
 */
final class EpisodeChart {
  private static final double ROW = 14;
  private static final double TICK = 9;
  private static final double GAP = 8;

  private final GraphicsContext g;
  private final Palette palette;
  private final Lang lang;
  private final NetworkOutput.World world;

  EpisodeChart(GraphicsContext g, Palette palette, Lang lang, NetworkOutput.World world) {
    this.g = g;
    this.palette = palette;
    this.lang = lang;
    this.world = world;
  }

  /** @param at the shown step */
  void paint(double width, double height, int at) {
    List<Moment> moments = world.episode().moments();
    Environment environment = world.episode().world();
    double strip = environment.actions().size() * ROW + GAP;
    Span across = new Span();
    across.add(0);
    across.add(Math.max(1, moments.size() - 1));
    Span up = new Span();
    moments.forEach(moment -> up.add(moment.outputs()[moment.action()]));
    if (moments.isEmpty()) {
      return;
    }
    Coordinates plane = Coordinates.small(across, up, width, height - strip);
    if (!plane.fits()) {
      return;
    }
    plane.paint(g, palette, lang.numbers(), lang.say("plots.along_steps"), world.policy() ? "π" : "Q");
    line(plane, moments);
    rows(plane, environment, moments, height - strip + GAP);
    double now = plane.x(Math.min(at, moments.size() - 1));
    g.setStroke(palette.color(Token.FG));
    g.setLineWidth(1.5);
    g.strokeLine(now, plane.top(), now, plane.bottom());
    g.strokeLine(now, height - strip + GAP, now, height);
  }

  private void line(Coordinates plane, List<Moment> moments) {
    double[] xs = new double[moments.size()];
    double[] ys = new double[moments.size()];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = plane.x(i);
      ys[i] = plane.y(moments.get(i).outputs()[moments.get(i).action()]);
    }
    g.setStroke(palette.color(Token.ACCENT_TEXT));
    g.setLineWidth(1);
    g.strokePolyline(xs, ys, xs.length);
  }

  private void rows(Coordinates plane, Environment environment, List<Moment> moments, double top) {
    g.setTextAlign(TextAlignment.RIGHT);
    g.setFill(palette.color(Token.MUT));
    for (int action = 0; action < environment.actions().size(); action++) {
      String name = lang.say(environment.action(action));
      String shown = Fonts.width(name, g.getFont()) > plane.left() - 4 ? name.substring(0, name.offsetByCodePoints(0, 1)) : name;
      Painting.write(g, shown, plane.left() - 6, top + action * ROW + TICK / 2);
    }
    g.setTextBaseline(VPos.BASELINE); // restores the baseline
    g.setStroke(palette.color(Token.GRADIENT));
    g.setLineWidth(Math.max(1, Math.min(4, (plane.right() - plane.left()) / moments.size() - 1)));
    for (int i = 0; i < moments.size(); i++) {
      double x = plane.x(i);
      double y = top + moments.get(i).action() * ROW;
      g.strokeLine(x, y, x, y + TICK);
    }
    g.setTextAlign(TextAlignment.LEFT);
  }
}
