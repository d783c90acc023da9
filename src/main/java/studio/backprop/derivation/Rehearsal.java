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
 * The session's step under way, or else the next one, repeated on a copy: with the same weights, batch, random numbers and kernels it
 * computes the same bits. May be used on another thread while the session rests or trains. A caller can follow the progress of an answer,
 * and cancel it.
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
   * A copy of the current step; on the training thread, between two ops. Empty where {@link Unexplained} gives the reason.
   *
   * @param earlier reused if it fits and is not in use; may be null
   */
  public static Optional<Rehearsal> of(Session session, Rehearsal earlier) {
    return of(session, earlier, Optional.empty(), ANY);
  }

  /** As {@link #of(Session, Rehearsal, Optional, int)}, of the learner whose turn it is. */
  public static Optional<Rehearsal> of(Session session, Rehearsal earlier, Optional<DrawnExample> drawn) {
    return of(session, earlier, drawn, ANY);
  }

  /** The same for the learner to which a node belongs, see {@link Session#nextStep(int)}. */
  public static Optional<Rehearsal> of(Session session, Rehearsal earlier, int node) {
    return of(session, earlier, Optional.empty(), node);
  }

  /**
   * The same with something that a person has drawn in the place of the batch's first example, to be explained alone: what is said of the
   * whole batch is then not of the step.
   */
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

  /** The rows of the training part that the batch is made of. */
  public int[] rows() {
    return rows.clone();
  }

  /** Whether it is known what would be right for an example of the batch, so that it has a loss. */
  public boolean knowsLoss(int row) {
    return !Float.isNaN(plan.target().get(row, 0));
  }

  /** The number of the step, from 1. */
  public long step() {
    return step + 1;
  }

  /** Why there is nothing to say of a number, and what may be asked instead; empty where {@link #explain} has an answer. */
  public Optional<Message> whyNot(Subject subject) {
    return Unexplained.why(subject, session.project().network(), plan, tensor(subject));
  }

  /** As {@link #explain(Subject, int, Progress)}, to the end. */
  public Optional<Explanation> explain(Subject subject, int row) {
    return explain(subject, row, Progress.NONE);
  }

  /**
   * Explains a number: a weight, an output, or a number of the data.
   *
   * @param row the example of the batch whose loss counts, below 0 for the whole batch; of an output, the first example then
   * @return empty where no gradient comes to it
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
   * What comes back to a weight through each example of the batch; the mean is the gradient of the batch. Where two batches meet, as
   * real and generated examples do, an example counts with the one that has its place in the other.
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

  /** Moves a weight or a number of the data a little both ways and compares. @param row as in {@link #explain} */
  public CentralDifference check(Subject subject, int row, Progress progress) {
    return explainer.heard(new ManyPasses(progress, CentralDifference.PASSES), () -> {
      explainer.run(row);
      Tensor tensor = tensor(subject).orElseThrow();
      return CentralDifference.of(explainer.slopes(), cell(tensor, subject, Math.max(0, row)));
    });
  }

  /** What the end of the step will do to a weight. */
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

  /** Whether no gradient comes to a node in this turn, as to a generator while its discriminator learns. */
  private boolean rests(int node) {
    Network network = session.project().network();
    return session.project().assignment().isAdversarial() && AdversarialRoles.of(network)
        .filter(roles -> network.leads(node, roles.generated().id()))
        .filter(roles -> roles.generator().stream().allMatch(maker -> upcoming.own(own).of(maker).isEmpty()))
        .isPresent();
  }

  /** Whether the plan sends a gradient to it: an actor's does not to its critic's weights, nor a turn to those that rest in it. */
  private boolean isRead(Tensor tensor) {
    return plan.steps().stream().flatMap(step -> step.op().inputs().stream())
        .anyMatch(input -> input.storage() == tensor.storage() && input.hasGrad());
  }

  private Cell cell(Tensor tensor, Subject subject, int row) {
    int first = subject.isWeight() ? 0 : Math.min(row, tensor.rows() - 1) * tensor.rowCount(); // the loss itself is of no example
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
