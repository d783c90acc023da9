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
 * Runs one example through the network as it is after a step, and its own loss back through it. It works on a copy of the weights, so that
 * the gradients of the step's batch stay what they are. It judges rather than trains: batch normalization takes its running numbers, and
 * dropout lets everything pass. Networks too large to be copied answer with their own weights, and without gradients.
 */
final class Probe {
  private final Network network;
  private final Parameters original;
  private final Parameters own;
  private final float[][] room;
  private final PreparedData data;
  private final Regime regime;
  private final Plan plan;
  /** Of an actor's critic, which leads to another loss. */
  private final Optional<Plan> critic;
  private final Optional<PlaneProbe> plane;
  private Example example = Example.FIRST;
  private int lookedInto = -1;
  private boolean compares;

  /** Something that shows how the network of a session treats a single example: with gradients, where there is memory for them. */
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

  /** Every snapshot shows the inside of this node from now on; below 0 of none. */
  void lookInto(int node) {
    lookedInto = node;
  }

  int lookedInto() {
    return lookedInto;
  }

  /** Every snapshot also shows the network as it was before the last step from now on, or no longer. */
  void compare(boolean wanted) {
    compares = wanted;
  }

  /** Whether it can run other weights than those of now, and somebody wants to see that. */
  boolean compares() {
    return compares && own != original;
  }

  /** The weights it works with. */
  Parameters parameters() {
    return own;
  }

  /** Where the answers of the last {@link #run} are. */
  Plan plan() {
    return plan;
  }

  /** What a node gives in the last {@link #run}; empty where it leads to no loss. */
  Optional<Tensor> output(int node) {
    Optional<Tensor> own = plan.output(node);
    return own.isPresent() ? own : critic.flatMap(judging -> judging.output(node));
  }

  /** What all places of the plane are answered, where the inputs are a plane. */
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

  /** Runs the example forward through the network as it was with other weights. */
  void run(float[][] weights) {
    put();
    own.set(weights);
    plan.forward(Mode.EVALUATE);
    critic.ifPresent(this::judge);
  }

  /**
   * Runs something that is no example of the data: an input as the network takes it, and its answer in the form in which the loss compares
   * it.
   */
  void pass(float[] given, float[] right) {
    Feed.put(given, 0, given.length, plan);
    plan.target().setRow(0, right, 0);
    pass();
  }

  /**
   * The way to the predicted class; empty for an example of the data, and where no classes are told apart or no gradients are there. What
   * the last {@link #run} has left of gradients is then gone.
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
