package studio.backprop.ui.kit.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.layer.Loss;
import studio.backprop.optim.OptimizerCatalog;
import studio.backprop.optim.Sgd;
import studio.backprop.schedule.ScheduleCatalog;
import studio.backprop.schedule.ScheduleType;
import studio.backprop.text.Formulas;
import studio.backprop.text.Message;
import studio.backprop.text.SpokenFormula;
import studio.backprop.text.Texts;

/** What is written in formulas.tex can be set in type and read out, and nothing is left out. */
class FormulasTest {
  /** What the inspector has room for, where letters are as large as in an outline. */
  private static final double WIDEST = 300;

  static Set<String> keys() {
    return Formulas.keys();
  }

  static Stream<Message> titles() {
    return Stream.of(
            Stream.of(Activation.values()).map(Activation::title),
            Stream.of(Loss.values()).map(Loss::title),
            ScheduleCatalog.types().stream().map(ScheduleType::title))
        .flatMap(part -> part);
  }

  private static String formula(String key) {
    return Formulas.of(Message.of(key)).orElseThrow();
  }

  /** Of layers and of optimizers: in their classes rather than in the file. */
  static Stream<String> inClasses() {
    return Stream.concat(LayerCatalog.types().stream().map(type -> type.fresh().formula()), optimizers());
  }

  static Stream<String> optimizers() {
    return OptimizerCatalog.types().stream().map(type -> type.fresh().formula());
  }

  @Test
  void everyFunctionLossAndScheduleHasAFormula() {
    assertThat(titles().filter(title -> Formulas.of(title).isEmpty())).isEmpty();
  }

  @Test
  void everyFormulaBelongsToATitle() {
    Set<String> strangers = new TreeSet<>(keys());
    strangers.removeAll(Texts.ENGLISH.keys());
    assertThat(strangers).isEmpty();
  }

  static Stream<String> formulas() {
    return Stream.concat(keys().stream().map(FormulasTest::formula), inClasses());
  }

  @ParameterizedTest
  @MethodSource("formulas")
  void aFormulaIsSetInTypeAndFitsTheInspector(String latex) {
    FormulaOutline outline = FormulaOutline.of(latex);
    assertThat(outline.path()).startsWith("M").doesNotContain("NaN");
    assertThat(outline.width()).isBetween(10.0, WIDEST);
    assertThat(outline.baseline()).isBetween(1.0, outline.height());
  }

  @ParameterizedTest
  @MethodSource("formulas")
  void aFormulaIsReadOutInSigns(String latex) {
    assertThat(SpokenFormula.of(latex)).isNotBlank().doesNotContain("\\", "{", "}");
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void whatAnOptimizerComputesIsSetInTypeAndReadOut(String latex) {
    assertThat(FormulaOutline.of(latex).width()).isBetween(10.0, WIDEST);
    assertThat(SpokenFormula.of(latex)).contains("w ← ").doesNotContain("\\", "{", "}");
  }

  @Test
  void whatIsReadKeepsTheOrderOfTheSigns() {
    assertThat(SpokenFormula.of(Dense.of(1, Activation.NONE).formula())).isEqualTo("z = W x + b; a = f(z)");
    assertThat(SpokenFormula.of(formula("choice.Activation.softmax"))).isEqualTo("f(z)_i = (e^(z_i))/(Σ_j e^(z_j))");
    assertThat(SpokenFormula.of(Sgd.STANDARD.formula())).isEqualTo("w ← w − η g");
  }

  @Test
  void anUnknownCommandIsNamed() {
    assertThatThrownBy(() -> SpokenFormula.of("a \\foo b")).hasMessage("\\foo in a \\foo b has no sign to be read as");
  }

  @Test
  void theSignsOfAFormulaLieWithinItsHeight() {
    FormulaOutline one = FormulaOutline.of("z = W x");
    FormulaOutline two = FormulaOutline.of("z = W x\na = f(z)");
    assertThat(two.height()).isGreaterThan(2 * one.height());
    assertThat(List.of(one.width(), two.width())).allMatch(width -> width > FormulaOutline.EM);
  }
}
