package studio.backprop.landscape.surface;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import studio.backprop.optim.FormulaLine;
import studio.backprop.optim.OptimizerCatalog;
import studio.backprop.optim.OptimizerState;
import studio.backprop.optim.OptimizerType;
import studio.backprop.project.TrainingSettings;
import studio.backprop.schedule.Schedule;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/**
 * Race of optimizers on a test surface from the same start, with exact gradients and the same float arithmetic as in training. Schedules
 * treat the race's steps as epochs. Deterministic.
 */
public final class SurfaceRace {
  /** Largest number of steps. */
  public static final int MOST_STEPS = 10_000;
  /** Default number of steps. */
  public static final int USUAL_STEPS = 200;
  /** Largest absolute coordinate of a start, without overflow. */
  public static final int FAR = 100;
  /** Loss relative to that of the start and the view that counts as divergence. */
  private static final double BEYOND = 1e6;
  private static final int WEIGHTS = 2;
  private static final List<String> USUAL = List.of("sgd", "momentum", "rmsprop", "adam");

  private final TestSurface surface;
  private final SurfacePoint start;
  private final int steps;
  private final List<Racer> racers;

  private SurfaceRace(TestSurface surface, SurfacePoint start, int steps, List<Racer> racers) {
    this.surface = surface;
    this.start = start;
    this.steps = steps;
    this.racers = racers;
  }

  /**
   * @param entries optimizer, rate and schedule of each; other settings are ignored
   * @param steps of each, 1 to {@value #MOST_STEPS}
   */
  public static SurfaceRace run(TestSurface surface, SurfacePoint start, List<TrainingSettings> entries, int steps) {
    if (steps < 1 || steps > MOST_STEPS) {
      throw new IllegalArgumentException("steps must be 1 to " + MOST_STEPS + ", but was " + steps);
    }
    if (!Double.isFinite(start.x()) || !Double.isFinite(start.y())) {
      throw new IllegalArgumentException("the start must be finite, but was " + start);
    }
    return new SurfaceRace(surface, start, steps, entries.stream().map(entry -> new Walk(surface, start, entry, steps).toEnd()).toList());
  }

  /** SGD, momentum, RMSprop and Adam with rates suited to this surface. @param like other settings */
  public static List<TrainingSettings> usual(TestSurface surface, TrainingSettings like) {
    return IntStream.range(0, USUAL.size())
        .mapToObj(i -> like.withOptimizer(type(i).fresh()).withRate(surface.rates().get(i))).toList();
  }

  /** Replaces the rates of a network's variants by those suited to this surface. Variants with the same optimizer keep their ratios. */
  public static List<TrainingSettings> suited(TestSurface surface, List<TrainingSettings> lanes) {
    Map<OptimizerType, Double> first = new HashMap<>();
    return lanes.stream().map(lane -> {
      OptimizerType type = OptimizerCatalog.typeOf(lane.optimizer());
      double own = first.computeIfAbsent(type, none -> lane.rate());
      return lane.withRate(rate(surface, type) * (lane.rate() / own));
    }).toList();
  }

  /** Other optimizers have the rate of the most similar one; adaptive ones scaled by their default. */
  private static double rate(TestSurface surface, OptimizerType type) {
    List<Double> rates = surface.rates();
    return switch (type.id()) {
      case "sgd" -> rates.get(0);
      case "momentum", "nesterov" -> rates.get(1);
      case "rmsprop", "lion" -> rates.get(2); // steps are about as long as the rate
      default -> rates.get(USUAL.size() - 1) * (type.rate() / type(USUAL.size() - 1).rate());
    };
  }

  /** The same four with default rates, for any network. */
  public static List<TrainingSettings> fresh(TrainingSettings like) {
    return IntStream.range(0, USUAL.size()).mapToObj(i -> like.withOptimizer(type(i).fresh()).withRate(type(i).rate())).toList();
  }

  private static OptimizerType type(int place) {
    return OptimizerCatalog.find(USUAL.get(place)).orElseThrow();
  }

  public TestSurface surface() {
    return surface;
  }

  /** Start, in float precision. */
  public SurfacePoint start() {
    return start;
  }

  /** Steps of the race. */
  public int steps() {
    return steps;
  }

  public List<Racer> racers() {
    return racers;
  }

  /**
   * Formula lines of a step, see {@link studio.backprop.optim.Optimizer#account}.
   *
   * @param step from 1
   * @return lines of x and of y
   */
  public List<List<FormulaLine>> account(int racer, int step) {
    Racer one = racers.get(racer);
    if (step < 1 || step > one.steps()) {
      throw new IllegalArgumentException("step must be 1 to " + one.steps() + ", but was " + step);
    }
    return new Walk(surface, start, one.settings(), steps).account(step);
  }

  /** Gradient of a step: ∂L/∂x and ∂L/∂y before it. */
  public double[] slopeBefore(int racer, int step) {
    SurfacePoint before = racers.get(racer).at(step - 1);
    SurfacePoint slope = surface.gradient(before.x(), before.y());
    return new double[] {slope.x(), slope.y()};
  }

  /** Optimizer with its state. */
  private static final class Walk {
    private final TestSurface surface;
    private final TrainingSettings entry;
    private final int steps;
    private final int stepsPerEpoch;
    private final double bound;
    private final Tensor weights = new Tensor("w", 1, Shape.of(WEIGHTS), true);
    private final OptimizerState state;
    private final Schedule.Factor factor;

    Walk(TestSurface surface, SurfacePoint start, TrainingSettings entry, int steps) {
      this.surface = surface;
      this.entry = entry;
      this.steps = steps;
      this.stepsPerEpoch = Math.max(1, (steps + entry.epochs() - 1) / entry.epochs());
      this.bound = BEYOND * Math.max(1, surface.loss(start.x(), start.y()));
      weights.set((float) start.x(), (float) start.y());
      state = entry.optimizer().start(List.of(weights));
      factor = entry.schedule().start(stepsPerEpoch, Math.min(entry.epochs(), steps));
    }

    Racer toEnd() {
      SurfacePoint[] places = new SurfacePoint[steps + 1];
      double[] losses = new double[steps + 1];
      double[] rates = new double[steps + 1];
      places[0] = place();
      losses[0] = surface.loss(places[0].x(), places[0].y());
      rates[0] = entry.rate();
      for (int step = 1; step <= steps; step++) {
        rates[step] = step(step);
        places[step] = place();
        losses[step] = surface.loss(places[step].x(), places[step].y());
        if (!(losses[step] <= bound)) { // also for NaN
          return racer(places, losses, rates, step - 1, OptionalInt.of(step));
        }
      }
      return racer(places, losses, rates, steps, OptionalInt.empty());
    }

    private Racer racer(SurfacePoint[] places, double[] losses, double[] rates, int taken, OptionalInt diverged) {
      return new Racer(entry, Arrays.copyOf(places, taken + 1), Arrays.copyOf(losses, taken + 1), Arrays.copyOf(rates, taken + 1), taken,
          diverged);
    }

    private SurfacePoint place() {
      return new SurfacePoint(weights.get(0, 0), weights.get(0, 1));
    }

    private SurfacePoint gradient() {
      return surface.gradient(weights.get(0, 0), weights.get(0, 1));
    }

    /** @return its learning rate */
    private double step(int step) {
      SurfacePoint slope = gradient();
      weights.grads()[weights.index(0, 0)] = (float) slope.x();
      weights.grads()[weights.index(0, 1)] = (float) slope.y();
      double rate = entry.rate() * factor.at(step - 1);
      state.step(rate);
      if (step % stepsPerEpoch == 0) {
        SurfacePoint now = place();
        factor.epochEnded(surface.loss(now.x(), now.y()));
      }
      return rate;
    }

    List<List<FormulaLine>> account(int wanted) {
      for (int step = 1; step < wanted; step++) {
        step(step);
      }
      SurfacePoint slope = gradient();
      double rate = entry.rate() * factor.at(wanted - 1);
      return List.of(lines(0, slope.x(), wanted, rate), lines(1, slope.y(), wanted, rate));
    }

    private List<FormulaLine> lines(int place, double slope, int step, double rate) {
      int index = weights.index(0, place);
      double[] memory = Arrays.stream(state.slots()).mapToDouble(slot -> slot[index]).toArray();
      return entry.optimizer().account(weights.get(0, place), slope, memory, step, rate);
    }
  }
}
