package studio.backprop.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import studio.backprop.data.DataSettings;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.layer.LayerType;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;
import studio.backprop.train.Session;
import studio.backprop.train.metric.Metrics;
import studio.backprop.train.record.Adjustment;
import studio.backprop.train.record.CurveColumns;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.train.record.RunRecord;
import studio.backprop.train.record.RunRecord.Ending;

/** Projects and files for the tests of this package. */
final class Projects {
  private Projects() {}

  static Project circles() {
    Network network =
        Network.EMPTY
            .add(Input.row(2), 40, 120)
            .add(Dense.of(6, Activation.RELU), 240, 120.5)
            .add(Dense.of(1, Activation.SIGMOID), 440, 120)
            .add(Output.of(Loss.BINARY_CROSS_ENTROPY), 640, 120)
            .wire(1, 2)
            .wire(2, 3)
            .wire(3, 4);
    return new Project(network, DataSettings.of("circles").withPoints(100), Optional.empty(), TrainingSettings.STANDARD);
  }

  /** One node of each kind, without wires, and one that shares weights. */
  static Network everyLayer() {
    Network network = Network.EMPTY;
    for (LayerType type : LayerCatalog.types()) {
      network = network.add(type.fresh(), 20 * network.nextId(), -0.25);
    }
    int dense = network.named("dense_1").orElseThrow().id();
    return network.addShared(dense, 1, 2);
  }

  /** A row of layers that look at pictures. */
  static Network pictures() {
    Network network = Network.EMPTY;
    for (String type : List.of("input", "conv2d", "batch_norm", "max_pool2d", "flatten", "dropout", "dense", "output")) {
      network = network.add(LayerCatalog.find(type).orElseThrow().fresh(), 0, 0);
      if (network.nextId() > 2) {
        network = network.wire(network.nextId() - 2, network.nextId() - 1);
      }
    }
    return network.with(1, node -> node.withLayer(new Input(Shape.of(1, 8, 8))));
  }

  static Session session(Project project) throws Exception {
    PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
    return new Session(project, data, KernelChoice.create(1), Session.initialParameters(project));
  }

  /** What is saved after some steps of training. */
  static Saved trained(Project project, int steps) throws Exception {
    Session session = session(project);
    for (int step = 0; step < steps; step++) {
      session.step();
    }
    return Saved.of(session);
  }

  /** A run, one that broke, and one of another network that trained elsewhere. */
  static List<RunRecord> tries() {
    Project project = circles();
    Message reason = Message.of("files.unsaved.training", Message.of("top.untitled"), 3L);
    return List.of(
        tried(project, true),
        RunRecord.ofFolds(Message.of("tries.folds", 2L, Message.of("folds.method.kfold"), 2L), "circles", project,
            Instant.ofEpochMilli(3), 0.5, Ending.FINISHED, List.of(fold(0.75), fold(1))),
        new RunRecord(
            Message.of("tries.twin", "B"), "two", project.withTraining(t -> t.withRate(1e9)), Optional.empty(), List.of(),
            Instant.ofEpochMilli(86_400_001), 1, 0.25, Ending.BROKEN,
            Optional.of(reason), List.of(), new CurveColumns(1, new double[0]), new CurveColumns(1, new double[0]), false),
        new RunRecord(
            Message.of("tries.branch", 12L), "", project.withNetwork(n -> pictures()), Optional.empty(), List.of(),
            Instant.ofEpochMilli(2), 12, Double.NaN, Ending.STOPPED_EARLY,
            Optional.empty(), List.of(), curve(), curve(), false));
  }

  static RunRecord tried(Project project, boolean current) {
    EpochRecord first = new EpochRecord(1, 4, new Metrics(0.7, 0.5, Double.NaN, Double.NaN), Metrics.NONE, 0.03);
    EpochRecord second = new EpochRecord(2, 8, new Metrics(1 / 3.0, 0.75, Double.NaN, Double.NaN),
        new Metrics(0.5, 0.625, Double.NaN, Double.NaN), 0.03);
    return new RunRecord(
        Message.of("tries.run"), "circles", project, RunRecord.tableOf(project),
        List.of(new Adjustment(3, 0.1, 10), new Adjustment(7, 0.1, 20)),
        Instant.ofEpochMilli(1), 8, 1.5, Ending.PAUSED, Optional.empty(), List.of(first, second), curve(),
        curve(), current);
  }

  private static EpochRecord fold(double accuracy) {
    Metrics test = new Metrics(0.5, accuracy, Double.NaN, Double.NaN);
    return new EpochRecord(5, 20, new Metrics(0.25, 1, Double.NaN, Double.NaN), test, Double.NaN);
  }

  private static CurveColumns curve() {
    return new CurveColumns(4, new double[] {1, 4, 0.25, 1, 0.5, 0.75, 5, 4, 0.125, 0.5, 0.25, 0.375});
  }

  static byte[] bytes(Path folder, Saved saved) throws StoreProblem, IOException {
    Path file = folder.resolve("project.backprop");
    ProjectFile.write(file, saved);
    return Files.readAllBytes(file);
  }

  static Opened open(byte[] bytes) throws StoreProblem, IOException {
    return ProjectFile.read("my.backprop", new ByteArrayInputStream(bytes));
  }

  static Map<String, byte[]> unzip(byte[] zip) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
    for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
      entries.put(entry.getName(), in.readAllBytes());
    }
    return entries;
  }

  static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
      }
    }
    return bytes.toByteArray();
  }

  /** A file whose entry of this name holds this text instead. */
  static byte[] with(byte[] zip, String entry, String text) throws IOException {
    Map<String, byte[]> entries = unzip(zip);
    entries.put(entry, text.getBytes(StandardCharsets.UTF_8));
    return zip(entries);
  }

  /** A file whose entry of this name has one text replaced by another. */
  static byte[] replaced(byte[] zip, String entry, String old, String text) throws IOException {
    String content = new String(unzip(zip).get(entry), StandardCharsets.UTF_8);
    if (!content.contains(old)) {
      throw new IllegalArgumentException(entry + " does not hold " + old + ": " + content);
    }
    return with(zip, entry, content.replace(old, text));
  }
}
