package studio.backprop.data.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.backprop.text.Texts;

class TypedFunctionTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      x                      | 2     | 2
      3                      | 2     | 3
      2x                     | 2     | 4
      2 x^2                  | 3     | 18
      -x^2                   | 3     | -9
      (-x)^2                 | 3     | 9
      2^-x                   | 2     | 0.25
      2^x^2                  | 2     | 16
      x - 1 - 1              | 5     | 3
      8 / x / 2              | 2     | 2
      1 + 2 * x - 4 / 2      | 3     | 5
      2(x + 1)(x - 1)        | 3     | 16
      x sin(pi / 2)          | 3     | 3
      2 pi                   | 0     | 6.283185307179586
      e^x                    | 1     | 2.718281828459045
      ln(exp(x))             | 1.5   | 1.5
      log(e)                 | 0     | 1
      sqrt(abs(x))           | -9    | 3
      sign(x) + step(x)      | -9    | -1
      step(x) + relu(x)      | 2     | 3
      relu(x)                | -2    | 0
      tanh(0) + cos(0)       | 7     | 1
      2·x² − x³ ÷ 2          | 2     | 4
      ((x))                  | 4     | 4
      .5x                    | 4     | 2
      --x                    | 4     | 4
      1e-3*x                 | 2     | 0.002
      1e-3x                  | 2     | 0.002
      2E3 + x                | 1     | 2001
      1.5e+1x                | 2     | 30
      2e-x                   | 1     | 4.43656365691809
      2e                     | 1     | 5.43656365691809
      ２ｘ＋１               | 4     | 9
      （ｘ－１）＾２         | 4     | 9
      """)
  void formulasAreReadAsInMathematics(String formula, double x, double y) throws Exception {
    assertThat(TypedFunction.of(formula).applyAsDouble(x)).isCloseTo(y, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      x + siin(x)  | “siin” in column 5 is not known. Use x, pi, e or sin, cos, tan, tanh, exp, ln, log, sqrt, abs, sign, relu, step.
      sin x        | “sin” in column 1 needs its argument in parentheses: sin(x).
      2 * / x      | “/” in column 5: a number, x or a function is expected there.
      x )          | “)” in column 3 is not expected there: insert +, -, *, / or ^, or remove it.
      x 2          | “2” in column 3 is not expected there: insert +, -, *, / or ^, or remove it.
      1.2.3 x      | “1.2.3” in column 1 is not a number: write it as 0.5.
      2 (x + 1     | The parenthesis in column 3 is not closed: add “)”.
      sin(x +      | The formula ends at column 8, where a number, x or a function is expected.
      (x ; 1)      | “;” in column 4 is not expected there: insert +, -, *, / or ^, or remove it.
      y            | “y” in column 1 is not known. Use x, pi, e or sin, cos, tan, tanh, exp, ln, log, sqrt, abs, sign, relu, step.
      """)
  void whatCannotBeReadIsASentenceWithTheWordAndTheColumn(String formula, String sentence) {
    TypedFunction.Unreadable refused = catchThrowableOfType(TypedFunction.Unreadable.class, () -> TypedFunction.of(formula));
    assertThat(Texts.ENGLISH.say(refused.sentence())).isEqualTo(sentence);
    assertThat(Texts.CHINESE.say(refused.sentence())).isNotBlank();
  }

  @Test
  void anEmptyOrEndlessFormulaIsRefused() {
    assertThat(Texts.ENGLISH.say(catchThrowableOfType(TypedFunction.Unreadable.class, () -> TypedFunction.of("")).sentence()))
        .isEqualTo("The formula ends at column 1, where a number, x or a function is expected.");
    assertThat(Texts.ENGLISH.say(catchThrowableOfType(TypedFunction.Unreadable.class, () -> TypedFunction.of("(".repeat(5000))).sentence()))
        .isEqualTo("A formula has at most 200 characters, but this one has 5,000.");
  }
}
