package studio.backprop.derivation;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studio.backprop.data.Progress;
import studio.backprop.data.draw.DrawnExample;
import studio.backprop.network.Network;
import studio.backprop.optim.OptimizerState;
import studio.backprop.plan.Parameter;
import studio.backprop.plan.Parameters;
import studio.backprop.plan.Plan;
import studio.backprop.project.AdversarialRoles;
import studio.backprop.tensor.Tensor;
import studio.backprop.text.Message;
import studio.backprop.train.PendingStep;
import studio.backprop.train.Session;

/**
 * Current or next step of a session, repeated on a copy with equal bits. Can be used on another thread while the session trains;
 * computations are cancellable. Not thread-safe.
 */
public final class Rehearsal {
  private static final int ANY = -1;

  private final Parameters original;
  private final Parameters own;
  private final float[][] weights;
  private final Plan plan;
  private final Explainer explainer;
  private final PendingStep upcoming;
  private Session session;
  private OptimizerState state;
  private int[] rows;
  private long step;
  private double rate;

  private Rehearsal(Session session, PendingStep upcoming) {
    original = session.parameters();
    own = original.copy();
    weights = own.room();
    this.upcoming = upcoming;
    plan = upcoming.stage(own, upcoming.examples());
    explainer = new Explainer(plan, upcoming.stage(own, Explainer.TWINS), upcoming.stage(own, 1), own, upcoming.steps());
  }

  /**
   * Copy of the current step; on the training thread, between two ops. Empty if {@link Unexplained} has a reason.
   *
   * @param earlier reused if it fits and is not in use; may be null
   */
  public static Optional<Rehearsal> of(Session session, Rehearsal earlier) {
    return of(session, earlier, Optional.empty(), ANY);
  }

  /** As {@link #of(Session, Rehearsal, Optional, int)}, of the current learner. */
  public static Optional<Rehearsal> of(Session session, Rehearsal earlier, Optional<DrawnExample> drawn) {
    return of(session, earlier, drawn, ANY);
  }

  /** For the learner of a node, see {@link Session#nextStep(int)}. */
  public static Optional<Rehearsal> of(Session session, Rehearsal earlier, int node) {
    return of(session, earlier, Optional.empty(), node);
  }

  /** With a drawn example as the batch's first one; results for the whole batch are then not those of the step. */
  public static Optional<Rehearsal> of(Session session, Rehearsal earlier, Optional<DrawnExample> drawn, int node) {
    if (Unexplained.why(session).isPresent()) {
      return Optional.empty();
    }
    PendingStep next = session.nextStep(node);
    boolean fits = earlier != null && earlier.original == session.parameters() && earlier.plan.batch() == next.examples()
        && earlier.upcoming.isOf(next);
    Rehearsal rehearsal = fits ? earlier : new Rehearsal(session, next);
    rehearsal.fill(session, drawn);
    return Optional.of(rehearsal);
  }

  private void fill(Session now, Optional<DrawnExample> drawn) {
    session = now;
    original.copyTo(weights);
    own.set(weights);
    state = upcoming.updates(own);
    upcoming.fill(plan);
    drawn.ifPresent(drawing -> upcoming.putFirst(drawing, plan));
    explainer.begin();
    rows = upcoming.rows();
    step = now.steps();
    rate = now.currentRate();
  }

  /** Row indices of the batch in the training part. */
  public int[] rows() {
    return rows.clone();
  }

  /** Whether an example of the batch has a target, and so a loss. */
  public boolean knowsLoss(int row) {
    return !Float.isNaN(plan.target().get(row, 0));
  }

  /** Number of the step, from 1. */
  public long step() {
    return step + 1;
  }

  /** Localized reason, with an alternative, if {@link #explain} has no result. */
  public Optional<Message> whyNot(Subject subject) {
    return Unexplained.why(subject, session.project().network(), plan, tensor(subject));
  }

  /** As {@link #explain(Subject, int, Progress)}, to the end. */
  public Optional<Explanation> explain(Subject subject, int row) {
    return explain(subject, row, Progress.NONE);
  }

  /**
   * Derives an element: of a parameter, an output, or an input.
   *
   * @param row example of the loss; negative for the whole batch, of an output for the first example
   * @return empty if it has no gradient
   * @throws java.util.concurrent.CancellationException if the listener cancels
   */
  public Optional<Explanation> explain(Subject subject, int row, Progress progress) {
    return whyNot(subject).isPresent() ? Optional.empty() : tensor(subject).map(tensor -> explainer.heard(progress, () -> {
      explainer.run(row);
      return explainer.explain(subject, cell(tensor, subject, Math.max(0, row)), step(), row, progress);
    }));
  }

  /** As {@link #shares(Subject, Progress)}, to the end. */
  public List<Share> shares(Subject weight) {
    return shares(weight, Progress.NONE);
  }

  /**
   * Per-example gradients of a weight, with the batch's gradient as mean. Of two combined batches (real and generated), examples of equal
   * index count together.
   */
  public List<Share> shares(Subject weight, Progress progress) {
    return explainer.heard(progress, () -> {
      explainer.run(Slopes.ALL);
      Cell cell = cell(tensor(weight).orElseThrow(), weight, 0);
      int batches = Math.max(1, plan.target().rows() / rows.length);
      return IntStream.range(0, rows.length).mapToObj(row -> new Share(rows[row], rows.length * IntStream.range(0, batches)
          .mapToDouble(batch -> explainer.share(cell, row + batch * rows.length)).sum())).toList();
    });
  }

  /** As {@link #check(Subject, int, Progress)}, to the end. */
  public CentralDifference check(Subject subject, int row) {
    return check(subject, row, Progress.NONE);
  }

  /** Gradient check of a parameter or input element. @param row as in {@link #explain} */
  public CentralDifference check(Subject subject, int row, Progress progress) {
    return explainer.heard(new ManyPasses(progress, CentralDifference.PASSES), () -> {
      explainer.run(row);
      Tensor tensor = tensor(subject).orElseThrow();
      return CentralDifference.of(explainer.slopes(), cell(tensor, subject, Math.max(0, row)));
    });
  }

  /** Update of a weight at the end of the step. */
  public Update update(Subject weight) {
    return explainer.heard(Progress.NONE, () -> {
      explainer.run(Slopes.ALL);
      Tensor tensor = tensor(weight).orElseThrow();
      Cell cell = cell(tensor, weight, 0);
      double gradient = explainer.slopes().gradient(cell);
      explainer.restoreGradients();
      upcoming.regularize(own);
      double before = cell.value();
      double changed = tensor.grads()[cell.at()];
      float[][] memory = Stream.of(state.slots()).map(float[]::clone).toArray(float[][]::new);
      long taken = state.steps();
      List<studio.backprop.optim.FormulaLine> lines =
          session.project().training().optimizer().account(before, changed, beside(tensor, cell.at(), memory), taken + 1, rate);
      state.step(rate);
      double after = cell.value();
      explainer.putBack();
      state.restore(memory, taken);
      return new Update(before, gradient, changed, rate, lines, after);
    });
  }

  private double[] beside(Tensor tensor, int at, float[][] memory) {
    List<Tensor> learned = upcoming.own(own).learned().stream().map(Parameter::tensor).toList();
    int each = memory.length / learned.size();
    int first = learned.indexOf(tensor) * each;
    return IntStream.range(first, first + each).mapToDouble(array -> memory[array][at]).toArray();
  }

  // --- places

  private Optional<Tensor> tensor(Subject subject) {
    Optional<Tensor> found = subject.isWeight()
        ? own.find(subject.node(), subject.parameter()).map(Parameter::tensor) : plan.gradient(subject.node());
    return found.filter(Tensor::hasGrad).filter(tensor -> subject.isWeight() ? isRead(tensor) : !rests(subject.node()));
  }

  /** Whether a node has no gradient in this turn, as a generator in the discriminator's. */
  private boolean rests(int node) {
    Network network = session.project().network();
    return session.project().assignment().isAdversarial() && AdversarialRoles.of(network)
        .filter(roles -> network.leads(node, roles.generated().id()))
        .filter(roles -> roles.generator().stream().allMatch(maker -> upcoming.own(own).of(maker).isEmpty()))
        .isPresent();
  }

  /** Whether the plan computes its gradient: not for the critic in the actor's plan, nor for frozen parameters. */
  private boolean isRead(Tensor tensor) {
    return plan.steps().stream().flatMap(step -> step.op().inputs().stream())
        .anyMatch(input -> input.storage() == tensor.storage() && input.hasGrad());
  }

  private Cell cell(Tensor tensor, Subject subject, int row) {
    int first = subject.isWeight() ? 0 : Math.min(row, tensor.rows() - 1) * tensor.rowCount(); // the loss is not per example
    int count = subject.isWeight() ? tensor.count() : tensor.rowCount();
    int place = subject.place() >= 0 ? Math.min(subject.place(), count - 1) : steepest(tensor, first, count) - first;
    return new Cell(tensor, (first + place) / tensor.rowCount(), (first + place) % tensor.rowCount());
  }

  private int steepest(Tensor tensor, int first, int count) {
    int best = first;
    double steepest = -1;
    for (int i = first; i < first + count; i++) {
      double slope = Math.abs(explainer.slopes().gradient(new Cell(tensor, i / tensor.rowCount(), i % tensor.rowCount())));
      if (slope > steepest) {
        steepest = slope;
        best = i;
      }
    }
    return best;
  }
}
