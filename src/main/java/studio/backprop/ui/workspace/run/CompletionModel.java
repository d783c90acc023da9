package studio.backprop.ui.workspace.run;

import java.util.Optional;
import java.util.OptionalLong;
import studio.backprop.data.DataProblem;
import studio.backprop.generative.GeneratorView;
import studio.backprop.observe.Snapshot;
import studio.backprop.run.Run;
import studio.backprop.run.Status;
import studio.backprop.run.Trainer;
import studio.backprop.run.time.CheckpointLog;
import studio.backprop.run.time.SessionSeeker;
import studio.backprop.text.Measured;
import studio.backprop.text.Message;
import studio.backprop.train.Session;
import studio.backprop.train.agent.AgentSnapshot;
import studio.backprop.train.agent.EpisodeCurves;
import studio.backprop.train.metric.Metrics;
import studio.backprop.train.metric.ModeCoverage;
import studio.backprop.train.record.EpochRecord;

/**
 * Summary of a finished training, and restoring the weights of its best epoch: the engine replays up to there on a worker thread and
 * replaces the last weights. Reversible.
 */
public final class CompletionModel {
  private final RunModel run;
  private final Trainer trainer;
  private Run of;
  /** Last step of {@link #of}. */
  private long at;
  private boolean busy;
  /** The replaced weights; null for none. */
  private volatile float[][] last;
  private volatile boolean failed;

  CompletionModel(RunModel run, Trainer trainer) {
    this.run = run;
    this.trainer = trainer;
  }

  /** Summary; empty while the run goes on or a past step is displayed. */
  public Optional<Message> sentence() {
    if (!ended() || run.past().present()) {
      return Optional.empty();
    }
    Optional<EpisodeCurves> acted = run.snapshot().flatMap(Snapshot::agent).map(AgentSnapshot::episodes).filter(known -> known.looks() > 0);
    if (acted.isPresent()) {
      if (!keepsBestLook()) {
        double last = acted.get().look(acted.get().looks() - 1);
        return Optional.of(Message.of("end.agent.table" + ofSolved(last), new Measured(last)));
      }
      int kept = acted.get().bestLook();
      double best = acted.get().look(kept);
      return Optional.of(Message.of("end.agent" + ofSolved(best), new Measured(best), kept + 1, acted.get().looks()));
    }
    if (acts()) { // not evaluated yet
      return Optional.empty();
    }
    if (run.generator().runs()) { // for a GAN no validation loss tells the best epoch
      GeneratorView seen = run.generator().lookProperty().get();
      return seen == null ? Optional.empty() : seen.coverage().map(CompletionModel::covered);
    }
    Optional<EpochRecord> best = run.history().landmarks().best();
    EpochRecord last = run.history().epochs().get(run.history().epochs().size() - 1);
    Message scored = scored(keepsBest() ? best.orElse(last) : last); // the current weights
    if (restored() || openedRestored()) {
      return Optional.of(Message.of("end.restored", best.map(EpochRecord::epoch).orElse(0)));
    }
    return Optional.of(best.map(epoch -> Message.of(key(epoch), scored, epoch.epoch())).orElseGet(() -> Message.of("end.plain", scored)));
  }

  /** A training that covers only half of the modes has ended; there is nothing to restore. */
  static Message covered(ModeCoverage found) {
    return Message.of((found.judge().isPresent() ? "end.classes" : "end.modes") + (found.few() ? ".few" : ""), found.covered(),
        found.counts().length, found.share());
  }

  /** Key suffix: whether the task counts as solved by this return. */
  private String ofSolved(double returned) {
    return run.runProperty().get().project().assignment().actsIn().filter(world -> returned >= world.solved()).isPresent() ? ".solved" : "";
  }

  private boolean ended() {
    return run.statusProperty().get().state() == Status.State.FINISHED && !run.history().epochs().isEmpty();
  }

  private boolean acts() {
    Run now = run.runProperty().get();
    return now != null && now.project().assignment().acts();
  }

  private boolean keepsBestLook() {
    return !acts() || run.runProperty().get().project().assignment().keepsBest();
  }

  private String key(EpochRecord best) {
    boolean isLast = best.epoch() == run.history().epochs().get(run.history().epochs().size() - 1).epoch();
    return isLast ? "end.last" : keepsBest() ? "end.kept" : "end.best";
  }

  /** Whether early stopping has already restored the best weights. */
  private boolean keepsBest() {
    return run.runProperty().get().project().training().patience() > 0;
  }

  private static Message scored(EpochRecord epoch) {
    Metrics held = epoch.validation();
    if (!Double.isNaN(held.accuracy())) {
      return Message.of("end.accuracy", held.accuracy());
    }
    if (!Double.isNaN(held.r2())) {
      return Message.of("end.r2", new Measured(held.r2()));
    }
    return Double.isNaN(held.loss()) ? Message.of("end.train_loss", new Measured(epoch.train().loss()))
        : Message.of("end.loss", new Measured(held.loss()));
  }

  /** Whether the best weights were restored by the user. */
  public boolean restored() {
    return last != null && stands();
  }

  /** Whether it was opened with the weights of its best epoch; the last ones are gone. */
  private boolean openedRestored() {
    OptionalLong best = run.history().landmarks().best().stream().mapToLong(EpochRecord::step).findFirst();
    return !keepsBest() && best.isPresent()
        && run.snapshot().filter(now -> now.weightsStep() == best.getAsLong() && now.weightsStep() < now.step()).isPresent();
  }

  /** Whether the best epoch is not the last and can be restored. */
  public boolean restorable() {
    return !busy() && !failed() && !restored() && step().isPresent();
  }

  /** Whether the run is the same and has not gone on since. */
  private boolean stands() {
    return of != null && of == run.runProperty().get() && of.checkpointLog().newest() == at;
  }

  private boolean busy() {
    return busy && stands() && last == null && !failed;
  }

  private boolean failed() {
    return failed && stands();
  }

  private OptionalLong step() {
    Run now = run.runProperty().get();
    // an agent restores its best weights by itself
    boolean ended = now != null && ended() && !acts() && !run.generator().runs() && !keepsBest();
    return run.history().landmarks().best().stream()
        .filter(epoch -> ended && now.checkpointLog().available() && epoch.step() > now.checkpointLog().first()
            && epoch.step() < now.checkpointLog().newest())
        .mapToLong(EpochRecord::step).findFirst();
  }

  /** Restores the weights of the best epoch once they are computed. */
  public void restore() {
    step().ifPresent(step -> {
      Run now = run.runProperty().get();
      of = now;
      at = now.checkpointLog().newest();
      busy = true;
      last = null;
      failed = false;
      long end = at;
      Thread thread = new Thread(() -> replay(now, step, end), "best-epoch");
      thread.setDaemon(true);
      thread.start();
    });
  }

  private void replay(Run now, long step, long end) {
    try {
      CheckpointLog checkpointLog = now.checkpointLog();
      Session session = checkpointLog.session();
      new SessionSeeker(session, checkpointLog).goTo(step, () -> trainer.run() != now);
      float[][] best = session.parameters().room();
      session.parameters().copyTo(best);
      trainer.replaceWeights(now, end, best, step).thenAccept(before -> before.ifPresent(weights -> last = weights));
    } catch (DataProblem | RuntimeException | Error problem) {
      failed = true; // the summary stays, without its button
    }
  }

  /** Restores the last weights. */
  public void takeBack() {
    float[][] weights = last;
    if (restored()) {
      last = null;
      busy = false;
      trainer.replaceWeights(of, at, weights, at);
    }
  }

  /** Another run is shown, or this one goes on. */
  void forget() {
    of = null;
    last = null;
    busy = false;
    failed = false;
  }
}
