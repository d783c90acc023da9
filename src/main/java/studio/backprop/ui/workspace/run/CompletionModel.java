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
 * What there is to say once a training has come to its end, and the way back to its best epoch: the engine takes the steps up to there
 * anew, on a thread of its own, and those weights take the place of the last ones. That can be taken back.
 */
public final class CompletionModel {
  private final RunModel run;
  private final Trainer trainer;
  private Run of;
  /** The step at which it stood then. */
  private long at;
  private boolean busy;
  /** The weights that others have replaced; null where none have. */
  private volatile float[][] last;
  private volatile boolean failed;

  CompletionModel(RunModel run, Trainer trainer) {
    this.run = run;
    this.trainer = trainer;
  }

  /** What a finished run has come to; empty while there is none, or while its past is looked at. */
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
    if (acts()) { // before it was looked how well
      return Optional.empty();
    }
    if (run.generator().runs()) { // of two that learn against each other no validation loss says which epoch was best
      GeneratorView seen = run.generator().lookProperty().get();
      return seen == null ? Optional.empty() : seen.coverage().map(CompletionModel::covered);
    }
    Optional<EpochRecord> best = run.history().landmarks().best();
    EpochRecord last = run.history().epochs().get(run.history().epochs().size() - 1);
    Message scored = scored(keepsBest() ? best.orElse(last) : last); // the weights that there are now
    if (restored() || openedRestored()) {
      return Optional.of(Message.of("end.restored", best.map(EpochRecord::epoch).orElse(0)));
    }
    return Optional.of(best.map(epoch -> Message.of(key(epoch), scored, epoch.epoch())).orElseGet(() -> Message.of("end.plain", scored)));
  }

  /** A training that reaches but half of the modes has ended; nothing is done with it. */
  static Message covered(ModeCoverage found) {
    return Message.of((found.judge().isPresent() ? "end.classes" : "end.modes") + (found.few() ? ".few" : ""), found.covered(),
        found.counts().length, found.share());
  }

  /** Whether the task counts as solved by this return, as the end of a key. */
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

  /** Whether early stopping has taken back the best weights already. */
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

  /** Whether the weights are those of the best epoch because a person wanted that. */
  public boolean restored() {
    return last != null && stands();
  }

  /** Whether it was opened with the weights of its best epoch in the place of the last ones, which are gone. */
  private boolean openedRestored() {
    OptionalLong best = run.history().landmarks().best().stream().mapToLong(EpochRecord::step).findFirst();
    return !keepsBest() && best.isPresent()
        && run.snapshot().filter(now -> now.weightsStep() == best.getAsLong() && now.weightsStep() < now.step()).isPresent();
  }

  /** Whether the best epoch is another one than the last, and can be gone back to. */
  public boolean restorable() {
    return !busy() && !failed() && !restored() && step().isPresent();
  }

  /** Whether the run is the one that was asked about, and has not gone on since. */
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
    // an agent keeps its best by itself
    boolean ended = now != null && ended() && !acts() && !run.generator().runs() && !keepsBest();
    return run.history().landmarks().best().stream()
        .filter(epoch -> ended && now.checkpointLog().available() && epoch.step() > now.checkpointLog().first()
            && epoch.step() < now.checkpointLog().newest())
        .mapToLong(EpochRecord::step).findFirst();
  }

  /** Puts the weights of the best epoch in the place of the last ones, as soon as they are computed. */
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
      failed = true; // the sentence stands without its button
    }
  }

  /** Puts the last weights back. */
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
