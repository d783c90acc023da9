package studio.backprop.ui.design.designer.node;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import javafx.scene.text.Text;
import studio.backprop.data.PreparedData;
import studio.backprop.environment.Environment;
import studio.backprop.environment.Grid;
import studio.backprop.network.Node;
import studio.backprop.observe.Activations;
import studio.backprop.observe.Example;
import studio.backprop.observe.Snapshot;
import studio.backprop.run.Run;
import studio.backprop.tensor.Shape;
import studio.backprop.train.agent.AgentSnapshot;
import studio.backprop.train.agent.Transition;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.NormRow;

/**
 * Pane of an agent's environment: picture and variables of the state, reward of the action taken, and return of the current episode so far.
 */
final class EnvironmentPane extends NodePane {
  private static final double HIGH = 72;
  /** Width of the picture beside the bars; a grid has no bars, and its picture takes all the width. */
  private static final double WIDE = 92;
  private static final double GAP = 6;
  /** Additional height of the picture in a high node. */
  private static final double MORE = 34;
  /** Share of the bars when zoomed out. */
  private static final double BARE = 0.3;
  /** Room for the large letters below the bars. */
  private static final double BELOW = 12;
  private static final double FACTS_Y = 73;
  private static final double PLACE_Y = 89;
  private static final double BUTTON = 22;
  private static final double BUTTONS = 84;
  private static final int DIGITS = 3;

  private final CanvasDesk desk;
  private final Node node;
  private final PreparedData data;
  private final Environment environment;
  private final EnvironmentPicture picture;
  private final Optional<StateBars> bars;
  private final Text facts = text("pane-caption");
  private final Text place = text("pane-caption");
  private final ExampleSteps steps;
  private Example shown;
  private float[] seen = {};
  private boolean simple;

  private EnvironmentPane(CanvasDesk desk, Node node, PreparedData data, Environment environment) {
    this.desk = desk;
    this.node = node;
    this.data = data;
    this.environment = environment;
    setPickOnBounds(false);
    picture = new EnvironmentPicture(desk, environment);
    boolean measured = environment.stateSize() > 1;
    bars = measured ? Optional.of(new StateBars(environment.observed(), desk.lang())) : Optional.empty();
    steps = new ExampleSteps(desk, data, true);
    getChildren().addAll(picture, facts, place, steps);
    bars.ifPresent(numbers -> {
      getChildren().add(numbers);
      pointAt(desk, node.id(), numbers, numbers);
    });
    getChildren().forEach(child -> child.setManaged(false));
  }

  /** Empty without an agent, or where the node is not its input. */
  static Optional<NodePane> of(CanvasDesk desk, Node node, Shape shape, Run run) {
    return run.project().assignment().actsIn().filter(environment -> shape.equals(run.data().dataset().inputShape()))
        .<NodePane>map(environment -> new EnvironmentPane(desk, node, run.data(), environment));
  }

  @Override
  void redraw() {
    shown = null;
    refresh();
  }

  @Override
  Optional<String> pictureName() {
    return Optional.of(desk.lang().say("loop.environment", desk.lang().say(environment.title())));
  }

  @Override
  double needed() {
    return PLACE_Y + BUTTON + 2;
  }

  @Override
  double simpleBottom() {
    return simple ? FACTS_Y + facts.getLayoutBounds().getHeight() : HIGH;
  }

  @Override
  void simplify(boolean wanted) {
    simple = wanted;
    facts.setStyle(simple ? "-fx-font-size: 1em;" : "");
    place.setVisible(!simple);
    steps.setVisible(!simple);
    bars.ifPresent(numbers -> numbers.simplify(simple));
    requestLayout();
  }

  /** The current state changes with each step; a chosen one is shown once. */
  @Override
  void refresh() {
    Activations now = desk.run().snapshot().map(Snapshot::activations).filter(known -> known.has(node.id())).orElse(null);
    if (now == null) {
      return;
    }
    Example example = now.example();
    float[] numbers = now.output(node.id());
    if (!example.equals(shown) || !Arrays.equals(numbers, seen)) {
      shown = example;
      seen = numbers.clone();
      show(seen.clone());
    }
    say(facts, said(desk.run().snapshot().flatMap(Snapshot::agent)));
  }

  private void show(float[] measured) {
    if (shown.learned()) {
      for (int i = 0; i < measured.length; i++) {
        measured[i] = data.inputScaler().unscale(i, measured[i]);
      }
    } else {
      shown.copyRawInput(data, measured);
    }
    picture.show(measured);
    bars.ifPresent(numbers -> numbers.show(measured));
    steps.show(shown);
    String which = shown.learned() ? desk.lang().say("example.learned.place")
        : desk.lang().texts().say("example.states.place", shown.row() + 1, data.rows(shown.part()));
    int square = (int) picture.state()[0];
    say(place, environment instanceof Grid grid
        ? desk.lang().say("loop.environment.square", square / grid.columns() + 1, square % grid.columns() + 1) : which);
  }

  /** Reward of the action, if one was taken, and return of the current episode so far. */
  private String said(Optional<AgentSnapshot> sight) {
    boolean here = sight.filter(seen -> seen.world().id().equals(environment.id())).isPresent(); // not of the project before
    if (!here || !shown.learned()) { // nor the episode of the agent, which is elsewhere
      return "";
    }
    String returned = number(sight.get().returned());
    Optional<Double> reward = !simple && !low() ? reward(sight.get()) : Optional.empty();
    return reward.map(known -> desk.lang().say("loop.environment.reward", number(known), returned))
        .orElseGet(() -> desk.lang().say("loop.environment.return", returned));
  }

  /** Whether there is no line for the buttons. */
  private boolean low() {
    return getHeight() < PLACE_Y + BUTTON;
  }

  /** A rollout keeps advantages but no rewards; in a deterministic environment the reward is recomputed. */
  private Optional<Double> reward(AgentSnapshot sight) {
    Optional<Double> kept = sight.last().map(Transition::reward);
    return kept.isPresent() || !environment.isDeterministic() ? kept
        : sight.rollout().map(brought -> environment.step(picture.state(), brought.first().action(), new SplittableRandom(0)));
  }

  private String number(double value) {
    return desk.lang().numbers().significant(value, DIGITS);
  }

  private static void say(Text text, String words) {
    if (!words.equals(text.getText())) {
      text.setText(words);
    }
  }

  @Override
  protected void layoutChildren() {
    double more = low() || simple ? 0 : Math.min(MORE, getHeight() - PLACE_Y - BUTTON - 2); // of a high node the picture has most
    double beside = bars.isEmpty() ? getWidth() : simple ? getWidth() * (1 - BARE) : WIDE;
    picture.resizeRelocate(0, 0, beside, HIGH + more);
    double barsHigh = simple ? HIGH - BELOW : HIGH + more;
    bars.ifPresent(numbers -> numbers.resizeRelocate(beside + GAP, 0, Math.max(0, getWidth() - beside - GAP), barsHigh));
    facts.relocate(0, FACTS_Y + more);
    place.relocate(0, PLACE_Y + more);
    double buttonsY = low() ? FACTS_Y + 1 : PLACE_Y + 2 + more;
    steps.resizeRelocate(getWidth() - BUTTONS, buttonsY, BUTTONS, BUTTON);
    showIfRoom(facts, FACTS_Y + more + NormRow.HEIGHT);
    showIfRoom(place, PLACE_Y + more + NormRow.HEIGHT);
    showIfRoom(steps, buttonsY + BUTTON);
  }
}
