package studio.backprop.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import studio.backprop.data.CsvFile;
import studio.backprop.data.DataSettings;
import studio.backprop.data.DatasetCatalog;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.data.Scaling;
import studio.backprop.data.TableData;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.Layer;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.optim.Optimizer;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.tensor.Shape;
import studio.backprop.train.Session;

/** Trainings to be examined: small networks in a row, with the parameters that their seed gives. */
final class Ward {
  private Ward() {}

  /**
   * One training.
   *
   * @param steps after which it is examined for the last time
   */
  record Case(Project project, int steps) {
    Case with(UnaryOperator<TrainingSettings> change) {
      return new Case(project.withTraining(change), steps);
    }

    Case unscaled() {
      return new Case(project.withData(project.data().withScaling(Scaling.NONE)), steps);
    }

    Case data(UnaryOperator<DataSettings> change) {
      return new Case(project.withData(change.apply(project.data())), steps);
    }

    /** With other data, whose examples may be of another shape: the input follows. */
    Case dataOfAnotherShape(UnaryOperator<DataSettings> change) throws Exception {
      DataSettings changed = change.apply(project.data());
      Shape shape = DatasetCatalog.load(changed, project.table(), Progress.NONE).inputShape();
      int input = project.network().nodes().stream().filter(node -> node.layer() instanceof Input).findFirst().orElseThrow().id();
      return new Case(project.withData(changed).withNetwork(network -> network.with(input, node -> node.withLayer(new Input(shape)))),
          steps);
    }

    Case seed(long seed) {
      return new Case(project.withTraining(t -> t.withSeed(seed)).withData(project.data().withSeed(seed)), steps);
    }
  }

  static Case on(String dataset, Optimizer optimizer, double rate, int batch, int steps, Loss loss, Layer... layers) throws Exception {
    return of(DataSettings.of(dataset), Optional.empty(), optimizer, rate, batch, steps, loss, layers);
  }

  static Case onTable(TableData table, Optimizer optimizer, double rate, int batch, int steps, Loss loss, Layer... layers)
      throws Exception {
    return of(DataSettings.of(DatasetCatalog.OWN_TABLE), Optional.of(table), optimizer, rate, batch, steps, loss, layers);
  }

  private static Case of(
      DataSettings data, Optional<TableData> table, Optimizer optimizer, double rate, int batch, int steps, Loss loss, Layer... layers)
      throws Exception {
    Shape shape = DatasetCatalog.load(data, table, Progress.NONE).inputShape();
    Network network = Network.EMPTY.add(new Input(shape), 0, 0);
    for (Layer layer : layers) {
      network = network.add(layer, 0, 0);
    }
    network = network.add(Output.of(loss), 0, 0);
    for (int id = 1; id < network.nextId() - 1; id++) {
      network = network.wire(id, id + 1);
    }
    TrainingSettings training = TrainingSettings.STANDARD.withOptimizer(optimizer).withRate(rate).withBatch(batch).withEpochs(100_000);
    return new Case(new Project(network, data, table, training), steps);
  }

  static Layer[] deep(int layers, int units, Activation bend, Dense last) {
    Layer[] all = new Layer[layers + 1];
    for (int i = 0; i < layers; i++) {
      all[i] = Dense.of(units, bend);
    }
    all[layers] = last;
    return all;
  }

  /** All that was found at any of the doctor's visits, each once. */
  static List<Finding> examine(Case sick) throws Exception {
    return examine(sick.project(), Session.initialParameters(sick.project()), sick.steps());
  }

  static List<Finding> examine(Project project, Parameters start, int steps) throws Exception {
    List<Finding> all = new ArrayList<>();
    visit(project, start, steps).forEach(found -> add(all, found));
    return all;
  }

  /** What was found at the last visit. */
  static List<Finding> last(Project project, Parameters start, int steps) throws Exception {
    List<List<Finding>> visits = visit(project, start, steps);
    return visits.get(visits.size() - 1);
  }

  private static List<List<Finding>> visit(Project project, Parameters start, int steps) throws Exception {
    PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
    Session session = new Session(project, data, KernelChoice.create(1), start);
    Doctor doctor = new Doctor(project, data);
    HealthMonitor monitor = new HealthMonitor(session);
    List<List<Finding>> all = new ArrayList<>();
    while (session.steps() < steps && session.step()) {
      monitor.see(session);
      if (session.steps() % HealthMonitor.EVERY == 0) {
        all.add(examine(doctor, monitor.newest().orElseThrow()));
      }
    }
    HealthStats last = monitor.newest().filter(stats -> stats.step() == session.steps() && session.fault().isEmpty())
        .orElseGet(() -> monitor.record(session));
    all.add(examine(doctor, last));
    return all;
  }

  /** What is found is not said to be unknown; only of dead units gradients may tell before enough examples have come by. */
  private static List<Finding> examine(Doctor doctor, HealthStats stats) {
    List<Finding> found = doctor.examine(stats);
    List<Finding.Kind> unknown = doctor.unjudged(stats).stream().map(Unjudged::kind).filter(kind -> kind != Finding.Kind.DEAD_RELU)
        .toList();
    assertThat(found).extracting(Finding::kind).noneMatch(unknown::contains);
    return found;
  }

  private static void add(List<Finding> all, List<Finding> now) {
    now.stream().filter(finding -> all.stream().noneMatch(known -> known.kind() == finding.kind())).forEach(all::add);
  }

  /** Rows of so many numbers and a class or value, as a function of them. */
  interface Answer {
    String of(double[] x, Random random);
  }

  static TableData table(int rows, int columns, long seed, Answer answer) throws Exception {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int c = 0; c < columns; c++) {
      text.append("x").append(c).append(',');
    }
    text.append("y\n");
    for (int row = 0; row < rows; row++) {
      double[] x = random.doubles(columns, -1, 1).toArray();
      for (double number : x) {
        text.append(number).append(',');
      }
      text.append(answer.of(x, random)).append('\n');
    }
    return read(text.toString());
  }

  static TableData read(String text) throws Exception {
    return CsvFile.read("own.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Progress.NONE);
  }
}
