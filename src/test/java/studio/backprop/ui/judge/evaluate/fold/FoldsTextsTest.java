package studio.backprop.ui.judge.evaluate.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import studio.backprop.evaluate.fold.FoldFigure;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.Lang;

/** Figures of folds as they are written, and which of several values is called the best. */
class FoldsTextsTest {
  private final FoldsTexts words = new FoldsTexts(new Lang(Texts.ENGLISH));

  @Test
  void theLossesOfAColumnHaveOneNumberOfDecimals() {
    assertThat(DoubleStream.of(0.0610, 0.122, 0.05208).mapToObj(loss -> words.value(FoldFigure.LOSS, loss, 0.122)))
        .containsExactly("0.061", "0.122", "0.052");
    assertThat(words.value(FoldFigure.LOSS, Double.NaN, 0.122)).isEqualTo("–");
    assertThat(words.value(FoldFigure.ACCURACY, 0.974, 1)).isEqualTo("97.4\u00a0%");
  }

  @Test
  void withinASentenceAWordIsSmallAndAnAbbreviationIsNot() {
    assertThat(words.within(FoldFigure.ACCURACY)).isEqualTo("accuracy");
    assertThat(words.within(FoldFigure.ROC_AUC)).isEqualTo("ROC AUC");
    assertThat(words.within(FoldFigure.F1)).isEqualTo("F1");
    assertThat(words.within(FoldFigure.R2)).isEqualTo("R²");
  }

  @Test
  void ofSeveralThatAreBestTheOneOfTheProjectIsNamed() {
    double[] means = {0.986, 0.97, 0.986 - 1e-15, 0.9};
    assertThat(FoldConclusions.best(means, 2)).as("it has the same mean but for rounding").isEqualTo(2);
    assertThat(FoldConclusions.best(means, 1)).as("another is better").isZero();
    assertThat(FoldConclusions.best(means, -1)).isZero();
    assertThat(FoldConclusions.best(new double[] {Double.NaN, 0.5}, 0)).isEqualTo(1);
    assertThat(FoldConclusions.best(new double[] {Double.NaN}, 0)).isEqualTo(-1);
  }
}
