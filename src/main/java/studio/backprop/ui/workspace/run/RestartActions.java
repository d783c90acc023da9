package studio.backprop.ui.workspace.run;

import studio.backprop.doctor.Remedy;
import studio.backprop.network.Edit;
import studio.backprop.project.Project;
import studio.backprop.run.InitialWeights;
import studio.backprop.run.Trainer;
import studio.backprop.store.Saved;
import studio.backprop.text.Message;
import studio.backprop.ui.workspace.document.DocumentModel;

/** What a person does to begin another run of the open project. Undo gives back the run before. */
public final class RestartActions {
  private final DocumentModel document;
  private final Trainer trainer;
  private final TrainerSync following;
  private final Recording recording;

  RestartActions(DocumentModel document, Trainer trainer, TrainerSync following, Recording recording) {
    this.document = document;
    this.trainer = trainer;
    this.following = following;
    this.recording = recording;
  }

  /** The weights with which the open project begins, and its twins with it. */
  public InitialWeights start() {
    return following.beginning();
  }

  /**
   * Back to the weights that the project begins with: those that it was opened with, where they were set, or those that the seed draws.
   * Undo gives back what was learned.
   */
  public void reset() {
    if (recording.history().isEmpty() && !following.beyondStart()) {
      following.start();
    } else {
      following.startAnew();
    }
  }

  /** Other weights to start from: the next seed, which can be undone. */
  public void newWeights() {
    long seed = document.project().training().seed() + 1;
    document.apply(
        new Edit<>(Message.of("edit.seed", seed), p -> p.withTraining(t -> t.withSeed(seed))));
  }

  /**
   * Changes the project as a remedy says: on from here, or from the beginning. One edit takes it back.
   *
   * @param trains whether training goes on
   */
  public void attempt(Remedy remedy, boolean trains) {
    trainer.forgive();
    remedy.edit().ifPresent(edit -> {
      document.apply(edit);
      if (remedy.afresh()) {
        following.start();
      }
      if (trains) {
        trainer.play();
      }
    });
  }

  /**
   * A variant that has learned elsewhere takes the place of the project, with all that it has learned: one edit. While that edit is undone
   * and redone, each of the two projects finds its own run again.
   *
   * @param learned of the project that the edit makes
   */
  public void adopt(Edit<Project> edit, Saved learned) {
    trainer.pause();
    following.leave(true);
    following.instead(() -> document.apply(edit), now -> {
      recording.adopt(learned.steps());
      learned.parameters().ifPresent(weights -> trainer.resume(now, weights, learned.progressed()));
    });
  }
}
