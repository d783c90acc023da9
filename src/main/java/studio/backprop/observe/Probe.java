package studio.backprop.observe;

import java.util.Optional;
import java.util.OptionalDouble;
import studio.backprop.data.PreparedData;
import studio.backprop.kernel.Kernels;
import studio.backprop.network.Network;
import studio.backprop.op.ClassWeights;
import studio.backprop.op.Mode;
import studio.backprop.plan.Compiler;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.plan.Parameters;
import studio.backprop.plan.Plan;
import studio.backprop.project.PredictedClass;
import studio.backprop.tensor.Seeds;
import studio.backprop.tensor.Tensor;
import studio.backprop.train.Session;
import studio.backprop.train.learn.Feed;
import studio.backprop.train.regime.Regime;

/**
 * Forward and backward pass of one example after a step, on a copy of the weights, so that the gradients of the step's batch remain. In
 * inference mode: batch normalization uses its running statistics, and dropout is off. Networks too large to be copied use their own
 * weights, without gradients.
 */
final class Probe {
  private final Network network;
  private final Parameters original;
  private final Parameters own;
  private final float[][] room;
  private final PreparedData data;
  private final Regime regime;
  private final Plan plan;
  /** Plan of an actor's critic, which leads to another loss. */
  private final Optional<Plan> critic;
  private final Optional<PlaneProbe> plane;
  private Example example = Example.FIRST;
  private int lookedInto = -1;
  private boolean compares;

  /** A probe of a session's network: with gradients, if there is memory for them. */
  static Probe of(Session session) {
    return new Probe(session, session.kernels(), Snapshot.fits(session));
  }

  private Probe(Session session, Kernels kernels, boolean withGradients) {
    this.network = session.project().network();
    this.original = session.parameters();
    this.own = withGradients ? original.copy() : original;
    this.room = withGradients ? original.room() : null;
    this.data = session.data();
    this.regime = session.regime();
    this.plan = Compiler.compile(network, own, kernels, new Seeds(0), withGradients ? Purpose.TRAIN : Purpose.PREDICT, 1);
    this.critic = network.critic().map(objective -> Compiler.compile(network, objective, ClassWeights.NONE, own, kernels, new Seeds(0),
        withGradients ? Purpose.TRAIN : Purpose.PREDICT, 1));
    this.plane = PlaneProbe.of(session, own, kernels);
  }

  void choose(Example chosen) {
    example = chosen.within(data);
  }

  Example example() {
    return example;
  }

  /** Node whose trace every later snapshot has; negative for none. */
  void lookInto(int node) {
    lookedInto = node;
  }

  int lookedInto() {
    return lookedInto;
  }

  /** Whether every later snapshot also has the values before the last step. */
  void compare(boolean wanted) {
    compares = wanted;
  }

  /** Whether it can run previous weights, and these are requested. */
  boolean compares() {
    return compares && own != original;
  }

  Parameters parameters() {
    return own;
  }

  Plan plan() {
    return plan;
  }

  /** Output of a node in the last {@link #run}; empty if not on a path to the loss. */
  Optional<Tensor> output(int node) {
    Optional<Tensor> own = plan.output(node);
    return own.isPresent() ? own : critic.flatMap(judging -> judging.output(node));
  }

  /** Probe of the plane of two inputs. */
  Optional<PlaneProbe> plane() {
    return plane;
  }

  void run() {
    put();
    pass();
    critic.ifPresent(this::judge);
    plane.ifPresent(PlaneProbe::run);
  }

  private void judge(Plan judging) {
    show(judging);
    judging.forward(Mode.EVALUATE);
  }

  private void put() {
    example.drawn().ifPresentOrElse(drawing -> regime.show(drawing, plan), () -> show(plan));
  }

  private void show(Plan to) {
    if (!example.learned() || !regime.showLearned(to)) {
      regime.show(example.part(), example.row(), to);
    }
  }

  /** Runs the example forward with other weights. */
  void run(float[][] weights) {
    put();
    own.set(weights);
    plan.forward(Mode.EVALUATE);
    critic.ifPresent(this::judge);
  }

  /** Runs a scaled input that is not of the data, with its target. */
  void pass(float[] given, float[] right) {
    Feed.put(given, 0, given.length, plan);
    plan.target().setRow(0, right, 0);
    pass();
  }

  /**
   * Path to the predicted class; empty for an example of the data, and without classes or gradients. Overwrites the gradients of the last
   * {@link #run}.
   */
  Optional<StrongestPath> strongestWay() {
    Tensor prediction = plan.prediction();
    int classes = data.dataset().classNames().size();
    boolean single = prediction.rowCount() == 1 && classes == 2;
    if (own == original || example.drawn().isEmpty() || data.dataset().answers() != 1 || !single && prediction.rowCount() != classes) {
      return Optional.empty();
    }
    float[] numbers = new float[prediction.rowCount()];
    prediction.copyRow(0, numbers);
    int said = PredictedClass.of(numbers, 0, numbers.length, network.objective().loss().cut(), OptionalDouble.empty());
    plan.backwardFrom(single ? 0 : said, single && said == 0 ? -1 : 1);
    return Optional.of(StrongestPath.of(network, plan));
  }

  private void pass() {
    if (own != original) {
      original.copyTo(room);
      own.set(room);
      own.switches().follow(original.switches());
    }
    plan.forward(Mode.EVALUATE);
    if (own != original) {
      plan.backward();
    }
  }
}
