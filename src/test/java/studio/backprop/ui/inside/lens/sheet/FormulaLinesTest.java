package studio.backprop.ui.inside.lens.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormulaLinesTest {
  @Test
  void lowSignsBecomeIndicesAndDotsProducts() {
    assertThat(FormulaLines.latex("c₁₂ = f · c₁₁ + i · g")).isEqualTo("c_{12} = f \\cdot  c_{11} + i \\cdot  g");
    assertThat(FormulaLines.latex("f₁₂ · … · f₆")).isEqualTo("f_{12} \\cdot  \\ldots  \\cdot  f_{6}");
  }

  @Test
  void aDerivativeIsAFraction() {
    assertThat(FormulaLines.latex("∂L/∂c₁₂")).isEqualTo("\\frac{\\partial L}{\\partial c_{12}}");
  }

  @Test
  void aSentenceIsNoFormula() {
    assertThat(FormulaLines.isMath("slope of tanh: 1 − 0.5² = 0.75")).isFalse();
    assertThat(FormulaLines.isMath("填充：状态不变")).isFalse();
    assertThat(FormulaLines.isMath("h₃ = o · tanh c₃ = −0.957")).isTrue();
  }
}
