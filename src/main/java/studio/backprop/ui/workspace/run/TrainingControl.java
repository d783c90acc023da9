package studio.backprop.ui.workspace.run;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import studio.backprop.project.Agent;
import studio.backprop.run.Run;
import studio.backprop.run.Status;
import studio.backprop.run.Trainer;
import studio.backprop.ui.workspace.document.DocumentModel;

/**
 * Plays, pauses and steps. A finished run gets the epochs that it needs to go on; that is no edit: the project keeps those that were
 * planned.
 */
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

  /** Steps a second while playing; infinity for as fast as it goes. */
  public DoubleProperty speedProperty() {
    return speed;
  }

  /** The epoch after which training ends: that of the project, or a later one where a person went on after the end. */
  public int lastEpoch() {
    Run shown = run.runProperty().get();
    int planned = shown == null || !document.ready() ? document.project().training().epochs() : shown.lastEpoch();
    return Math.max(planned, epochs());
  }

  private int epochs() {
    return run.history().epochs().size();
  }

  /** Whether no epoch is left, also where undo took epochs back in the middle of a step. */
  private boolean finished() {
    return trainer.status().state() == Status.State.FINISHED || epochs() >= lastEpoch();
  }

  /** The end of a finished run that is to go on; one that was stopped early may have epochs left, but needs a new end as well. */
  private int laterEnd(int more) {
    return Math.max(epochs() + more, lastEpoch() + (epochs() < lastEpoch() ? 1 : 0));
  }

  /** A finished run gets the epoch that a step needs. */
  private void makeRoom() {
    if (finished()) {
      trainer.setLastEpoch(laterEnd(1));
    }
  }

  /** Pauses while it plays; otherwise plays, a finished run for as many epochs again as were planned. */
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

  /** Trains on. */
  public void play() {
    trainer.play();
  }

  /** Trains to the end of an epoch, then pauses; training that would end before goes on to there. */
  public void playTo(int epoch) {
    if (epoch > lastEpoch() || finished() && epoch > epochs()) {
      trainer.setLastEpoch(Math.max(epoch, laterEnd(1)));
    }
    trainer.playTo(epoch);
  }

  public void pause() {
    trainer.pause();
  }

  /** Does one op of a training step: one more number on its way. */
  public void stepOp() {
    makeRoom();
    trainer.advanceOp();
  }

  /** Does what one layer does, forward or backward. */
  public void stepLayer() {
    makeRoom();
    trainer.advanceLayer();
  }

  /** Runs on to the end of a turn, where several learners take turns in a step. */
  public void stepTurn() {
    makeRoom();
    trainer.advanceTurn();
  }

  /** Goes to where so many ops of the step under way, or else the next, have run, from 1. */
  public void goToOp(int number) {
    makeRoom();
    trainer.goToOp(number);
  }

  public void stepBatch() {
    makeRoom();
    trainer.playSteps(1);
  }

  /** Takes so many steps, then pauses; training that would end before gets the epochs that they need. */
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

  /** Pushes what moves in an agent's world, for an instant; also while it learns. @param impulse in N s */
  public void push(double impulse) {
    trainer.push(impulse);
  }

  /** Goes on until an agent's episode ends. */
  public void stepEpisode() {
    makeRoom();
    trainer.playEpisode();
  }

  /** Goes on to where an agent acts again. */
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

  /** Stops loading data that take too long. */
  public void cancelLoading() {
    trainer.cancelLoading();
  }
}
