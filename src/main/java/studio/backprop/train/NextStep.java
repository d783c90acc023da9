package studio.backprop.train;

import java.util.List;
import java.util.stream.IntStream;
import studio.backprop.data.Batches;
import studio.backprop.kernel.Kernels;
import studio.backprop.optim.OptimizerState;
import studio.backprop.plan.Compiler;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.plan.Parameter;
import studio.backprop.plan.Parameters;
import studio.backprop.plan.Plan;
import studio.backprop.plan.Step;
import studio.backprop.project.Project;
import studio.backprop.tensor.Seeds;

/** The step of a session that is under way, or else its next one, for whoever takes it on a copy. Says at each call what holds then. */
public final class NextStep {
  private final Session session;
  private final Kernels kernels;
  private final Feed feed;
  private final ParameterUpdater moves;

  NextStep(Session session, Kernels kernels, Feed feed, ParameterUpdater moves) {
    this.session = session;
    this.kernels = kernels;
    this.feed = feed;
    this.moves = moves;
  }

  /** How many examples it learns from. */
  public int examples() {
    return feed.batches().size(session.batch());
  }

  /** The rows of the training part that {@link #fill} fills in, in their order. */
  public int[] rows() {
    Batches batches = dealt();
    return IntStream.range(0, examples()).map(place -> batches.row(session.batch(), place)).toArray();
  }

  /** What {@link Session#goToOp} passes, in its order; each says where the engine is once it has run. */
  public List<Cursor> course() {
    return OpStepper.course(session.planned());
  }

  /** Its ops, in the order of the forward pass. */
  public List<Step> steps() {
    return session.planned().steps();
  }

  /** Compiles a plan for so many examples over other parameters of the same kind: a copy to look into, in which the data have gradients too. */
  public Plan stage(Parameters copies, int examples) {
    Project project = session.project();
    return Compiler.compile(project.network(), copies, kernels, new Seeds(project.training().seed()), Purpose.EXPLAIN, examples);
  }

  /** Fills a plan of {@link #examples} from {@link #stage} with its batch; with the weights of now it will compute what the step computes, to the bit. */
  public void fill(Plan plan) {
    dealt();
    feed.fill(session.batch(), plan);
    plan.begin(session.steps());
  }

  /** Penalties and clipping as in the session, for the gradients of other parameters of the same kind. @return the norm before */
  public double regularize(Parameters copies) {
    return new Regularizer(session.project().training().regularization(), copies, kernels).apply();
  }

  /** An optimizer that remembers what the session's does and moves other parameters of the same kind. */
  public OptimizerState updates(Parameters copies) {
    OptimizerState updates = session.project().training().optimizer().start(copies.learned().stream().map(Parameter::tensor).toList());
    updates.restore(moves.memory(), moves.steps());
    return updates;
  }

  /** The batches, in the order of its epoch. */
  private Batches dealt() {
    if (session.batch() == 0 && session.cursor().isEmpty()) {
      feed.batches().startEpoch(session.epoch());
    }
    return feed.batches();
  }
}
