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

/** How a generator and a discriminator learn against each other, as edits of the document. */
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

  /** Whether the project is one of two networks that learn against each other. */
  public BooleanBinding there() {
    return there;
  }

  /** The settings as they are; the usual ones in another kind of project. */
  public ObservableValue<AdversarialSettings> settings() {
    return document.projectProperty().map(project -> of(project).map(Adversarial::settings).orElse(AdversarialSettings.STANDARD));
  }

  /** The optimizer of the discriminator; empty where it has that of both. */
  public ObservableValue<Optional<Optimizer>> optimizer() {
    return document.projectProperty().map(project -> of(project).flatMap(Adversarial::discriminator));
  }

  /** Puts a generator and a discriminator in the place of the network, with data and settings that suit them: one edit. */
  public void begin() {
    document.apply(new Edit<>(Message.of("adversarial.begin"), "", FirstGan::of));
  }

  /** Says who takes turns from the next round; a training goes on. */
  public void train(WhoTrains who) {
    change(Message.of("adversarial.trains"), "", settings -> settings.withTrains(who));
  }

  /**
   * Changes the settings. The network compares by the loss that goes with the objective.
   *
   * @param merge edits in a row with this key are one entry of the history; empty for an entry of its own
   */
  public void change(Message what, String merge, UnaryOperator<AdversarialSettings> change) {
    edit(what, merge, project -> {
      Adversarial own = of(project).orElseThrow();
      AdversarialSettings changed = change.apply(own.settings());
      return own.changed(project, changed);
    });
  }

  /** @param own of the discriminator; empty for that of both */
  public void optimize(Message what, String merge, Optional<Optimizer> own) {
    edit(what, merge, project -> project.withAssignment(before -> of(project).orElseThrow().withDiscriminator(own)));
  }

  /** Changes the settings of the discriminator's own optimizer. @param merge as for {@link #change} */
  public void optimizer(Message what, String merge, UnaryOperator<Optimizer> change) {
    edit(what, merge, project -> project.withAssignment(before -> of(project).orElseThrow()
        .withDiscriminator(of(project).orElseThrow().discriminator().map(change))));
  }

  /** The optimizer of both, if it is of the same kind: its settings were chosen for this project. */
  public Optimizer likeTheUsual(Optimizer fresh) {
    Optimizer usual = document.project().training().optimizer();
    return usual.getClass() == fresh.getClass() ? usual : fresh;
  }

  private void edit(Message what, String merge, UnaryOperator<Project> change) {
    if (there.get()) {
      document.apply(new Edit<>(Message.of("inspector.edit.training", what), merge, change));
    }
  }

  /** Ends a run of merging edits. */
  public void settle() {
    document.settle();
  }
}
