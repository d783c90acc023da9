package studio.backprop.ui.watch.plots;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import studio.backprop.environment.Environment;
import studio.backprop.environment.ObservationVariable;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;

/**
 * Policy over the plane of two observation variables, the others at the middle: the advantage of the last action over the first, Q(→) −
 * Q(←) or π(→) − π(←), and the shown state.
 */
final class PolicyMap {
  private static final double LEFT = 18;
  private static final double BOTTOM = 18;
  private static final double TOP = 18;
  private static final double MARK = 9;
  private static final int DIGITS = 2;
  private static final double DOT = 9;
  /** Opacity of the path, so that the colours stay visible. */
  private static final double FAINT = 0.6;

  private final GraphicsContext g;
  private final Palette palette;
  private final Lang lang;
  private final NetworkOutput.World world;
  private Rectangle2D plane = new Rectangle2D(0, 0, 1, 1);

  PolicyMap(GraphicsContext g, Palette palette, Lang lang, NetworkOutput.World world) {
    this.g = g;
    this.palette = palette;
    this.lang = lang;
    this.world = world;
  }

  /** Position in the map under a point, in [0, 1] rightwards and upwards. */
  Optional<Point2D> at(double x, double y) {
    double right = (x - plane.getMinX()) / plane.getWidth();
    double up = 1 - (y - plane.getMinY()) / plane.getHeight();
    return right >= 0 && right < 1 && up >= 0 && up < 1 ? Optional.of(new Point2D(right, up)) : Optional.empty();
  }

  /** Axes with the next variable on the axis whose label is under a point; empty for none. */
  Optional<MapAxes> turnedAt(double x, double y) {
    boolean along = x >= plane.getMinX() && x < plane.getMaxX() && y >= plane.getMaxY() && y < plane.getMaxY() + BOTTOM;
    boolean upwards = x < plane.getMinX() && x >= plane.getMinX() - LEFT && y >= plane.getMinY() && y < plane.getMaxY();
    Environment environment = world.episode().world();
    return (along || upwards) && environment.observed().size() > 2
        ? Optional.of(new MapAxes(world.across(), world.up()).next(upwards, environment)) : Optional.empty();
  }

  /** @param path states of the episode so far @param state the shown one */
  void paint(double x, double y, double width, double height, List<double[]> path, double[] state) {
    double left = x + LEFT;
    double wide = width - LEFT - 4;
    double tall = height - BOTTOM - TOP - 4;
    if (wide <= 0 || tall <= 0) {
      return;
    }
    legend(world.episode().world(), left, y, wide);
    plane = new Rectangle2D(left, y + TOP, wide, tall);
    int size = world.size();
    double reach = reach();
    double cellX = wide / size;
    double cellY = tall / size;
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        g.setFill(palette.signed().color(reach == 0 ? 0 : difference(row * size + column) / reach));
        g.fillRect(left + column * cellX, y + TOP + row * cellY, cellX + 0.5, cellY + 0.5);
      }
    }
    Environment environment = world.episode().world();
    path(environment, path);
    axes(environment, left, y + TOP, wide, tall);
    Point2D at = place(environment, state);
    double atX = at.getX();
    double atY = at.getY();
    g.setFill(palette.color(Token.BG));
    g.fillOval(atX - DOT / 2, atY - DOT / 2, DOT, DOT);
    g.setStroke(palette.color(Token.FG));
    g.setLineWidth(2);
    g.strokeOval(atX - DOT / 2, atY - DOT / 2, DOT, DOT);
  }

  /** Position of a state in px. */
  private Point2D place(Environment environment, double[] state) {
    float[] seen = new float[environment.observed().size()];
    environment.observe(state, seen, 0);
    double right = share(environment.observed().get(world.across()), seen[world.across()]);
    double upwards = share(environment.observed().get(world.up()), seen[world.up()]);
    return new Point2D(plane.getMinX() + right * plane.getWidth(), plane.getMinY() + (1 - upwards) * plane.getHeight());
  }

  private void path(Environment environment, List<double[]> path) {
    double[] xs = new double[path.size()];
    double[] ys = new double[path.size()];
    for (int i = 0; i < xs.length; i++) {
      Point2D at = place(environment, path.get(i));
      xs[i] = at.getX();
      ys[i] = at.getY();
    }
    g.setStroke(palette.color(Token.FG));
    g.setLineWidth(1);
    g.setGlobalAlpha(FAINT);
    g.strokePolyline(xs, ys, xs.length);
    g.setGlobalAlpha(1);
  }

  private double difference(int place) {
    int actions = world.actions();
    return world.map()[place * actions + actions - 1] - world.map()[place * actions];
  }

  private double reach() {
    double reach = 0;
    for (int place = 0; place < world.size() * world.size(); place++) {
      reach = Math.max(reach, Math.abs(difference(place)));
    }
    return reach;
  }

  private static double share(ObservationVariable number, double value) {
    return Math.max(0, Math.min(1, (value - number.low()) / (number.high() - number.low())));
  }

  /** Both axes, with the limits of their ranges. */
  private void axes(Environment environment, double left, double y, double wide, double tall) {
    ObservationVariable across = environment.observed().get(world.across());
    ObservationVariable up = environment.observed().get(world.up());
    g.setFill(palette.color(Token.SUBT));
    axis(across, left, y + tall + 14, wide);
    g.save();
    g.translate(left - 6, y + tall);
    g.rotate(-90);
    axis(up, 0, 0, tall);
    g.restore();
    g.setTextAlign(TextAlignment.LEFT);
  }

  private void axis(ObservationVariable number, double x, double y, double length) {
    String low = lang.numbers().significant(number.low(), DIGITS);
    String high = lang.numbers().significant(number.high(), DIGITS);
    double taken = 2 * Math.max(Fonts.width(low, g.getFont()), Fonts.width(high, g.getFont())) + 2 * MARK;
    g.setTextAlign(TextAlignment.LEFT);
    g.fillText(low, x, y);
    g.setTextAlign(TextAlignment.RIGHT);
    g.fillText(high, x + length, y);
    g.setTextAlign(TextAlignment.CENTER);
    List<String> names = EnvironmentTexts.names(lang, number);
    g.fillText(names.stream().filter(name -> Fonts.width(name, g.getFont()) <= length - taken).findFirst()
        .orElse(names.get(names.size() - 1)), x + length / 2, y);
  }

  /** Colours of the actions, by symbol where space is short. */
  private void legend(Environment environment, double left, double y, double wide) {
    List<String> names = List.of(lang.say(environment.action(0)), lang.say(environment.action(world.actions() - 1)));
    double whole = names.stream().mapToDouble(name -> Fonts.width(name, g.getFont()) + 2 * MARK + 6).sum();
    double x = left;
    g.setTextAlign(TextAlignment.LEFT);
    for (int i = 0; i < names.size(); i++) {
      String name = whole > wide ? names.get(i).substring(0, names.get(i).offsetByCodePoints(0, 1)) : names.get(i);
      g.setFill(palette.signed().color(i == 0 ? -1 : 1));
      g.fillRoundRect(x, y + 3, MARK, MARK, 2, 2);
      g.setFill(palette.color(Token.FG));
      g.fillText(name, x + MARK + 4, y + 12);
      x += Fonts.width(name, g.getFont()) + 2 * MARK + 6;
    }
  }
}
