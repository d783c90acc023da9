package studio.backprop.worksheet.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No number is torn at the end of a line. */
class FormulaBreakerTest {
  private static List<String> parts(String text) {
    FormulaBreaker breaker = new FormulaBreaker();
    breaker.setText(text);
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int to = breaker.next(); to >= 0; to = breaker.next()) {
      if (to > from) {
        parts.add(text.substring(from, to));
        from = to;
      }
    }
    return parts;
  }

  @Test
  void aFormulaIsPartedAtSpacesOnly() {
    assertThat(parts("0.7311·0.6 + 0.4256·(−0.664) / (1 − 0.999²)")).containsExactly("0.7311·0.6 ", "+ ", "0.4256·(−0.664) ", "/ ", "(1 ",
        "− ", "0.999²)");
    assertThat(parts("∂L/∂w′₁₁ = ∂L/∂z₁·x₁")).containsExactly("∂L/∂w′₁₁ ", "= ", "∂L/∂z₁·x₁");
  }

  @Test
  void wordsArePartedAsUsual() {
    assertThat(parts("the well-known sign is lost")).containsExactly("the ", "well-", "known ", "sign ", "is ", "lost");
    assertThat(parts("忘了加偏置，得到 0.85。")).contains("忘", "得").doesNotContain("0.");
  }
}
