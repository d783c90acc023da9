package studio.backprop.ui.watch.plots;

import java.util.List;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import studio.backprop.environment.Environment;
import studio.backprop.environment.Grid;
import studio.backprop.train.agent.BatchedPolicy;
import studio.backprop.train.agent.GreedyEpisode.Moment;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.kit.Readout;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.workspace.environment.EnvironmentPainter;

/**
 * Animated episode of an agent with its output for each action; the next one uses the newest weights. A grid shows values of every cell;
 * other environments have a policy map as an alternative. Both use current weights, even while an episode of older ones is played to its
 * end.
 */
final class EnvironmentView implements Picture {
  /** Screen frames per picture. */
  private static final int EACH = 4;
  /** Maximum number of frames until the network has evaluated a pushed state. */
  private static final int LONGEST_WAIT = 600;
  /** In N s. */
  private static final double KEY_PUSH = 0.4;

  private final OutputModel model;
  private final OwnKeys keys;
  private final Lang lang;
  private final ThemeModel theme;
  private final EnvironmentTexts words;
  private final Painting painting = new Painting(this::paint);
  private final Readout readout = new Readout();
  private final EnvironmentViewToolbar tools;
  private final Region node;
  /** Game of the user; null without one. */
  private HumanPlay play;
  private final WatchedEpisode episode = new WatchedEpisode();
  private final SquaresView squares;
  private PolicyMap policyMap;
  private int frame;
  /** State in which the user has put the agent; null without one. */
  private StateProbe whatIf;
  private Runnable titled = () -> {};
  private final CartPush hand = new CartPush();
  /** State after a push from which the episode continues once the network is evaluated; null without one. */
  private double[] pushed;
  private int waited;
  /** Whether the shown episode continues after a push. */
  private boolean afterPush;

  EnvironmentView(OutputModel model, OwnKeys keys, Pulse pulse, Lang lang, ThemeModel theme) {
    this.model = model;
    this.keys = keys;
    keys.goTo(key -> Sight.of(node()) && playKey(key));
    this.lang = lang;
    this.theme = theme;
    this.words = new EnvironmentTexts(lang);
    this.squares = new SquaresView(model, words);
    tools = new EnvironmentViewToolbar(lang, painting::repaint, this::playOwn);
    node = PlotInteraction.pane(painting, readout, this::read, this::ask, this::press);
    painting.setOnMouseDragged(this::drag);
    painting.setOnMouseReleased(drop -> hand.release().ifPresent(this::push));
    painting.setOnKeyReleased(key -> Optional.ofNullable(play).ifPresent(HumanPlay::release));
    node.setMinSize(0, 0);
    node.widthProperty().subscribe(width -> tools.place(width.doubleValue()));
    pulse.subscribe(this::move);
    model.run().openingsProperty().subscribe((before, now) -> tools.stopPlaying()); // a game belongs to the project that was open
  }

  @Override
  public Region node() {
    return node;
  }

  @Override
  public Optional<Node> tool() {
    return Optional.of(tools);
  }

  /** The current episode is played to its end. */
  @Override
  public void show(NetworkOutput shown, boolean anew) {
    NetworkOutput.World world = (NetworkOutput.World) shown;
    boolean other = !episode.exists() || episode.watched().judged().data() != world.judged().data();
    episode.await(world);
    if (other) {
      forgetPlaces();
    }
    boolean goesOn = pushed != null && world.episode().beganAt(pushed);
    if (goesOn || other || pushed == null && world != episode.watched() && !model.run().playing()
        && world.judged().step() != episode.watched().judged().step()) {
      begin(world);
      afterPush = goesOn;
    }
    painting.repaint();
  }

  /** Drops a place of another environment. */
  private void forgetPlaces() {
    whatIf = null;
    pushed = null;
    squares.forget();
    policyMap = null;
  }

  private void begin(NetworkOutput.World world) {
    boolean elsewhere = play != null && !play.world().id().equals(world.episode().world().id());
    episode.begin(world);
    if (elsewhere) {
      tools.stopPlaying();
    }
    whatIf = whatIf != null && whatIf.isOpen(world.episode().world()) ? whatIf : null;
    tools.offerMap(world.size() > 0);
    pushed = null;
    afterPush = false;
  }

  private void drag(MouseEvent to) {
    if (hand.holds()) {
      readout.hide();
      hand.drag(to.getX());
      painting.repaint();
    }
  }

  /** Pushes the shown cart and that of the learning agent. */
  private void push(double impulse) {
    pushed = state().clone();
    world().push(pushed, impulse);
    whatIf = null;
    waited = 0;
    model.push(pushed, impulse);
    painting.repaint();
  }

  private boolean canPush() {
    return episode.exists() && play == null && !tools.maps() && !tools.goesAlong() && world().canBePushed();
  }

  private void playOwn() {
    play = tools.plays() && episode.exists() ? new HumanPlay(world(), model::played) : null;
    keys.play(play != null);
    painting.requestFocus();
    painting.repaint();
    titled.run();
  }

  /** Title while the user plays instead of the agent. */
  @Override
  public Optional<String> unit() {
    return play == null ? Optional.empty() : Optional.of(lang.say("plots.own_title"));
  }

  @Override
  public void onTitle(Runnable changed) {
    titled = changed;
  }

  /** Puts the agent on a cell, or at a place of the policy map, to show its output there. */
  private void ask(MouseEvent press) {
    painting.requestFocus();
    if (!episode.exists() || play != null || tools.goesAlong() || canPush() && hand.take(press.getX(), press.getY())) {
      return;
    }
    if (tools.maps() && policyMap != null) {
      policyMap.turnedAt(press.getX(), press.getY()).ifPresent(model::turnMap);
      policyMap.at(press.getX(), press.getY()).ifPresent(place -> whatIf = StateProbe.ofMap(episode.newest(), place.getX(), place.getY()));
    } else if (world() instanceof Grid grid) {
      whatIf = squares.at(grid, press.getX(), press.getY()).map(StateProbe::square).orElse(null);
    }
    painting.repaint();
  }

  private void press(KeyEvent key) {
    if (key.getCode() == KeyCode.ESCAPE && whatIf != null) {
      whatIf = null;
      key.consume();
      painting.repaint();
    }
    boolean side = key.getCode() == KeyCode.LEFT || key.getCode() == KeyCode.RIGHT;
    if (canPush() && side && key.isShiftDown()) {
      push(key.getCode() == KeyCode.LEFT ? -KEY_PUSH : KEY_PUSH);
      key.consume();
    }
    if (playKey(key.getCode())) {
      key.consume();
    }
  }

  private boolean playKey(KeyCode key) {
    boolean meant = play != null && play.press(key);
    if (meant) {
      painting.requestFocus(); // to receive the key release
      painting.repaint();
    }
    return meant;
  }

  private void move() {
    frame++;
    if (play != null && frame % 2 == 0 && Sight.of(node)) {
      play.tick();
      painting.repaint();
      return;
    }
    if (pushed != null && waited++ > LONGEST_WAIT) {
      pushed = null; // the network was not evaluated
    }
    if (play != null || !episode.exists() || whatIf != null || hand.holds() || pushed != null || frame % EACH != 0 || !Sight.of(node)) {
      return;
    }
    if (episode.isDone() || episode.isOutdated(WatchedEpisode.evaluation(model.run().projectProperty().get()))) {
      begin(episode.newest());
    } else if (episode.goOn(frame / EACH)) {
      model.playAgain();
    }
    painting.repaint();
  }

  private Environment world() {
    return episode.world();
  }

  private double[] state() {
    double[] asked = pushed != null ? pushed : whatIf != null ? whatIf.state() : null;
    return asked != null ? asked : episode.state();
  }

  private List<double[]> path() {
    return whatIf == null && pushed == null ? episode.watched().episode().path(episode.at()) : List.of();
  }

  @Override
  public void mark() {
    painting.repaint();
  }

  @Override
  public List<String> detail(NetworkOutput shown) {
    if (play != null) {
      return List.of(lang.say("plots.own_detail"));
    }
    long now = shown.judged().step();
    long played = episode.exists() ? episode.watched().judged().step() : now;
    return words.weights(now, played, tools.maps() || episode.exists() && world() instanceof Grid);
  }

  private void paint(GraphicsContext g, double width, double height) {
    if (!episode.exists()) {
      return;
    }
    if (play != null) {
      new EnvironmentPainter(g, theme.palette(), 0, 0, width, height - EnvironmentStatusBar.height(g, width,
          said())).callCliff(words.cliff(play.world()))
          .paint(play.world(), play.state(), play.action());
    } else if (tools.goesAlong()) {
      new EpisodeChart(g, theme.palette(), lang, episode.watched()).paint(width, height - EnvironmentLayout.FOOT, episode.at());
    } else {
      world(g, width, height);
    }
    foot(g, width, height);
  }

  /** Paints the environment and the agent's outputs. */
  private void world(GraphicsContext g, double width, double height) {
    EnvironmentLayout layout = EnvironmentLayout.of(width, height, world() instanceof Grid, episode.watched().actions());
    double bars = layout.bars();
    double room = layout.room();
    if (tools.maps() && episode.watched().size() > 0) {
      policyMap = new PolicyMap(g, theme.palette(), lang, episode.newest());
      policyMap.paint(0, 0, width - bars, room, path(), state());
    } else if (world() instanceof Grid grid) {
      squares.paint(g, theme.palette(), grid, width, room, episode.newest(), path(), state());
    } else {
      EnvironmentPainter painter = new EnvironmentPainter(g, theme.palette(), 0, 0, width - bars, room);
      painter.paint(world(), state(), whatIf == null && !episode.isOver() ? episode.moments().get(episode.at()).action() : -1);
      if (canPush()) {
        hand.at(painter.cart(state()));
        hand.paint(g, theme.palette());
      }
    }
    if (layout.wide()) {
      bars(g, 0, room + 2, width, layout.columns());
    } else {
      bars(g, width - bars + 8, Math.max(0, (room - ActionBars.ROW * episode.watched().actions()) / 2), bars - 8, 1);
    }
  }

  /** Output for each action at the probed cell or place, or else at the shown state. */
  private void bars(GraphicsContext g, double x, double y, double width, int columns) {
    Optional<float[]> outputs = whatIf == null ? episode.moment().map(Moment::outputs) : Optional.of(whatIf.outputs(episode.newest()));
    int action = whatIf == null ? episode.moment().map(Moment::action).orElse(-1) : BatchedPolicy.best(outputs.orElseThrow());
    outputs.ifPresent(known -> new ActionBars(theme.palette(), lang, world(), episode.watched().policy())
        .paint(g, known, action, x, y, width, columns));
  }

  private void foot(GraphicsContext g, double width, double height) {
    String said = said();
    boolean brief = play == null && whatIf == null && !hand.holds();
    Optional<String> before = play == null && world() instanceof Grid grid
        ? squares.before(grid, episode.newest()).map(lang::say) : Optional.empty();
    EnvironmentStatusBar.paint(g, theme.palette(), width, height, said, brief
        ? words.briefly(episode.watched().episode(), episode.at()) : said,
        before);
    painting.setAccessibleText(said);
  }

  private String said() {
    if (play != null) {
      return words.of(play);
    }
    if (hand.holds() && hand.impulse() != 0) {
      return lang.say("plots.push_now", lang.numbers().significant(hand.impulse(), 2));
    }
    return whatIf != null ? lang.say("plots.what_if") : words.of(episode.watched().episode(), episode.at(), afterPush);
  }

  private void read(MouseEvent place) {
    readout.hide();
    boolean onCart = canPush() && hand.isNear(place.getX(), place.getY());
    painting.setCursor(onCart ? Cursor.OPEN_HAND : null);
    if (onCart) {
      read(place, lang.say("plots.push_help"));
      return;
    }
    if (!episode.exists() || tools.goesAlong()) {
      return;
    }
    if (world() instanceof Grid grid) {
      ActionBars bars = new ActionBars(theme.palette(), lang, grid, episode.watched().policy());
      squares.at(grid, place.getX(), place.getY()).ifPresent(square -> read(place, words.square(grid, square, episode.newest(), bars,
          model.visits())));
    } else if (tools.maps() && policyMap != null && policyMap.turnedAt(place.getX(), place.getY()).isPresent()) {
      painting.setCursor(Cursor.HAND);
      read(place, lang.say("plots.map_axis"));
    }
  }

  private void read(MouseEvent place, String said) {
    readout.showAt(place.getX(), place.getY(), painting.getWidth(), painting.getHeight(), said);
  }
}
