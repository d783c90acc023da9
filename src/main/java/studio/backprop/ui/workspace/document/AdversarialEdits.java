package studio.backprop.ui.workspace.document;

import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import studio.backprop.network.Edit;
import studio.backprop.optim.Optimizer;
import studio.backprop.project.Adversarial;
import studio.backprop.project.AdversarialSettings;
import studio.backprop.project.FirstGan;
import studio.backprop.project.Project;
import studio.backprop.project.WhoTrains;
import studio.backprop.text.Message;

/** GAN settings of the project, as edits of the document. */
public final class AdversarialEdits {
  private final DocumentModel document;
  private final BooleanBinding there;

  public AdversarialEdits(DocumentModel document) {
    this.document = document;
    this.there = Bindings.createBooleanBinding(() -> of(document.project()).isPresent(), document.projectProperty());
  }

  private static Optional<Adversarial> of(Project project) {
    return project.assignment() instanceof Adversarial own ? Optional.of(own) : Optional.empty();
  }

  public BooleanBinding there() {
    return there;
  }

  /** Current settings; the defaults in another kind of project. */
  public ObservableValue<AdversarialSettings> settings() {
    return document.projectProperty().map(project -> of(project).map(Adversarial::settings).orElse(AdversarialSettings.STANDARD));
  }

  public ObservableValue<Optional<Optimizer>> optimizer() {
    return document.projectProperty().map(project -> of(project).flatMap(Adversarial::discriminator));
  }

  /** Replaces the network by a generator and a discriminator with suitable data and settings, as one edit. */
  public void begin() {
    document.apply(new Edit<>(Message.of("adversarial.begin"), "", FirstGan::of));
  }

  /** Chooses the learners of the next rounds without ending the run. */
  public void train(WhoTrains who) {
    change(Message.of("adversarial.trains"), "", settings -> settings.withTrains(who));
  }

  /**
   * Changes the settings; the loss follows the objective. Consecutive edits with the same {@code merge} key are one history entry, unless
   * it is empty.
   */
  public void change(Message what, String merge, UnaryOperator<AdversarialSettings> change) {
    edit(what, merge, project -> {
      Adversarial own = of(project).orElseThrow();
      AdversarialSettings changed = change.apply(own.settings());
      return own.changed(project, changed);
    });
  }

  public void optimize(Message what, String merge, Optional<Optimizer> own) {
    edit(what, merge, project -> project.withAssignment(before -> of(project).orElseThrow().withDiscriminator(own)));
  }

  public void optimizer(Message what, String merge, UnaryOperator<Optimizer> change) {
    edit(what, merge, project -> project.withAssignment(before -> of(project).orElseThrow()
        .withDiscriminator(of(project).orElseThrow().discriminator().map(change))));
  }

  /** The shared optimizer if it is of the same kind, since its settings were tuned for this project. */
  public Optimizer likeTheUsual(Optimizer fresh) {
    Optimizer usual = document.project().training().optimizer();
    return usual.getClass() == fresh.getClass() ? usual : fresh;
  }

  private void edit(Message what, String merge, UnaryOperator<Project> change) {
    if (there.get()) {
      document.apply(new Edit<>(Message.of("inspector.edit.training", what), merge, change));
    }
  }

  public void settle() {
    document.settle();
  }
}
