package studio.backprop.worksheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.data.Columns;
import studio.backprop.data.CsvFile;
import studio.backprop.data.DataSettings;
import studio.backprop.data.DatasetCatalog;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.data.Scaling;
import studio.backprop.data.TableData;
import studio.backprop.derivation.Rehearsal;
import studio.backprop.derivation.Subject;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.layer.Activation;
import studio.backprop.layer.AvgPool2d;
import studio.backprop.layer.Conv2d;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.Layer;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Lstm;
import studio.backprop.layer.MaxPool2d;
import studio.backprop.layer.Output;
import studio.backprop.layer.Padding;
import studio.backprop.layer.ParameterSpec;
import studio.backprop.network.Network;
import studio.backprop.op.CrossEntropyLogits;
import studio.backprop.op.Mode;
import studio.backprop.op.Softmax;
import studio.backprop.op.TestBuilder;
import studio.backprop.optim.Adam;
import studio.backprop.optim.OptimizerState;
import studio.backprop.optim.Sgd;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import studio.backprop.train.Session;
import studio.backprop.worksheet.kind.SheetCatalog;

/** What the keys say is what the engine computes, and what the step debugger shows. */
class EngineSheetsTest {
  private static final int HIDDEN = 2;
  private static final int OUTPUT = 3;
  private static final Kernels KERNELS = KernelChoice.create(1);

  private static Worksheet drawn(String letters, long variant) throws Exception {
    return SheetCatalog.sheet(new SheetCode(letters, variant)).orElseThrow();
  }

  private static void same(Worksheet sheet, String name, double engine) {
    double value = sheet.value(name);
    assertThat(engine).as(sheet.code() + " " + name).isCloseTo(value, within(2e-6 * Math.max(1, Math.abs(value))));
  }

  static Stream<Worksheet> steps() {
    return Stream.concat(Stream.of(WorkedExamplesTest.backwardStep()), Stream.of("BS", "BD", "BG").flatMap(letters ->
        IntStream.range(0, 5).mapToObj(variant -> {
          try {
            return drawn(letters, variant);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        })));
  }

  /** The example of the sheet in ten rows: their mean is what each of them gives. */
  private static Session session(Worksheet sheet) throws Exception {
    String row = sheet.value("x1") + "," + sheet.value("x2") + "," + sheet.value("t") + "\n";
    TableData table = CsvFile.read("sheet.csv", new ByteArrayInputStream(("x1,x2,t\n" + row.repeat(10)).getBytes(StandardCharsets.UTF_8)),
        Progress.NONE);
    DataSettings data = DataSettings.of(DatasetCatalog.OWN_TABLE).withColumns(new Columns("t", List.of(), Columns.Choice.REGRESSION))
        .withScaling(Scaling.NONE).withShares(0, 0);
    Activation activation = sheet.code().letters().equals("BG") ? Activation.SIGMOID : Activation.RELU;
    Network network = Network.EMPTY.add(Input.row(2), 0, 0).add(Dense.of(2, activation), 1, 0).add(Dense.of(1, Activation.NONE), 2, 0)
        .add(Output.of(Loss.MSE), 3, 0).wire(1, HIDDEN).wire(HIDDEN, OUTPUT).wire(OUTPUT, 4);
    Project project = new Project(network, data, Optional.of(table),
        TrainingSettings.STANDARD.withOptimizer(Sgd.STANDARD).withRate(sheet.value("eta")).withBatch(10));
    Parameters parameters = Session.initialParameters(project);
    set(parameters, HIDDEN, "weight", sheet, "w11", "w21", "w12", "w22");
    set(parameters, HIDDEN, "bias", sheet, "b1", "b2");
    set(parameters, OUTPUT, "weight", sheet, "v1", "v2");
    set(parameters, OUTPUT, "bias", sheet, "c");
    return new Session(project, PreparedData.load(data, Optional.of(table), Progress.NONE), KERNELS, parameters);
  }

  private static void set(Parameters parameters, int node, String name, Worksheet sheet, String... names) {
    parameters.find(node, name).orElseThrow().tensor().set(numbers(sheet, List.of(names)));
  }

  private static float[] numbers(Worksheet sheet, List<String> names) {
    float[] numbers = new float[names.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) sheet.value(names.get(i));
    }
    return numbers;
  }

  private static void compare(Worksheet sheet, float[] numbers, String... names) {
    for (int i = 0; i < names.length; i++) {
      same(sheet, names[i], numbers[i]);
    }
  }

  @ParameterizedTest
  @MethodSource("steps")
  void aTrainingStepIsThatOfASession(Worksheet sheet) throws Exception {
    Session session = session(sheet);
    assertThat(session.step()).isTrue();
    same(sheet, "L", session.loss());
    Parameters parameters = session.parameters();
    compare(sheet, parameters.find(HIDDEN, "weight").orElseThrow().tensor().values(), "w11_n", "w21_n", "w12_n", "w22_n");
    compare(sheet, parameters.find(HIDDEN, "bias").orElseThrow().tensor().values(), "b1_n", "b2_n");
    compare(sheet, parameters.find(OUTPUT, "weight").orElseThrow().tensor().values(), "v1_n", "v2_n");
    compare(sheet, parameters.find(OUTPUT, "bias").orElseThrow().tensor().values(), "c_n");
    session.step();
    same(sheet, "L_n", session.loss());
  }

  @ParameterizedTest
  @MethodSource("steps")
  void theDebuggerShowsTheGradientsOfTheKey(Worksheet sheet) throws Exception {
    Session session = session(sheet);
    session.advance();
    Rehearsal rehearsal = Rehearsal.of(session, null).orElseThrow();
    explain(rehearsal, sheet, HIDDEN, "weight", "d_w11", "d_w21", "d_w12", "d_w22");
    explain(rehearsal, sheet, HIDDEN, "bias", "d_z1", "d_z2");
    explain(rehearsal, sheet, OUTPUT, "weight", "d_v1", "d_v2");
    explain(rehearsal, sheet, OUTPUT, "bias", "d_c");
  }

  private static void explain(Rehearsal rehearsal, Worksheet sheet, int node, String parameter, String... names) {
    for (int place = 0; place < names.length; place++) {
      same(sheet, names[place], rehearsal.explain(new Subject(node, parameter, place), -1).orElseThrow().gradient());
    }
  }

  private static Tensor built(TestBuilder builder, Layer layer, List<float[]> parameters, Tensor input) {
    List<ParameterSpec> specs = layer.parameters(List.of(input.shape()));
    for (int i = 0; i < specs.size(); i++) {
      builder.parameter(specs.get(i).name(), specs.get(i).rows(), specs.get(i).shape(), true).set(parameters.get(i));
    }
    return layer.build(builder, List.of(input));
  }

  private static List<String> cells(String letter, int size) {
    return IntStream.range(0, size * size).mapToObj(i -> letter + (i / size + 1) + (i % size + 1)).toList();
  }

  @Test
  void aFeatureMapIsThatOfTheConvolution() throws Exception {
    for (int variant = 0; variant < 20; variant++) {
      Worksheet sheet = drawn("CV", variant);
      TestBuilder builder = new TestBuilder(KERNELS, 1, 1);
      Tensor input = builder.input(Shape.of(1, 4, 4));
      input.set(numbers(sheet, cells("x", 4)));
      Tensor output = built(builder, Conv2d.of(1, 3, Padding.VALID, Activation.NONE),
          List.of(numbers(sheet, cells("k", 3)), new float[1]), input);
      builder.forward(Mode.TRAIN);
      compare(sheet, output.values(), cells("y", 2).toArray(String[]::new));
    }
  }

  @Test
  void gradientsOfPoolingAreThoseOfTheEngine() throws Exception {
    for (int variant = 0; variant < 20; variant++) {
      Worksheet sheet = drawn("PR", variant);
      pool(sheet, MaxPool2d.of(2), "d_x", true);
      pool(sheet, AvgPool2d.of(2), "a", false);
    }
  }

  private static void pool(Worksheet sheet, Layer layer, String gradients, boolean max) {
    TestBuilder builder = new TestBuilder(KERNELS, 1, 1);
    Tensor input = builder.input(Shape.of(1, 4, 4));
    input.set(numbers(sheet, cells("x", 4)));
    Tensor output = layer.build(builder, List.of(input));
    builder.forward(Mode.TRAIN);
    if (max) {
      compare(sheet, output.values(), cells("m", 2).toArray(String[]::new));
    }
    builder.backward(output, numbers(sheet, cells("g", 2)));
    compare(sheet, input.grads(), cells(gradients, 4).toArray(String[]::new));
  }

  @Test
  void lossAndGradientOfLogitsAreThoseOfTheEngine() throws Exception {
    for (int variant = 0; variant < 20; variant++) {
      Worksheet sheet = drawn("SL", variant);
      TestBuilder builder = new TestBuilder(KERNELS, 1, 1);
      Tensor logits = builder.input(Shape.of(3));
      logits.set(numbers(sheet, List.of("z1", "z2", "z3")));
      Softmax softmax = new Softmax(builder, "probabilities", logits);
      builder.add(softmax);
      Tensor target = builder.target(Shape.of(3));
      target.set(numbers(sheet, List.of("y1", "y2", "y3")));
      Tensor loss = builder.add(new CrossEntropyLogits(builder, softmax, target));
      builder.forward(Mode.TRAIN);
      same(sheet, "L", loss.values()[0]);
      compare(sheet, softmax.output().values(), "p1", "p2", "p3");
      builder.backward(loss, new float[] {1});
      compare(sheet, logits.grads(), "d_z1", "d_z2", "d_z3");
    }
  }

  /** The cell starts from zeros, so the sheet's step is the second one, with the state that the engine has then. */
  @Test
  void aTimeStepIsThatOfTheLstm() throws Exception {
    for (int variant = 0; variant < 20; variant++) {
      Worksheet drawn = drawn("LS", variant);
      TestBuilder builder = new TestBuilder(KERNELS, 1, 1);
      Tensor input = builder.input(Shape.of(2, 1));
      input.set(new float[] {0.7f, 1});
      float[] none = new float[4];
      Tensor output = built(builder, Lstm.of(1, true), List.of(numbers(drawn, List.of("w.i", "w.f", "w.g", "w.o")),
          numbers(drawn, List.of("u.i", "u.f", "u.g", "u.o")), numbers(drawn, List.of("b.i", "b.f", "b.g", "b.o")), none), input);
      builder.forward(Mode.TRAIN);
      Worksheet first = with(drawn, 0.7, 0, 0);
      same(first, "h_n", output.values()[0]);
      Worksheet second = with(drawn, 1, output.values()[0], first.value("c_n"));
      same(second, "h_n", output.values()[1]);
    }
  }

  private static Worksheet with(Worksheet drawn, double x, double h, double c) {
    Map<String, Double> givens = new LinkedHashMap<>(drawn.givens());
    givens.putAll(Map.of("x", x, "h", h, "c", c));
    return new Worksheet(drawn.kind(), drawn.code(), givens);
  }

  @Test
  void twoStepsOfAdamAreThoseOfTheOptimizer() throws Exception {
    for (int variant = 0; variant < 20; variant++) {
      Worksheet sheet = drawn("AD", variant);
      Tensor weight = new Tensor("weight", 1, Shape.of(1), true);
      weight.set(new float[] {1});
      OptimizerState state = Adam.STANDARD.start(List.of(weight));
      for (int step = 1; step <= 2; step++) {
        weight.grads()[0] = (float) sheet.value("g" + step);
        state.step(sheet.value("eta"));
        same(sheet, "w" + step, weight.values()[0]);
      }
    }
  }
}
