package studio.backprop.ui.run;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import studio.backprop.network.Edit;
import studio.backprop.store.Saved;
import studio.backprop.store.StepRows;
import studio.backprop.train.Project;
import studio.backprop.train.Trainer;
import studio.backprop.ui.document.DocumentModel;

/**
 * A variant that has learned elsewhere takes the place of the project, with all that it has learned: one edit. While that edit is undone and
 * redone, each of the two projects finds again what it had learned.
 */
final class Adoption {
  /** A project, and what it has learned; the trainer copies that between two steps. */
  private record Side(Project project, CompletableFuture<Optional<Saved>> learned, StepRows steps) {}

  private final DocumentModel document;
  private final Following following;
  private final Trainer trainer;
  private final Recording recording;
  private Optional<Side> other = Optional.empty();
  private Project here;

  Adoption(DocumentModel document, Following following, Trainer trainer, Recording recording) {
    this.document = document;
    this.following = following;
    this.trainer = trainer;
    this.recording = recording;
  }

  /** @param learned of the project that the edit makes */
  void adopt(Edit<Project> edit, Saved learned) {
    trainer.pause();
    Side left = leaving(document.project());
    following.instead(() -> document.apply(edit), now -> resume(now, learned, learned.steps()));
    other = Optional.of(left);
    here = document.project();
  }

  private Side leaving(Project project) {
    return new Side(project, trainer.ask(Saved::of), recording.course().log().forFile());
  }

  private void resume(Project now, Saved learned, StepRows steps) {
    recording.adopt(steps);
    learned.parameters().ifPresent(weights -> trainer.resume(now, weights, learned.progressed()));
  }

  /** The document has changed. @return whether it went from one of the two to the other, and has its own run again */
  boolean returns(Project from, Project to) {
    Optional<Saved> known = other.filter(side -> from == here && to == side.project()).flatMap(side -> side.learned().getNow(Optional.empty()));
    if (known.isEmpty()) {
      return false;
    }
    StepRows steps = other.get().steps();
    trainer.pause();
    other = Optional.of(leaving(from));
    here = to;
    following.instead(() -> {}, now -> resume(now, known.get(), steps));
    return true;
  }
}
