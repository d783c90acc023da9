package studio.backprop.ui.workspace.run;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import studio.backprop.project.Agent;
import studio.backprop.run.Run;
import studio.backprop.run.Status;
import studio.backprop.run.Trainer;
import studio.backprop.ui.workspace.document.DocumentModel;

/** Play, pause and step. A finished run gets the epochs it needs to go on; no edit: the project keeps those planned. */
public final class TrainingControl {
  private final DoubleProperty speed = new SimpleDoubleProperty(this, "speed", Double.POSITIVE_INFINITY);
  private final RunModel run;
  private final DocumentModel document;
  private final Trainer trainer;

  TrainingControl(RunModel run, DocumentModel document, Trainer trainer) {
    this.run = run;
    this.document = document;
    this.trainer = trainer;
  }

  /** Steps a second while playing; infinity for unlimited. */
  public DoubleProperty speedProperty() {
    return speed;
  }

  /** Last epoch: that of the project, or a later one if training went on after the end. */
  public int lastEpoch() {
    Run shown = run.runProperty().get();
    int planned = shown == null || !document.ready() ? document.project().training().epochs() : shown.lastEpoch();
    return Math.max(planned, epochs());
  }

  private int epochs() {
    return run.history().epochs().size();
  }

  /** Whether no epoch is left, also where undo returned to the middle of a step. */
  private boolean finished() {
    return trainer.status().state() == Status.State.FINISHED || epochs() >= lastEpoch();
  }

  /** New end of a finished run; one stopped early also needs one. */
  private int laterEnd(int more) {
    return Math.max(epochs() + more, lastEpoch() + (epochs() < lastEpoch() ? 1 : 0));
  }

  /** Adds an epoch to a finished run. */
  private void makeRoom() {
    if (finished()) {
      trainer.setLastEpoch(laterEnd(1));
    }
  }

  /** Toggles; a finished run gets as many epochs again as planned. */
  public void togglePlay() {
    if (run.playing()) {
      trainer.pause();
    } else {
      if (finished()) {
        trainer.setLastEpoch(laterEnd(document.project().training().epochs()));
      }
      trainer.play();
    }
  }

  public void play() {
    trainer.play();
  }

  /** Trains to the end of an epoch, then pauses; extends the run if needed. */
  public void playTo(int epoch) {
    if (epoch > lastEpoch() || finished() && epoch > epochs()) {
      trainer.setLastEpoch(Math.max(epoch, laterEnd(1)));
    }
    trainer.playTo(epoch);
  }

  public void pause() {
    trainer.pause();
  }

  public void stepOp() {
    makeRoom();
    trainer.advanceOp();
  }

  /** Executes one layer, forward or backward. */
  public void stepLayer() {
    makeRoom();
    trainer.advanceLayer();
  }

  /** Completes the current learner's turn. */
  public void stepTurn() {
    makeRoom();
    trainer.advanceTurn();
  }

  /** Executes up to this op, from 1, of the current or else the next step. */
  public void goToOp(int number) {
    makeRoom();
    trainer.goToOp(number);
  }

  public void stepBatch() {
    makeRoom();
    trainer.playSteps(1);
  }

  public void steps(int count) {
    Run shown = run.runProperty().get();
    if (shown != null) {
      double steps = (run.history().isEmpty() ? 0 : run.history().lastStep()) + count;
      int needed = (int) Math.ceil(steps / shown.batchesPerEpoch());
      if (needed > lastEpoch() || finished()) {
        trainer.setLastEpoch(Math.max(needed, laterEnd(1)));
      }
    }
    trainer.playSteps(count);
  }

  /**
   * Perturbs an agent's environment, also during training.
   *
   * @param impulse in N s
   */
  public void push(double impulse) {
    trainer.push(impulse);
  }

  /** Continues to the end of the episode. */
  public void stepEpisode() {
    makeRoom();
    trainer.playEpisode();
  }

  /** Continues until the agent acts again. */
  public void stepRound() {
    Run shown = run.runProperty().get();
    if (shown != null && shown.project().assignment() instanceof Agent agent) {
      int round = agent.method().updatesPerRound(agent.batch(shown.project().training().batch()));
      long done = run.history().isEmpty() ? 0 : (long) run.history().lastStep();
      steps((int) (round - done % round));
    }
  }

  public void stepEpoch() {
    makeRoom();
    trainer.playEpoch();
  }

  /** Cancels loading of data. */
  public void cancelLoading() {
    trainer.cancelLoading();
  }
}
