package studio.backprop.landscape.surface;

import java.util.OptionalInt;
import studio.backprop.project.TrainingSettings;

/**
 * The way of one optimizer over a test surface: where it was before its first step and after each one, until the race ended or it
 * diverged. It no longer changes.
 */
public final class Racer {
  private final TrainingSettings settings;
  private final SurfacePoint[] places;
  private final double[] losses;
  private final double[] rates;
  private final double[] ways;
  private final int steps;
  private final OptionalInt diverged;

  /**
   * @param places where it was at each step, from step 0
   * @param losses there
   * @param rates of each step, from step 1
   * @param steps that were finite
   * @param diverged the step that left everything behind
   */
  Racer(TrainingSettings settings, SurfacePoint[] places, double[] losses, double[] rates, int steps, OptionalInt diverged) {
    this.settings = settings;
    this.places = places;
    this.losses = losses;
    this.rates = rates;
    this.steps = steps;
    this.diverged = diverged;
    this.ways = new double[steps + 1];
    for (int step = 1; step <= steps; step++) {
      ways[step] = ways[step - 1] + places[step].distance(places[step - 1]);
    }
  }

  /** Its optimizer, learning rate and schedule. */
  public TrainingSettings settings() {
    return settings;
  }

  /** Steps that it took; fewer than the race has where it diverged. */
  public int steps() {
    return steps;
  }

  /** The step at which its loss passed all bounds; empty where it did not. */
  public OptionalInt diverged() {
    return diverged;
  }

  /** Where it was after a step; after its last one where it took fewer. */
  public SurfacePoint at(int step) {
    return places[within(step)];
  }

  /** The loss there. */
  public double loss(int step) {
    return losses[within(step)];
  }

  /** The learning rate of a step, from 1. */
  public double rate(int step) {
    return rates[Math.max(1, within(step))];
  }

  /** How long a step was; 0 before the first. */
  public double length(int step) {
    int at = within(step);
    return at == 0 ? 0 : ways[at] - ways[at - 1];
  }

  /** How far it has walked until a step. */
  public double way(int step) {
    return ways[within(step)];
  }

  /** How far it is from the start after a step, as the crow flies. */
  public double distance(int step) {
    return at(step).distance(places[0]);
  }

  /** How many times as long as the straight line its way is; NaN where it is at its start. */
  public double detour(int step) {
    double straight = distance(step);
    return straight == 0 ? Double.NaN : way(step) / straight;
  }

  /** The first step with a loss below a value; empty where none is. */
  public OptionalInt firstBelow(double value) {
    for (int step = 0; step <= steps; step++) {
      if (losses[step] < value) {
        return OptionalInt.of(step);
      }
    }
    return OptionalInt.empty();
  }

  private int within(int step) {
    return Math.max(0, Math.min(steps, step));
  }
}
