package studio.backprop.ui.design.designer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import studio.backprop.layer.Loss;
import studio.backprop.layer.LossRule;
import studio.backprop.text.Texts;
import studio.backprop.ui.design.designer.node.LossPane;
import studio.backprop.ui.kit.Numbers;

/** What stands in the node of the loss under the number of one example: it must give that number. */
class OneExampleLossTest {
  private final Numbers numbers = new Numbers(Texts.ENGLISH.locale());

  @Test
  void aClassCostsTheLogarithmOfItsShare() {
    assertThat(LossPane.formula(LossRule.of(Loss.CROSS_ENTROPY), new float[] {0.25f, 0.5f, 0.25f}, new float[] {0, 1, 0}, numbers))
        .contains("−ln 0.5");
  }

  @Test
  void whereSeveralAnswersAreAveragedNoSingleLogarithmIsTheLoss() {
    float[] twoNodes = {0.25f, 0.75f, 0.5f, 0.5f};
    assertThat(LossPane.formula(LossRule.of(Loss.CROSS_ENTROPY), twoNodes, new float[] {0, 1, 1, 0}, numbers)).isEmpty();
  }
}
