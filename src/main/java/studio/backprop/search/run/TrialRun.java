package studio.backprop.search.run;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import studio.backprop.data.DataProblem;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.network.Analysis;
import studio.backprop.network.Problem;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.project.DataForm;
import studio.backprop.project.Project;
import studio.backprop.project.Readiness;
import studio.backprop.search.trial.Trial;
import studio.backprop.text.Message;
import studio.backprop.train.Checkpoint;
import studio.backprop.train.Fault;
import studio.backprop.train.MemoryLimit;
import studio.backprop.train.Session;
import studio.backprop.train.metric.Metrics;
import studio.backprop.train.record.EpochRecord;

/**
 * Trains a trial from where it is to an epoch. The outcome depends on the project, the data and the checkpoint alone, to the bit: not on
 * who runs it, with how many threads, or on how often it was interrupted.
 */
public final class TrialRun {
  /** What fits anywhere need not be counted. */
  private static final long SMALL = 16 << 20;
  /** Why a trial has broken for which this machine has not enough memory. */
  public static final String NO_MEMORY = "trainer.no_memory";

  private TrialRun() {}

  /**
   * How far it came.
   *
   * @param epochs all of them, from the first
   * @param kept the weights after the last whole epoch; empty before the first
   * @param sha256 of these
   */
  public record Outcome(List<EpochRecord> epochs, Optional<Checkpoint> kept, Optional<Fault> fault, String sha256) {}

  /** Why a project cannot be trained, found out without training; empty if it can. */
  public static Optional<Message> refusal(Project project, PreparedData data, Kernels kernels) {
    Analysis analysis = project.network().analyse();
    Optional<Message> problem = Readiness.problems(project, analysis, DataForm.of(data)).stream().findFirst().map(Problem::sentence);
    if (problem.isPresent()) {
      return problem;
    }
    if (analysis.trainingBytes(project.training().batch()) < SMALL) {
      return Optional.empty();
    }
    try {
      MemoryLimit.check(project, data, kernels, Purpose.TRAIN_LEAN);
      return Optional.empty();
    } catch (DataProblem e) {
      return Optional.of(e.sentence());
    }
  }

  /**
   * Trains on.
   *
   * @param from the weights of an earlier rung; one that does not fit the project is ignored, and the trial begins anew
   * @param target the epoch after which it rests
   * @param stop asked before each step; what is done of an epoch is then given up
   * @param epoch hears of each epoch
   */
  public static Outcome train(
      Project project, PreparedData data, Kernels kernels, Optional<Checkpoint> from, int target, BooleanSupplier stop,
      Consumer<EpochRecord> epoch) {
    return train(begin(project, data, kernels, from), target, stop, epoch);
  }

  private static Outcome train(Session session, int target, BooleanSupplier stop, Consumer<EpochRecord> epoch) {
    Optional<Checkpoint> kept = session.epoch() > 0 ? Optional.of(session.checkpoint()) : Optional.empty();
    while (session.epoch() < target && !stop.getAsBoolean() && session.step()) {
      if (session.batch() == 0) {
        kept = Optional.of(session.checkpoint());
        epoch.accept(session.epochs().get(session.epoch() - 1));
      }
    }
    List<EpochRecord> epochs = List.copyOf(session.epochs());
    if (kept.isEmpty()) {
      return new Outcome(epochs, kept, session.fault(), "");
    }
    Optional<Fault> fault = session.fault();
    if (session.steps() != kept.get().step() || fault.isPresent()) {
      session.restore(kept.get());
    }
    return new Outcome(epochs, kept, fault, session.parameters().sha256());
  }

  /**
   * Trains a trial of a search on to its target.
   *
   * @param session of its project, standing where the trial does
   * @param longest epochs of a trial that is never stopped
   * @param stop asked before each step; the trial then keeps its whole epochs and runs still
   * @param epoch hears of each epoch
   * @return the trial as it is then
   */
  static Trial advance(Session session, Trial trial, int longest, BooleanSupplier stop, Consumer<EpochRecord> epoch) {
    Outcome outcome = train(session, trial.target(), stop, epoch);
    if (outcome.fault().isPresent()) {
      return trial.broken(outcome.epochs(), outcome.fault().get().step(), outcome.fault().get().sentence());
    }
    int done = outcome.epochs().size();
    Trial.State state = done < trial.target() ? Trial.State.RUNNING : done >= longest ? Trial.State.COMPLETE : Trial.State.STOPPED;
    return trial.reached(state, outcome.epochs(), outcome.kept(), outcome.sha256());
  }

  /** A trial for which there is not enough memory has broken. */
  static Trial guarded(Trial trial, Supplier<Trial> training) {
    try {
      return training.get();
    } catch (OutOfMemoryError e) {
      return trial.broken(trial.epochs(), 0, Message.of(NO_MEMORY));
    }
  }

  /** Scores a part with the weights that a trial has kept. */
  public static Metrics score(Project project, PreparedData data, Kernels kernels, Checkpoint kept, Part part) {
    return begin(project, data, kernels, Optional.of(kept)).evaluate(part);
  }

  /** A session that stands where a trial stopped, to look at. */
  public static Session begin(Project project, PreparedData data, Checkpoint kept) {
    return begin(project, data, KernelChoice.plain(), Optional.of(kept));
  }

  /** A session that stands where a trial stopped. */
  public static Session begin(Project project, PreparedData data, Kernels kernels, Optional<Checkpoint> from) {
    Session session = Session.unwatched(project, data, kernels, Session.initialParameters(project));
    from.filter(checkpoint -> fits(session, checkpoint)).ifPresent(session::restore);
    return session;
  }

  private static boolean fits(Session session, Checkpoint checkpoint) {
    return Arrays.equals(lengths(session.parameters().room()), lengths(checkpoint.weights()))
        && Arrays.equals(lengths(session.progressed().slots()), lengths(checkpoint.progressed().slots()))
        && checkpoint.progressed().epoch() == checkpoint.progressed().epochs().size();
  }

  private static int[] lengths(float[][] arrays) {
    return Arrays.stream(arrays).mapToInt(array -> array.length).toArray();
  }
}
