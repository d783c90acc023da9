package studio.backprop.ui.run;

import studio.backprop.network.Edit;
import studio.backprop.project.Project;
import studio.backprop.store.Saved;
import studio.backprop.train.run.Trainer;
import studio.backprop.ui.document.DocumentModel;

/**
 * A variant that has learned elsewhere takes the place of the project, with all that it has learned: one edit. While that edit is undone
 * and
 * redone, each of the two projects finds its own run again.
 */
final class Adoption {
  private final DocumentModel document;
  private final Following following;
  private final Trainer trainer;
  private final Recording recording;

  Adoption(DocumentModel document, Following following, Trainer trainer, Recording recording) {
    this.document = document;
    this.following = following;
    this.trainer = trainer;
    this.recording = recording;
  }

  /** @param learned of the project that the edit makes */
  void adopt(Edit<Project> edit, Saved learned) {
    trainer.pause();
    following.leave(true);
    following.instead(() -> document.apply(edit), now -> {
      recording.adopt(learned.steps());
      learned.parameters().ifPresent(weights -> trainer.resume(now, weights, learned.progressed()));
    });
  }
}
