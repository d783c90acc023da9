package studio.backprop.ui.plots;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;
import studio.backprop.environment.Environment;
import studio.backprop.environment.Grid;
import studio.backprop.environment.Observed;
import studio.backprop.train.agent.Demonstration;
import studio.backprop.train.agent.Demonstration.Moment;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.kit.Readout;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.world.GridPainter;
import studio.backprop.ui.world.WorldPainter;

/**
 * An agent that plays an episode, with what it thinks of each action; after the last step another one begins by the newest weights. A grid
 * shows what it thinks of every square, of other worlds a map of the policy can be seen in place of the picture: both by the weights of
 * now, also while an episode of older ones is seen to its end.
 */
final class WorldView implements Picture {
  /** Frames of the screen to one picture. */
  private static final int EACH = 4;
  /** Pictures for which the end of an episode is seen. */
  private static final int PAUSE = 12;
  private static final double BARS = 0.42;
  private static final double ROW = 30;
  private static final double FOOT = 20;
  private static final double BAR = 6;
  /** Between an action and its number. */
  private static final double APART = 6;
  private static final double LEAST_BARS = 150;
  /** So wide that the title and both switches have room. */
  private static final double BOTH = 260;
  private static final int DIGITS = 4;

  private final OutputModel model;
  private final Lang lang;
  private final ThemeModel theme;
  private final Painting painting = new Painting(this::paint);
  private final Readout readout = new Readout();
  private final ToggleButton map = new ToggleButton();
  private final ToggleButton own = new ToggleButton();
  private final HBox tools = new HBox(map, own);
  private final Region node;
  /** While a person plays. */
  private OwnPlay play;
  /** Whose episode is watched. */
  private NetworkOutput.World answer;
  /** The newest one, whose values and policy are shown. */
  private NetworkOutput.World newest;
  private GridPainter grid;
  private int frame;
  private int at;
  private int waited;

  WorldView(OutputModel model, Pulse pulse, Lang lang, ThemeModel theme) {
    this.model = model;
    this.lang = lang;
    this.theme = theme;
    Pointed.label(map, lang, "plots.policy_map", painting::repaint);
    Pointed.label(own, lang, "plots.own_play", this::playOwn);
    tools.getStyleClass().add("head");
    node = Pointed.pane(painting, readout, this::read, press -> painting.requestFocus(), this::press);
    painting.setOnKeyReleased(key -> Optional.ofNullable(play).ifPresent(OwnPlay::release));
    node.setMinSize(0, 0);
    node.widthProperty().subscribe(this::placeTools);
    pulse.subscribe(this::move);
  }

  /** Where both switches have no room, as beside the network for a class, the map stays: a person plays in the larger picture. */
  private void placeTools() {
    boolean room = node.getWidth() == 0 || node.getWidth() >= BOTH;
    Sight.show(own, room || own.isSelected() || !map.isVisible());
  }

  @Override
  public Region node() {
    return node;
  }

  @Override
  public Optional<Node> tool() {
    return Optional.of(tools);
  }

  /** An episode that is being watched is seen to its end. */
  @Override
  public void show(NetworkOutput shown, boolean anew) {
    NetworkOutput.World world = (NetworkOutput.World) shown;
    boolean other = answer == null || answer.judged().data() != world.judged().data();
    newest = world;
    if (other || world != answer && !model.run().playing() && world.judged().step() != answer.judged().step()) {
      begin(world);
    }
    painting.repaint();
  }

  private void begin(NetworkOutput.World world) {
    boolean elsewhere = play != null && play.world() != world.episode().world();
    answer = world;
    if (elsewhere) {
      own.setSelected(false);
    }
    Sight.show(map, world.size() > 0);
    placeTools();
    at = 0;
    waited = 0;
  }

  private void playOwn() {
    play = own.isSelected() && answer != null ? new OwnPlay(world()) : null;
    painting.requestFocus();
    painting.repaint();
  }

  private void press(KeyEvent key) {
    if (play != null && play.press(key.getCode())) {
      key.consume();
      painting.repaint();
    }
  }

  private void move() {
    frame++;
    if (play != null && frame % 2 == 0 && Sight.of(node)) {
      play.tick();
      painting.repaint();
      return;
    }
    if (play != null || answer == null || frame % EACH != 0 || !Sight.of(node)) {
      return;
    }
    if (at < moments().size()) {
      at = Math.min(moments().size(), at + stride());
    } else if (newest != answer && waited >= PAUSE) {
      begin(newest);
    } else if (waited++ == 0 && newest == answer) {
      model.playAgain();
    }
    painting.repaint();
  }

  private List<Moment> moments() {
    return answer.episode().moments();
  }

  /** Worlds that move by themselves are seen about as fast as they are. */
  private int stride() {
    boolean slow = world() instanceof Grid || world().stateSize() == 1;
    return slow ? frame / EACH % 2 : 2;
  }

  private Environment world() {
    return answer.episode().world();
  }

  private double[] state() {
    return at < moments().size() ? moments().get(at).state() : answer.episode().end();
  }

  /** What is thought of the state that is seen; of the last one, what was thought before. */
  private Optional<Moment> moment() {
    return moments().isEmpty() ? Optional.empty() : Optional.of(moments().get(Math.min(at, moments().size() - 1)));
  }

  @Override
  public void mark() {
    painting.repaint();
  }

  @Override
  public List<String> detail(NetworkOutput shown) {
    long now = shown.judged().step();
    long played = answer == null ? now : answer.judged().step();
    boolean mapped = world() instanceof Grid || map.isSelected();
    if (now == played || !mapped) {
      return List.of(lang.say("plots.world_by", played), lang.say("plots.world_weights", played));
    }
    return List.of(lang.say("plots.world_both", now, played), lang.say("plots.world_values", now));
  }

  // --- drawing

  private void paint(GraphicsContext g, double width, double height) {
    if (answer == null) {
      return;
    }
    if (play != null) {
      new WorldPainter(g, theme.palette(), 0, 0, width, height - FOOT).paint(play.world(), play.state(), play.action());
      foot(g, width, height);
      return;
    }
    boolean wide = world() instanceof Grid;
    double bars = wide ? 0 : Math.max(Math.min(LEAST_BARS, width / 2), width * BARS);
    double room = wide ? height - FOOT - 2 * ROW : height - FOOT;
    if (map.isSelected() && answer.size() > 0) {
      new PolicyMap(g, theme.palette(), lang, newest).paint(0, 0, width - bars, room, state());
    } else if (world() instanceof Grid squares) {
      grid = new GridPainter(g, theme.palette(), squares, 0, 0, width, room);
      grid.paint(newest.map(), newest.policy(), path(), (int) state()[0]);
    } else {
      new WorldPainter(g, theme.palette(), 0, 0, width - bars, room).paint(world(), state(),
          at < moments().size() ? moments().get(at).action() : -1);
    }
    if (wide) {
      bars(g, 0, room + 2, width, 2);
    } else {
      bars(g, width - bars + 8, Math.max(0, (room - ROW * answer.actions()) / 2), bars - 8, 1);
    }
    foot(g, width, height);
  }

  private List<Integer> path() {
    List<Integer> path = new ArrayList<>();
    for (int i = 0; i <= Math.min(at, moments().size() - 1); i++) {
      path.add((int) moments().get(i).state()[0]);
    }
    path.add((int) state()[0]);
    return path;
  }

  /** A bar for each action, the best one strong. */
  private void bars(GraphicsContext g, double x, double y, double width, int columns) {
    Optional<Moment> moment = moment();
    if (moment.isEmpty()) {
      return;
    }
    float[] outputs = moment.get().outputs();
    double low = answer.policy() ? 0 : least(outputs);
    double high = answer.policy() ? 1 : most(outputs);
    double each = width / columns;
    Palette palette = theme.palette();
    for (int i = 0; i < outputs.length; i++) {
      double left = x + i % columns * each;
      double top = y + i / columns * ROW;
      boolean chosen = i == moment.get().action();
      double free = each - 10;
      String number = written(outputs[i]);
      g.setTextBaseline(VPos.TOP);
      g.setTextAlign(TextAlignment.LEFT);
      g.setFill(palette.color(chosen ? Token.FG : Token.MUT));
      Painting.write(g, lang.say(world().action(i)), left, top, Math.max(1, free - Fonts.width(number, g.getFont()) - APART));
      g.setTextAlign(TextAlignment.RIGHT);
      Painting.write(g, number, left + free, top);
      g.setTextBaseline(VPos.BASELINE);
      g.setFill(palette.color(Token.BORDER_SOFT));
      g.fillRoundRect(left, top + 17, free, BAR, BAR, BAR);
      double share = high > low ? (outputs[i] - low) / (high - low) : 0;
      g.setFill(palette.color(chosen ? Token.ACCENT : Token.ACCENT_RIM));
      g.fillRoundRect(left, top + 17, Math.max(2, free * share), BAR, BAR, BAR);
    }
  }

  private String written(float output) {
    return answer.policy() ? lang.numbers().share(output) : lang.numbers().significant(output, DIGITS);
  }

  private static double least(float[] outputs) {
    double least = 0;
    for (float output : outputs) {
      least = Math.min(least, output);
    }
    return least;
  }

  private static double most(float[] outputs) {
    double most = 0;
    for (float output : outputs) {
      most = Math.max(most, output);
    }
    return most;
  }

  private void foot(GraphicsContext g, double width, double height) {
    g.setTextAlign(TextAlignment.LEFT);
    g.setFill(theme.palette().color(Token.FG));
    Painting.write(g, said(), 0, height - 5, width);
    painting.setAccessibleText(said());
  }

  private String said() {
    if (play != null) {
      String returned = lang.numbers().significant(play.returned(), DIGITS);
      String key = play.steps() == 0 ? "plots.own_keys" : play.over() ? "plots.own_over" : "plots.world_now";
      return lang.say(key, play.steps(), returned, lang.numbers().significant(Math.max(play.best(), -1e9), DIGITS));
    }
    Demonstration episode = answer.episode();
    String returned = lang.numbers().significant(episode.returned(at), DIGITS);
    boolean over = at >= moments().size();
    return lang.say(!over ? "plots.world_now" : episode.terminated() ? "plots.world_ended" : episode.circles() ? "plots.world_circle"
        : "plots.world_cut", at, returned);
  }

  // --- mouse

  private void read(MouseEvent place) {
    readout.hide();
    if (answer == null || grid == null || !(world() instanceof Grid squares)) {
      return;
    }
    int square = grid.at(place.getX(), place.getY());
    if (square >= 0 && squares.isOpen(square)) {
      int columns = squares.columns();
      StringBuilder text = new StringBuilder(lang.say("plots.world_square", square / columns + 1, square % columns + 1));
      for (int i = 0; i < answer.actions(); i++) {
        float output = newest.map()[square * answer.actions() + i];
        text.append('\n').append(lang.say("plots.world_action", lang.say(squares.action(i)),
            written(output)));
      }
      readout.showAt(place.getX(), place.getY(), painting.getWidth(), painting.getHeight(), text.toString());
    }
  }

  /** What an observed number is called, with its unit. */
  static String name(Lang lang, Observed number) {
    String title = lang.say(number.title());
    return number.unit().isEmpty() ? title : title + " (" + number.unit() + ")";
  }
}
