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

/** Training of a trial from its checkpoint to an epoch. The result depends bitwise on project, data and checkpoint alone. */
public final class TrialRun {
  /** Bytes below which memory is not checked. */
  private static final long UNCHECKED_BYTES = 16 << 20;
  /** Text key for insufficient memory. */
  public static final String NO_MEMORY = "trainer.no_memory";

  private TrialRun() {}

  /**
   * Result of a training.
   *
   * @param epochs all, from the first
   * @param kept weights after the last completed epoch; empty before the first
   * @param sha256 of the weights
   */
  public record Outcome(List<EpochRecord> epochs, Optional<Checkpoint> kept, Optional<Fault> fault, String sha256) {}

  /** Why a project cannot be trained; empty if it can. */
  public static Optional<Message> refusal(Project project, PreparedData data, Kernels kernels) {
    Analysis analysis = project.network().analyse();
    Optional<Message> problem = Readiness.problems(project, analysis, DataForm.of(data)).stream().findFirst().map(Problem::sentence);
    if (problem.isPresent()) {
      return problem;
    }
    if (analysis.trainingBytes(project.training().batch()) < UNCHECKED_BYTES) {
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
   * @param from checkpoint of an earlier rung; ignored if it does not fit the project
   * @param target last epoch
   * @param stop checked before each step; discards the incomplete epoch
   * @param epoch notified of each epoch
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
   * Trains a trial of a search to its target.
   *
   * @param session of its project, at the trial's checkpoint
   * @param longest epochs of a trial to the end
   * @param stop checked before each step; the trial then keeps its completed epochs and stays running
   * @param epoch notified of each epoch
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

  /** Marks a trial as broken on an OutOfMemoryError. */
  static Trial guarded(Trial trial, Supplier<Trial> training) {
    try {
      return training.get();
    } catch (OutOfMemoryError e) {
      return trial.broken(trial.epochs(), 0, Message.of(NO_MEMORY));
    }
  }

  /** Metrics of a part with a trial's weights. */
  public static Metrics score(Project project, PreparedData data, Kernels kernels, Checkpoint kept, Part part) {
    return begin(project, data, kernels, Optional.of(kept)).evaluate(part);
  }

  /** Session at a trial's checkpoint, for inspection. */
  public static Session begin(Project project, PreparedData data, Checkpoint kept) {
    return begin(project, data, KernelChoice.plain(), Optional.of(kept));
  }

  /** Session at a trial's checkpoint. */
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
