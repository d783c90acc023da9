package studio.backprop.op;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OpCodeTest {
  static Stream<Class<? extends Op>> ops() {
    return OpRows.all().map(OpRows.Row::op).distinct();
  }

  @ParameterizedTest
  @MethodSource("ops")
  void eachOpShowsTheJavaOfBothPasses(Class<?> op) {
    OpCode code = OpCode.of(op.getSimpleName()).orElseThrow();
    assertThat(code.about()).isNotBlank().doesNotContain("{@", "* ");
    assertThat(code.forward()).isNotEmpty().first().asString().contains("void forward(Mode mode)");
    assertThat(code.backward()).isNotEmpty().first().asString().contains("void backward()");
    assertThat(Stream.concat(code.forward().stream(), code.backward().stream()))
        .allSatisfy(method -> assertThat(method.chars().filter(c -> c == '{').count()).as(method)
            .isEqualTo(method.chars().filter(c -> c == '}').count()));
  }

  @Test
  void whatAnOpDoesItselfStandsBesideWhatItExtends() {
    OpCode tanh = OpCode.of("Tanh").orElseThrow();
    assertThat(tanh.about()).startsWith("y = tanh x");
    assertThat(tanh.forward()).hasSize(2).last().asString().contains("kernels.tanh(x, y, count)");
    assertThat(tanh.backward()).last().asString().contains("dx[i] += dy[i] * (1f - y[i] * y[i]);");
  }

  @Test
  void aMethodThatWorkersRunIsFoundByItsField() {
    assertThat(OpCode.of("Relu").orElseThrow().forward()).last().asString().contains("kernels.relu(");
    assertThat(OpCode.of("Attend").orElseThrow().forward()).anyMatch(method -> method.contains("softmaxColumns"))
        .noneMatch(method -> method.contains("record "));
  }

  @Test
  void whatIsNoOpHasNoCode() {
    assertThat(OpCode.of("Nothing")).isEmpty();
  }
}
