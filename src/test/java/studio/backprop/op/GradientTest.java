package studio.backprop.op;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.kernel.ScalarKernels;
import studio.backprop.kernel.Workers;
import studio.backprop.op.OpRows.Placed;
import studio.backprop.op.OpRows.Row;

/** Every op's backward pass against central differences of its forward pass. */
class GradientTest {
  static Stream<Row> rows() {
    return OpRows.all();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void gradientsAreTheSlopesInPlainJava(Row row) {
    check(row, new ScalarKernels(Workers.of(1)));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void gradientsAreTheSlopesWithTheKernelsOfThisProcess(Row row) {
    check(row, KernelChoice.create(1));
  }

  private static void check(Row row, Kernels kernels) {
    SplittableRandom random = new SplittableRandom(7);
    Placed placed = row.place(kernels, random);
    new CentralDifference(placed.builder(), placed.op().output(), row.mode(), random).check(placed.variables());
  }

  @Test
  void everyOpHasARow() throws Exception {
    Path folder = Path.of(Op.class.getResource("Op.class").toURI()).getParent();
    Set<Class<?>> ops;
    try (Stream<Path> files = Files.list(folder)) {
      ops =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".class"))
              .map(GradientTest::load)
              .filter(type -> Op.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers()))
              .collect(Collectors.toSet());
    }
    assertThat(ops).isNotEmpty();
    ops.remove(Rearrange.class); // computes nothing; LanesTest sees it move whole blocks
    assertThat(rows().map(Row::op).collect(Collectors.toSet())).as("an op that is not the last op of a layer needs a row in OpRows")
        .isEqualTo(ops);
  }

  private static Class<?> load(String file) {
    try {
      return Class.forName(Op.class.getPackageName() + "." + file.replace(".class", ""));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
