package studio.backprop.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.backprop.text.Texts;

class GeneratedFunctionTest {
  private static Dataset load(DataSettings settings) throws DataProblem {
    return PreparedData.load(settings, Optional.empty(), Progress.NONE).dataset();
  }

  @Test
  void withoutNoiseEveryPointLiesOnTheCurve() throws DataProblem {
    Dataset data = load(DataSettings.of("function").withFormula("x^2 - 1").withNoise(0).withPoints(200));
    assertThat(data.rows()).isEqualTo(200);
    float least = 0;
    float most = 0;
    for (int row = 0; row < data.rows(); row++) {
      float x = data.input(row, 0);
      assertThat(data.target(row)).isCloseTo(x * x - 1, within(1e-5f));
      least = Math.min(least, x);
      most = Math.max(most, x);
    }
    assertThat(least).isBetween(-3f, -2.7f);
    assertThat(most).isBetween(2.7f, 3f);
  }

  @Test
  void noiseIsAsLargeAsTheSettingsSay() throws DataProblem {
    Dataset data = load(DataSettings.of("function").withFormula("0").withNoise(0.5).withPoints(4000));
    double squares = 0;
    for (int row = 0; row < data.rows(); row++) {
      squares += data.target(row) * data.target(row);
    }
    assertThat(Math.sqrt(squares / data.rows())).isCloseTo(0.5, within(0.02));
  }

  @Test
  void aFormulaWithoutAValueSaysWhereAndWhatToDo() {
    assertThatThrownBy(() -> load(DataSettings.of("function").withFormula("ln(x)"))).isInstanceOfSatisfying(
        DataProblem.class,
        problem -> assertThat(Texts.ENGLISH.say(problem.sentence())).startsWith("“ln(x)” has no value at x = -")
            .endsWith("Use a formula that has one from -3 to 3, such as ln(abs(x) + 1)."));
    assertThatThrownBy(() -> load(DataSettings.of("function").withFormula("sim(x)"))).isInstanceOfSatisfying(
        DataProblem.class,
        problem -> assertThat(Texts.ENGLISH.say(problem.sentence())).startsWith("“sim” in column 1 is not known"));
  }
}
