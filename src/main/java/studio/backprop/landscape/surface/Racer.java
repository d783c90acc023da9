package studio.backprop.landscape.surface;

import java.util.OptionalInt;
import studio.backprop.project.TrainingSettings;

/** Trajectory of one optimizer on a test surface, to the end of the race or its divergence. Immutable. */
public final class Racer {
  private final TrainingSettings settings;
  private final SurfacePoint[] places;
  private final double[] losses;
  private final double[] rates;
  private final double[] ways;
  private final int steps;
  private final OptionalInt diverged;

  /**
   * @param places by step, from 0
   * @param losses by step
   * @param rates by step, from 1
   * @param steps finite steps
   * @param diverged step of divergence
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

  public TrainingSettings settings() {
    return settings;
  }

  /** Steps taken; fewer than the race's if diverged. */
  public int steps() {
    return steps;
  }

  /** Step of divergence, if any. */
  public OptionalInt diverged() {
    return diverged;
  }

  /** Position after a step, or after its last one. */
  public SurfacePoint at(int step) {
    return places[within(step)];
  }

  public double loss(int step) {
    return losses[within(step)];
  }

  /** Learning rate. @param step from 1 */
  public double rate(int step) {
    return rates[Math.max(1, within(step))];
  }

  /** Length of a step; 0 for step 0. */
  public double length(int step) {
    int at = within(step);
    return at == 0 ? 0 : ways[at] - ways[at - 1];
  }

  /** Path length up to a step. */
  public double way(int step) {
    return ways[within(step)];
  }

  /** Distance from the start. */
  public double distance(int step) {
    return at(step).distance(places[0]);
  }

  /** Path length / distance; NaN at the start. */
  public double detour(int step) {
    double straight = distance(step);
    return straight == 0 ? Double.NaN : way(step) / straight;
  }

  /** First step with a loss below a value; empty if none. */
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
