package studio.backprop.observe.predict;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.generative.GeneratorEvaluator;
import studio.backprop.kernel.Kernels;
import studio.backprop.layer.Loss;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.op.Mode;
import studio.backprop.plan.Compiler;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.plan.Parameter;
import studio.backprop.plan.Parameters;
import studio.backprop.plan.Plan;
import studio.backprop.project.Project;
import studio.backprop.tensor.Seeds;
import studio.backprop.train.Session;
import studio.backprop.train.learn.Evaluator;
import studio.backprop.train.learn.Feed;
import studio.backprop.train.metric.Metrics;

/** Copy of a network in training with the weights of one step, for another thread. Not thread-safe. */
public final class Replica {
  private final Parameters original;
  private final Network network;
  private final PreparedData data;
  private final Kernels kernels;
  private final Parameters parameters;
  private long step;
  private Plan plan;
  private Part scored;
  private Evaluator evaluator;

  private Replica(Network network, PreparedData data, Parameters original, Kernels kernels, long step) {
    this.original = original;
    this.network = network;
    this.data = data;
    this.kernels = kernels;
    this.parameters = original.copy();
    this.step = step;
  }

  private Replica(Session session) {
    this(session.project().network(), session.data(), session.parameters(), session.kernels(), session.weightsStep());
  }

  /** Of a network that is not in training. */
  public static Replica of(Network network, PreparedData data, Parameters parameters, Kernels kernels) {
    return new Replica(network, data, parameters, kernels, 0);
  }

  /**
   * A copy with the current weights. To be made between two steps on the training thread, while the earlier copy is unused.
   *
   * @param earlier reused if it is a copy of the same session; may be null
   */
  public static Replica of(Session session, Replica earlier) {
    if (earlier == null || earlier.original != session.parameters()) {
      return new Replica(session);
    }
    earlier.parameters.follow(earlier.original);
    earlier.step = session.weightsStep();
    return earlier;
  }

  /** Step of the weights. */
  public long step() {
    return step;
  }

  public PreparedData data() {
    return data;
  }

  public Network network() {
    return network;
  }

  /** Own parameters of a node, in order. */
  public List<Parameter> parameters(int node) {
    return parameters.of(node);
  }

  /**
   * Evaluator that keeps the outputs of all nodes after each batch.
   *
   * @param examples its own data, or others of the same form
   */
  public Evaluator reader(PreparedData examples, Part part) {
    return new Evaluator(network, parameters, kernels, examples, part, Purpose.PREDICT);
  }

  /** A plan of the network, with this copy's weights at the time it runs. */
  public Plan compiled(Purpose purpose, int rows) {
    return compiled(parameters, purpose, rows);
  }

  /** With other weights of the same network. */
  public Plan compiled(Parameters weights, Purpose purpose, int rows) {
    return Compiler.compile(network, weights, kernels, new Seeds(0), purpose, rows);
  }

  public Parameters weights() {
    return parameters.copy();
  }

  /** SHA-256 of its weights, see {@link Parameters#sha256}. */
  public String sha256() {
    return parameters.sha256();
  }

  /** A training session. @param start initial values, updated in place */
  public Session session(Project project, PreparedData prepared, Parameters start) {
    return new Session(project, prepared, kernels, start);
  }

  /**
   * Evaluator of its generator, with this copy's weights at the time of each call.
   *
   * @param project a GAN of which this is a copy
   * @param earlier reused for its classifier and, if of this copy, its plans; may be null
   */
  public GeneratorEvaluator generator(Project project, GeneratorEvaluator earlier) {
    return earlier != null && earlier.reads(parameters) ? earlier
        : new GeneratorEvaluator(project, data, kernels, parameters).knowing(earlier);
  }

  /** Evaluates a function with other weights of the same network, such as those of an earlier step. */
  public <A> A by(Parameters weights, Supplier<A> question) {
    Parameters own = parameters.copy();
    parameters.follow(weights);
    try {
      return question.get();
    } finally {
      parameters.follow(own);
    }
  }

  /** Layers of units that lead to the loss, in the order of placement. */
  public List<Node> unitLayers() {
    int end = network.objective().output().id();
    return network.nodes().stream().filter(node -> node.layer().neurons() > 0 && network.leads(node.id(), end)).toList();
  }

  public Loss loss() {
    return network.objective().loss();
  }

  /**
   * Runs scaled examples. @return plan with the outputs of every node, valid until the next call
   *
   * @param examples scaled
   * @param from the first of them
   */
  public Plan answer(float[] examples, int from, int rows) {
    Plan asked = plan(rows);
    int width = data.dataset().width();
    Feed.put(examples, from * width, width, asked);
    asked.forward(Mode.EVALUATE);
    return asked;
  }

  /** Cached for an unchanged number of rows. */
  Plan plan(int rows) {
    if (plan == null || plan.batch() != rows) {
      plan = Compiler.compile(network, parameters, kernels, new Seeds(0), Purpose.PREDICT, rows);
    }
    return plan;
  }

  /** Metrics of a part. @param visitor receives every batch */
  public Metrics score(Part part, Consumer<Plan> visitor) {
    if (part != scored) {
      scored = part;
      evaluator = new Evaluator(network, parameters, kernels, data, part);
    }
    return evaluator.run(visitor);
  }
}
