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
 * Several optimizers on one test surface, from the same place. Each moves a parameter of two numbers by its exact gradient: the steps are
 * those that a training makes, in the same single precision. A schedule sees the race as the epochs of its training. Nothing is drawn at
 * random, so the same race has the same bits.
 */
public final class SurfaceRace {
  /** A race takes at most so many steps. */
  public static final int MOST_STEPS = 10_000;
  /** Default number of steps. */
  public static final int USUAL_STEPS = 200;
  /** A start has coordinates from −{@value} to {@value}: far beyond all that is drawn, and no power of them overflows. */
  public static final int FAR = 100;
  /** Who has this many times the loss of the start, and of the highest place in view, does not come back. */
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
   * Runs it.
   *
   * @param entries the optimizer, rate and schedule of each; what else they set is not used
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

  /** SGD, momentum, RMSprop and Adam with rates at which they arrive on this surface. @param like what else they have in common */
  public static List<TrainingSettings> usual(TestSurface surface, TrainingSettings like) {
    return IntStream.range(0, USUAL.size())
        .mapToObj(i -> like.withOptimizer(type(i).fresh()).withRate(surface.rates().get(i))).toList();
  }

  /**
   * Lanes of a network on this surface, where the rates of a network would crawl or diverge: each optimizer has the rate that suits it
   * here. Of several lanes with the same optimizer the others have as many times the rate of the first as before.
   */
  public static List<TrainingSettings> suited(TestSurface surface, List<TrainingSettings> lanes) {
    Map<OptimizerType, Double> first = new HashMap<>();
    return lanes.stream().map(lane -> {
      OptimizerType type = OptimizerCatalog.typeOf(lane.optimizer());
      double own = first.computeIfAbsent(type, none -> lane.rate());
      return lane.withRate(rate(surface, type) * (lane.rate() / own));
    }).toList();
  }

  /** Of the others that of the nearest of the four; of an adaptive one as many times as large as one usually begins with. */
  private static double rate(TestSurface surface, OptimizerType type) {
    List<Double> rates = surface.rates();
    return switch (type.id()) {
      case "sgd" -> rates.get(0);
      case "momentum", "nesterov" -> rates.get(1);
      case "rmsprop", "lion" -> rates.get(2); // each step is about as long as the rate
      default -> rates.get(USUAL.size() - 1) * (type.rate() / type(USUAL.size() - 1).rate());
    };
  }

  /** The same four for any network, each with the rate from which one usually starts. */
  public static List<TrainingSettings> fresh(TrainingSettings like) {
    return IntStream.range(0, USUAL.size()).mapToObj(i -> like.withOptimizer(type(i).fresh()).withRate(type(i).rate())).toList();
  }

  private static OptimizerType type(int place) {
    return OptimizerCatalog.find(USUAL.get(place)).orElseThrow();
  }

  public TestSurface surface() {
    return surface;
  }

  /** Where all begin, as their weights hold it. */
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
   * What a step computes for each weight, line by line, as {@link studio.backprop.optim.Optimizer#account} says it.
   *
   * @param step from 1 to the last that the racer took
   * @return the lines of x, then those of y
   */
  public List<List<FormulaLine>> account(int racer, int step) {
    Racer one = racers.get(racer);
    if (step < 1 || step > one.steps()) {
      throw new IllegalArgumentException("step must be 1 to " + one.steps() + ", but was " + step);
    }
    return new Walk(surface, start, one.settings(), steps).account(step);
  }

  /** The gradient with which a step was taken: ∂L/∂x and ∂L/∂y where the racer was before. */
  public double[] slopeBefore(int racer, int step) {
    SurfacePoint before = racers.get(racer).at(step - 1);
    SurfacePoint slope = surface.gradient(before.x(), before.y());
    return new double[] {slope.x(), slope.y()};
  }

  /** One optimizer on its way. */
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
        if (!(losses[step] <= bound)) { // also where it is no number
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

    /** @return the rate with which it was taken */
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
