package studio.backprop.ui.workspace.run;

import studio.backprop.doctor.Remedy;
import studio.backprop.network.Edit;
import studio.backprop.project.Project;
import studio.backprop.run.InitialWeights;
import studio.backprop.run.Trainer;
import studio.backprop.store.Saved;
import studio.backprop.text.Message;
import studio.backprop.ui.workspace.document.DocumentModel;

/** Actions that start another run of the open project; undo restores the run before. */
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

  /** Initial weights of the open project and its twins. */
  public InitialWeights start() {
    return following.beginning();
  }

  /** Resets to the initial weights: those of the file, if set, or those drawn by the seed. Undoable. */
  public void reset() {
    if (recording.history().isEmpty() && !following.beyondStart()) {
      following.start();
    } else {
      following.startAnew();
    }
  }

  /** Draws other initial weights with the next seed; undoable. */
  public void newWeights() {
    long seed = document.project().training().seed() + 1;
    document.apply(
        new Edit<>(Message.of("edit.seed", seed), p -> p.withTraining(t -> t.withSeed(seed))));
  }

  /**
   * Applies a remedy as one edit, and continues or restarts.
   *
   * @param trains whether training continues
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
   * Replaces the project by a trained variant, as one edit. Undo and redo of it resume the run of each project.
   *
   * @param learned state of the edited project
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
