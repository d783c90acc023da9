package studio.backprop.train;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.backprop.data.PreparedData;
import studio.backprop.data.TargetForm;
import studio.backprop.data.draw.DrawnExample;
import studio.backprop.optim.OptimizerState;
import studio.backprop.plan.Parameter;
import studio.backprop.plan.Parameters;
import studio.backprop.plan.Plan;
import studio.backprop.plan.Step;
import studio.backprop.project.AdversarialRoles;
import studio.backprop.tensor.Tensor;
import studio.backprop.train.learn.Evaluator;
import studio.backprop.train.learn.Learner;
import studio.backprop.train.learn.LearnerTurn;
import studio.backprop.train.learn.Regularizer;
import studio.backprop.train.record.KeptState;
import studio.backprop.train.regime.AdversarialTraining;

/** The step of a session that is under way, or else its next one, for whoever takes it on a copy. Says at each call what holds then. */
public final class PendingStep {
  private final Session session;
  private final LearnerTurn turn;
  private final Learner learner;

  /** @param turn that is under way, or next */
  PendingStep(Session session, LearnerTurn turn) {
    this.session = session;
    this.turn = turn;
    this.learner = turn.learner();
  }

  /** Whether another one is of the same learner. */
  public boolean isOf(PendingStep other) {
    return learner == other.learner;
  }

  /** How many examples it learns from. */
  public int examples() {
    return learner.source().size(turn.batch(session.batch()));
  }

  /** The rows of the training part that {@link #fill} fills in, in their order. */
  public int[] rows() {
    deal();
    return IntStream.range(0, examples()).map(place -> learner.source().row(turn.batch(session.batch()), place)).toArray();
  }

  /** What {@link Session#goToOp} passes, in its order; each says where the engine is once it has run. */
  public List<Cursor> course() {
    return OpStepper.course(session.planned());
  }

  /** Its ops, in the order of the forward pass. */
  public List<Step> steps() {
    return turn.plan(session.batch()).steps();
  }

  /**
   * Compiles a plan for so many examples over other parameters of the same kind: a copy to look into, in which the data have gradients too.
   */
  public Plan stage(Parameters copies, int examples) {
    return learner.stage(copies, examples);
  }

  /**
   * Fills a plan of {@link #examples} from {@link #stage} with its batch; with the weights of now it will compute what the step computes,
   * to the bit.
   */
  public void fill(Plan plan) {
    deal();
    Optional<KeptState> before = session.cursor().isEmpty() ? session.regime().state() : Optional.empty();
    learner.source().fill(turn.batch(session.batch()), turn.draw(session.steps()), plan);
    before.ifPresent(session.regime()::restore); // it was looked at, not lived through
    plan.begin(turn.number(session.steps()));
  }

  /** Whether something that a person has drawn can be an example of it: a generator learns from noise alone. */
  public boolean takesDrawn() {
    return !session.project().assignment().isAdversarial()
        || turn.title().filter(title -> title.key().equals(AdversarialTraining.OF_DISCRIMINATOR)).isPresent();
  }

  /** Puts something that a person has drawn in the place of the first example of a plan that is filled, which may be a real one. */
  public void putFirst(DrawnExample drawn, Plan plan) {
    PreparedData data = session.data();
    float[] input = new float[data.dataset().width()];
    drawn.copyInput(data, input);
    if (session.project().assignment().isAdversarial()) {
      AdversarialRoles.of(session.project().network()).flatMap(roles -> plan.output(roles.real().id()))
          .ifPresent(real -> real.setRow(0, input, 0));
      return;
    }
    TargetForm form = Evaluator.targetForm(session.project().network(), data);
    float[] target = new float[data.targetWidth(form)];
    drawn.copyTarget(data, form, target);
    int at = 0;
    for (Tensor part : plan.inputs()) {
      part.setRow(0, input, at);
      at += part.rowCount();
    }
    plan.target().setRow(0, target, 0);
  }

  /** Penalties and clipping as in the session, for the gradients of other parameters of the same kind. @return the norm before */
  public double regularize(Parameters copies) {
    return new Regularizer(session.project().training().regularization(), learner.among(copies), session.kernels()).apply();
  }

  /** An optimizer that remembers what the session's does and moves other parameters of the same kind. */
  public OptimizerState updates(Parameters copies) {
    OptimizerState state = learner.optimizer().start(learner.among(copies).learned().stream().map(Parameter::tensor).toList());
    state.restore(learner.updater().slots(), learner.updater().steps());
    return state;
  }

  /** Those of some parameters that its learner moves. */
  public Parameters own(Parameters copies) {
    return learner.among(copies);
  }

  /** Deals the batches in the order of its epoch. */
  private void deal() {
    if (session.batch() == 0 && session.cursor().isEmpty()) {
      learner.source().startEpoch(session.epoch());
    }
  }
}
