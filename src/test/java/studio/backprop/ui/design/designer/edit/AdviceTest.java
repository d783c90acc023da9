package studio.backprop.ui.design.designer.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.backprop.ui.design.designer.edit.Advice.Allowed;
import studio.backprop.ui.workspace.document.DocumentModel;

class AdviceTest {
  private final Advice advice = new DesignerModel(new DocumentModel()).advice();

  @Test
  void nodesThatDoNotTrainWellAreSeenOnlyWhereThatMayBeSaid() {
    advice.ail(Set.of(3));
    assertThat(advice.ailingProperty().get()).containsExactly(3);
    advice.allowedProperty().set(new Allowed(false, true, true));
    assertThat(advice.ailingProperty().get()).isEmpty();
    advice.ail(Set.of(3, 4));
    assertThat(advice.ailingProperty().get()).isEmpty();
    advice.allowedProperty().set(Allowed.ALL);
    assertThat(advice.ailingProperty().get()).containsExactlyInAnyOrder(3, 4);
  }
}
