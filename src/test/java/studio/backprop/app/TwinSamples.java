package studio.backprop.app;

import static studio.backprop.layer.Activation.NONE;
import static studio.backprop.layer.Activation.RELU;
import static studio.backprop.layer.Activation.SOFTMAX;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import studio.backprop.compare.KeptTwins;
import studio.backprop.data.Columns;
import studio.backprop.data.CsvFile;
import studio.backprop.data.DataProblem;
import studio.backprop.data.DataSettings;
import studio.backprop.data.DatasetCatalog;
import studio.backprop.data.Progress;
import studio.backprop.data.Scaling;
import studio.backprop.data.TableData;
import studio.backprop.layer.Activate;
import studio.backprop.layer.Add;
import studio.backprop.layer.BatchNorm;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Flatten;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.optim.Adam;
import studio.backprop.optim.Momentum;
import studio.backprop.optim.Optimizer;
import studio.backprop.optim.RmsProp;
import studio.backprop.optim.Sgd;
import studio.backprop.project.Project;
import studio.backprop.tensor.Shape;

/** The samples that open with twins. */
final class TwinSamples {
  private static final double LEFT = 60;
  private static final double TOP = 120;
  private static final double BELOW = 300;
  private static final double INPUT = 120;
  private static final double NARROW = 80;
  private static final double LEARNING = 160;
  private static final double PLAIN = 140;
  private static final double BLOCK = 2 * LEARNING + 2 * PLAIN;
  /** From a folded group to what follows it. */
  private static final double FOLDED = 200;
  private static final int BLOCKS = 12;
  private static final int TOGETHER = 3;
  private static final int UNITS = 24;
  private static final int THOUSANDS = 3;

  private static final String MAP = "landscape";

  private TwinSamples() {}

  /** The twins of each, by its name. */
  static Map<String, KeptTwins> twins() {
    Project ravine = ravine();
    Project circles = circles();
    return Map.of(
        "race-circles", KeptTwins.of(List.of(
            circles, by(circles, Momentum.STANDARD, 0.1), by(circles, RmsProp.STANDARD, 0.01), by(circles, Adam.STANDARD, 0.02)))
            .onPage(MAP),
        "race-ravine", KeptTwins.of(List.of(
            ravine, by(ravine, Momentum.STANDARD, 0.02), by(ravine, new RmsProp(0.9, 1e-8), 0.5),
            by(ravine, Adam.STANDARD, 1))).onPage(MAP),
        "landscape-residual", KeptTwins.of(List.of(residual(), plain())).onPage(MAP));
  }

  /** The circles, learned by plain gradient descent. */
  static Project circles() {
    return by(SampleProjects.circles(), Sgd.STANDARD, 0.5);
  }

  private static Project by(Project project, Optimizer optimizer, double rate) {
    return project.withTraining(training -> training.withOptimizer(optimizer).withRate(rate));
  }

  /**
   * One neuron without an activation, and inputs far from 0: its loss is an exact parabola over two weights, a hundred and fifty times as
   * steep in one direction as in the other.
   */
  static Project ravine() {
    Network network = SampleProjects.row(Input.row(1), Dense.of(1, NONE), Output.of(Loss.MSE));
    DataSettings data = DataSettings.of(DatasetCatalog.OWN_TABLE).withScaling(Scaling.NONE)
        .withColumns(new Columns("mpg", List.of(), Columns.Choice.REGRESSION));
    return new Project(network, data, Optional.of(cars()), SampleProjects.training(150, 512, 0.09).withOptimizer(Sgd.STANDARD));
  }

  /** Of the cars of auto-mpg their weight, in thousands of pounds, and their fuel use. */
  private static TableData cars() {
    StringBuilder csv = new StringBuilder("weight,mpg\n");
    try (BufferedReader in = new BufferedReader(new InputStreamReader(
        new GZIPInputStream(Files.newInputStream(Path.of("resources/data/auto-mpg.csv.gz"))), StandardCharsets.UTF_8))) {
      List<String> heads = List.of(in.readLine().split(","));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] cells = line.split(",", -1);
        String mpg = cells[heads.indexOf("mpg")];
        if (!mpg.isEmpty() && !mpg.equals("NA")) {
          csv.append(new BigDecimal(cells[heads.indexOf("weight_lbs")]).movePointLeft(THOUSANDS).toPlainString()).append(',').append(mpg)
              .append('\n');
        }
      }
      return CsvFile.read("cars.csv", new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8)), Progress.NONE);
    } catch (DataProblem | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Twelve blocks, each of which learns what to add to its input. Three at a time are folded. */
  static Project residual() {
    Network network = SampleProjects.row(new Input(Shape.of(1, 8, 8)), new Flatten(), Dense.of(UNITS, RELU));
    double x = LEFT + INPUT + NARROW + LEARNING;
    for (int group = 0; group < BLOCKS / TOGETHER; group++) {
      int first = network.nextId();
      for (int block = 0; block < TOGETHER; block++) {
        network = block(network, x + block * BLOCK);
      }
      Network whole = network;
      String name = "blocks " + (group * TOGETHER + 1) + " to " + (group + 1) * TOGETHER;
      network = whole.withMarks(marks -> marks.group(name, IntStream.range(first, whole.nextId()).boxed().toList()))
          .withMarks(marks -> marks.withGroup(marks.nextId() - 1, drawn -> drawn.fold(TOGETHER * BLOCK - FOLDED)));
      x += FOLDED;
    }
    int last = network.nextId() - 1;
    network = network.add(Dense.of(10, SOFTMAX), x, TOP).add(Output.of(Loss.CROSS_ENTROPY), x + LEARNING, TOP).wire(last, last + 1)
        .wire(last + 1, last + 2);
    DataSettings data = DataSettings.of("digits").withSeed(2).withShares(0.15, 0.15);
    return SampleProjects.project(network, data, SampleProjects.training(20, 32, 0.003));
  }

  private static Network block(Network network, double x) {
    int in = network.nextId() - 1;
    return network
        .add(Dense.of(UNITS, NONE), x, BELOW)
        .add(new BatchNorm(0.1, 1e-5, true), x + LEARNING, BELOW)
        .add(new Activate(RELU), x + 2 * LEARNING, BELOW)
        .add(new Add(), x + 2 * LEARNING + PLAIN, TOP)
        .wire(in, in + 1)
        .wire(in + 1, in + 2)
        .wire(in + 2, in + 3)
        .wire(in, in + 4)
        .wire(in + 3, in + 4);
  }

  /** The same weights without the ways past them. */
  private static Project plain() {
    return residual().withNetwork(drawn -> {
      Network network = drawn;
      List<Integer> adds = IntStream.range(1, drawn.nextId()).filter(id -> drawn.find(id).orElseThrow().layer() instanceof Add).boxed()
          .toList();
      List<Integer> kept = new ArrayList<>(IntStream.range(1, drawn.nextId()).boxed().toList());
      kept.removeAll(adds);
      network = network.remove(adds);
      for (int i = 1; i < kept.size(); i++) {
        int from = kept.get(i - 1);
        int to = kept.get(i);
        if (network.wires().stream().noneMatch(wire -> wire.from() == from && wire.to() == to)) {
          network = network.wire(from, to);
        }
      }
      return network;
    });
  }
}
