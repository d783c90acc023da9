package studio.backprop.ui.design.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.backprop.optim.Adam;
import studio.backprop.optim.Optimizer;
import studio.backprop.project.Adversarial;
import studio.backprop.project.Project;
import studio.backprop.store.SampleProject;
import studio.backprop.text.Message;
import studio.backprop.ui.panels.Desk;
import studio.backprop.ui.workspace.document.AdversarialEdits;

/** How two networks learn against each other, in the inspector. */
@Timeout(60)
class AdversarialModelTest {
  @AutoClose private final Desk desk = new Desk(ring());
  private final AdversarialModel model = new AdversarialModel(desk.document, desk.run);

  private static Project ring() {
    try {
      return SampleProject.of("gan-ring");
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private Optional<Optimizer> own() {
    return ((Adversarial) desk.document.project().assignment()).discriminator();
  }

  @Test
  void theOptimizerOfDBeginsAsThatOfGAndHasSettingsOfItsOwn() {
    assertThat(model.optimizerForm().get()).isEmpty();
    model.optimize(RecordKind.OPTIMIZERS.stream().filter(kind -> kind.fresh() instanceof Adam).findFirst());
    Adam usual = (Adam) desk.document.project().training().optimizer();
    assertThat(own()).contains(usual);
    assertThat(model.optimizerForm().get().orElseThrow().settings()).isNotEmpty();
    Adam other = new Adam(0.9, usual.beta2(), usual.epsilon());
    new AdversarialEdits(desk.document).optimizer(Message.of("adversarial.optimizer"), "", old -> other);
    assertThat(own()).contains(other);
    assertThat(desk.document.project().training().optimizer()).as("G keeps its own").isEqualTo(usual);
    assertThat(model.optimizerForm().get().orElseThrow().recordProperty().get()).isEqualTo(other);
    desk.document.undo();
    desk.document.undo();
    assertThat(own()).isEmpty();
    assertThat(model.optimizerForm().get()).isEmpty();
  }
}
