package studio.backprop.ui.watch.plots;

import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;
import javafx.scene.input.KeyCode;
import studio.backprop.environment.Environment;
import studio.backprop.environment.Grid;

/** Episodes played by the user with the arrow keys. Not used for learning. */
final class HumanPlay {
  private static final int NONE = -1;

  private final Environment world;
  private final SplittableRandom dice = new SplittableRandom();
  private final DoubleConsumer ended;
  private final double[] state;
  private int action;
  private int steps;
  private double returned;
  private double best = Double.NEGATIVE_INFINITY;
  private boolean over;
  private boolean fell;

  /** @param ended receives the return of each completed episode */
  HumanPlay(Environment world, DoubleConsumer ended) {
    this.world = world;
    this.ended = ended;
    this.state = new double[world.stateSize()];
    begin();
  }

  Environment world() {
    return world;
  }

  private void begin() {
    world.reset(dice, state);
    action = waiting();
    steps = 0;
    returned = 0;
    over = false;
    fell = false;
  }

  /** Action while no key is pressed; none in an environment that waits for its agent. */
  private int waiting() {
    return world.actions().size() == 3 && world.stateSize() > 1 ? 1 : NONE;
  }

  /** Whether the environment waits for an action. */
  private boolean waits() {
    return world instanceof Grid || world.stateSize() == 1;
  }

  /** Handles a pressed key. @return whether it has a meaning here */
  boolean press(KeyCode key) {
    int wanted = meant(key);
    if (wanted < 0) {
      return false;
    }
    if (over) {
      begin();
    }
    action = wanted;
    if (waits()) {
      step();
    }
    return true;
  }

  void release() {
    action = waits() || waiting() == NONE ? action : waiting();
  }

  private int meant(KeyCode key) {
    int last = world.actions().size() - 1;
    if (world instanceof Grid) {
      return switch (key) {
        case UP -> 0;
        case RIGHT -> 1;
        case DOWN -> 2;
        case LEFT -> 3;
        default -> NONE;
      };
    }
    return switch (key) {
      case LEFT, DIGIT1 -> 0;
      case RIGHT -> last;
      case DOWN, DIGIT2 -> last > 1 ? 1 : NONE;
      case DIGIT3 -> last > 1 ? last : NONE;
      default -> NONE;
    };
  }

  /** Advances the time, once the first key was pressed. */
  void tick() {
    if (!waits() && action != NONE && !over) {
      step();
    }
  }

  private void step() {
    double reward = world.step(state, action, dice);
    returned += reward;
    steps++;
    over = world.terminated(state) || steps >= world.limit().orElse(Integer.MAX_VALUE);
    fell = world instanceof Grid && reward == world.leastReward() && !world.terminated(state);
    if (over) {
      best = Math.max(best, returned);
      ended.accept(returned);
    }
  }

  double[] state() {
    return state;
  }

  /** Negative before the first key. */
  int action() {
    return action;
  }

  int steps() {
    return steps;
  }

  double returned() {
    return returned;
  }

  /** Highest return of a completed episode; negative infinity before. */
  double best() {
    return best;
  }

  /** Whether the last step fell off a cliff, back to the start. */
  boolean fell() {
    return fell;
  }

  boolean over() {
    return over;
  }
}
