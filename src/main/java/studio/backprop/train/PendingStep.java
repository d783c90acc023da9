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

/** The session's current or next step, for inspection on a copy of the network. */
public final class PendingStep {
  private final Session session;
  private final LearnerTurn turn;
  private final Learner learner;

  PendingStep(Session session, LearnerTurn turn) {
    this.session = session;
    this.turn = turn;
    this.learner = turn.learner();
  }

  public boolean isOf(PendingStep other) {
    return learner == other.learner;
  }

  public int examples() {
    return learner.source().size(turn.batch(session.batch()));
  }

  /** Row indices of the batch in the training part. */
  public int[] rows() {
    shuffle();
    return IntStream.range(0, examples()).map(place -> learner.source().row(turn.batch(session.batch()), place)).toArray();
  }

  /** Positions of {@link Session#goToOp}, in order. */
  public List<Cursor> course() {
    return OpStepper.course(session.planned());
  }

  /** Ops in the order of the forward pass. */
  public List<Step> steps() {
    return turn.plan(session.batch()).steps();
  }

  /** Compiles a plan over copies of the parameters, with gradients of the inputs. */
  public Plan stage(Parameters copies, int examples) {
    return learner.stage(copies, examples);
  }

  /**
   * Fills a plan of {@link #examples} from {@link #stage} with its batch; with the current weights it computes the same bits as the step.
   */
  public void fill(Plan plan) {
    shuffle();
    Optional<KeptState> before = session.cursor().isEmpty() ? session.regime().state() : Optional.empty();
    learner.source().fill(turn.batch(session.batch()), turn.draw(session.steps()), plan);
    before.ifPresent(session.regime()::restore); // inspection must not advance the regime
    plan.begin(turn.number(session.steps()));
  }

  /** Whether a drawn example can be in the batch: a generator learns from noise alone. */
  public boolean takesDrawn() {
    return !session.project().assignment().isAdversarial()
        || turn.title().filter(title -> title.key().equals(AdversarialTraining.OF_DISCRIMINATOR)).isPresent();
  }

  /** Replaces the first (real) example of a filled plan by a drawn one. */
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

  /** Applies the session's penalties and clipping to the gradients of copies. @return the gradient norm before */
  public double regularize(Parameters copies) {
    return new Regularizer(session.project().training().regularization(), learner.among(copies), session.kernels()).apply();
  }

  /** Optimizer for copies of the parameters, with the session's optimizer state. */
  public OptimizerState updates(Parameters copies) {
    OptimizerState state = learner.optimizer().start(learner.among(copies).learned().stream().map(Parameter::tensor).toList());
    state.restore(learner.updater().slots(), learner.updater().steps());
    return state;
  }

  public Parameters own(Parameters copies) {
    return learner.among(copies);
  }

  private void shuffle() {
    if (session.batch() == 0 && session.cursor().isEmpty()) {
      learner.source().startEpoch(session.epoch());
    }
  }
}
