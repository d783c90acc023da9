package studio.backprop.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studio.backprop.data.DataSettings;
import studio.backprop.data.KeptExample;
import studio.backprop.data.TableData;
import studio.backprop.network.Network;
import studio.backprop.project.Agent;
import studio.backprop.project.Project;
import studio.backprop.text.Message;
import studio.backprop.train.record.Adjustment;
import studio.backprop.train.record.CurveColumns;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.train.record.RunRecord;
import studio.backprop.train.record.RunRecord.Ending;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Run history: settings and results as JSON, with shared networks and drawings stored once; epochs and curves as numbers. Unreadable runs
 * are omitted; the project still opens.
 */
final class RunSections {
  /** Epoch, step and metrics. */
  private static final int EPOCH_BYTES = (2 + EpochRecord.KEPT.size()) * Double.BYTES;

  private final List<Network> networks = new ArrayList<>();
  private final Map<KeptExample, Integer> kept = new LinkedHashMap<>();
  private final ArrayNode written = Json.object().putArray("tries");

  private RunSections() {}

  // --- writing

  /** @param saved project that they belong to, with its table */
  static void write(List<RunRecord> tries, Project saved, Map<Section, byte[]> sections) {
    List<RunRecord> fitting = tries.stream().map(run -> run.forFile(run.current())).toList();
    while (!fitting.isEmpty()) {
      byte[] described = new RunSections().describe(fitting, saved);
      if (described.length <= Section.TRIES.most()) {
        sections.put(Section.TRIES, described);
        sections.put(Section.TRIES_NUMBERS, numbers(fitting));
        return;
      }
      fitting = fitting.subList((fitting.size() + 1) / 2, fitting.size()); // keeps the newest if networks are very large
    }
  }

  private byte[] describe(List<RunRecord> tries, Project saved) {
    tries.forEach(one -> written.add(describe(one, saved)));
    ObjectNode root = Json.object();
    ArrayNode all = root.putArray("networks");
    networks.forEach(network -> all.add(NetworkJson.write(network)));
    DataJson.write(List.copyOf(kept.keySet()), root);
    root.set("tries", written);
    return Json.write(root);
  }

  private ObjectNode describe(RunRecord one, Project saved) {
    Project project = one.project();
    ObjectNode object = Json.object();
    object.set("name", MessageJson.write(one.name()));
    object.put("project", one.projectName());
    object.put("network", place(project.network()));
    object.set("data", DataJson.write(project.data()));
    if (!project.data().kept().isEmpty()) {
      ArrayNode places = object.putArray("kept");
      project.data().kept().forEach(drawn -> places.add(kept.computeIfAbsent(drawn, added -> kept.size())));
    }
    object.set("training", TrainingJson.write(project.training()));
    if (project.table().isPresent() && project.table().equals(saved.table())) {
      object.put("ownTable", true);
    }
    one.table().ifPresent(sha256 -> object.put("tableSha256", sha256));
    write(one.adjustments(), object);
    object.put("begun", one.begun().toEpochMilli());
    object.put("steps", one.steps());
    if (!Double.isNaN(one.seconds())) {
      object.put("seconds", one.seconds());
    }
    object.put("state", Values.name(one.ending()));
    one.reason().ifPresent(reason -> object.set("reason", MessageJson.write(reason)));
    if (one.current()) {
      object.put("current", true);
    }
    if (!one.folds().isEmpty()) {
      object.put("folds", one.folds().size());
    }
    object.put("epochs", one.epochs().size());
    List<EpochRecord> looked = looked(one.epochs());
    if (!looked.isEmpty()) {
      ArrayNode returns = object.putArray("greedy");
      looked.forEach(epoch -> returns.add(epoch.greedy()));
    }
    if (project.assignment() instanceof Agent agent) {
      object.set("agent", AgentJson.write(agent));
    }
    object.set("loss", SettingsJson.write(one.loss().count(), one.loss().each()));
    object.set("measure", SettingsJson.write(one.measure().count(), one.measure().each()));
    return object;
  }

  /** Epochs with an evaluation of the agent: the last ones, all except for files of earlier versions. */
  private static List<EpochRecord> looked(List<EpochRecord> epochs) {
    int first = epochs.size();
    while (first > 0 && epochs.get(first - 1).acts()) {
      first--;
    }
    return epochs.subList(first, epochs.size());
  }

  private static void write(List<Adjustment> adjustments, ObjectNode object) {
    if (!adjustments.isEmpty()) {
      ArrayNode all = object.putArray("changed");
      adjustments.forEach(one -> all.addObject().put("step", one.step()).put("rate", one.rate()).put("epochs", one.epochs()));
    }
  }

  private static List<Adjustment> adjustments(Fields fields) throws StoreProblem {
    List<Adjustment> all = new ArrayList<>();
    if (fields.has("changed")) {
      for (Fields one : fields.objects("changed", Adjustment.MOST)) {
        all.add(new Adjustment(
            one.whole("step", 0, Long.MAX_VALUE), one.real("rate", Double.MIN_VALUE, Double.MAX_VALUE),
            one.whole("epochs", 0, Integer.MAX_VALUE)));
      }
    }
    return all;
  }

  private int place(Network network) {
    int known = networks.indexOf(network);
    if (known < 0) {
      networks.add(network);
    }
    return known < 0 ? networks.size() - 1 : known;
  }

  private static byte[] numbers(List<RunRecord> tries) {
    int bytes = tries.stream().map(one -> new Lengths(one.folds().size() + one.epochs().size(), one.loss().count(), one.measure().count()))
        .mapToInt(Lengths::bytes).sum();
    ByteBuffer to = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (RunRecord one : tries) {
      Stream.concat(one.folds().stream(), one.epochs().stream()).forEach(epoch -> numbers(epoch).forEach(to::putDouble));
      one.loss().write(to);
      one.measure().write(to);
    }
    return to.array();
  }

  private static DoubleStream numbers(EpochRecord epoch) {
    return DoubleStream.concat(DoubleStream.of(epoch.epoch(), epoch.step()), DoubleStream.of(epoch.figures()));
  }

  // --- reading

  /** Objects shared by several runs. @param networks empty for one with unknown layers */
  private record Shared(List<Optional<Network>> networks, List<KeptExample> kept, Optional<TableData> table) {}

  /** Array lengths of a run. */
  private record Lengths(int epochs, int loss, int measure) {
    int bytes() {
      return epochs * EPOCH_BYTES + (loss + measure) * CurveColumns.BYTES;
    }

    static Lengths of(Fields fields) throws StoreProblem {
      int epochs = folds(fields) + fields.whole("epochs", 0, RunRecord.MOST_EPOCHS);
      return new Lengths(epochs, pair(fields, "loss")[0], pair(fields, "measure")[0]);
    }
  }

  /** Number of columns, and steps per column. */
  private static int[] pair(Fields fields, String name) throws StoreProblem {
    int[] pair = fields.wholes(name, 2);
    if (pair.length != 2 || pair[0] < 0 || pair[0] > CurveColumns.MOST || pair[1] < 1) {
      throw StoreProblem.of("store.section", Section.TRIES.file());
    }
    return pair;
  }

  /**
   * @param project that they belong to, with its table
   * @param notes receive messages on omitted runs
   */
  static List<RunRecord> read(Map<Section, byte[]> sections, Project project, List<Message> notes) {
    if (!sections.containsKey(Section.TRIES)) {
      return List.of();
    }
    List<RunRecord> read = new ArrayList<>();
    int all = 0;
    try {
      Fields root = Json.read(Section.TRIES, sections.get(Section.TRIES));
      ByteBuffer numbers = ByteBuffer.wrap(sections.getOrDefault(Section.TRIES_NUMBERS, new byte[0])).order(ByteOrder.LITTLE_ENDIAN);
      Shared shared = new Shared(networks(root), DataJson.kept(root, RunRecord.MOST * KeptExample.MOST), project.table());
      List<Fields> tries = root.objects("tries", RunRecord.MOST);
      checkLengths(tries, numbers.capacity());
      for (Fields one : tries) {
        all++;
        tryToRead(one, shared, numbers).ifPresent(read::add);
      }
    } catch (StoreProblem e) {
      notes.add(Message.of("store.note.no-tries"));
      return List.of();
    }
    if (read.size() < all) {
      notes.add(Message.of("store.note.tries", all - read.size()));
    }
    return read;
  }

  private static List<Optional<Network>> networks(Fields root) throws StoreProblem {
    List<Optional<Network>> networks = new ArrayList<>();
    for (Fields network : root.objects("networks", RunRecord.MOST)) {
      try {
        networks.add(Optional.of(NetworkJson.read(network)));
      } catch (StoreProblem e) {
        networks.add(Optional.empty());
      }
    }
    return networks;
  }

  private static void checkLengths(List<Fields> tries, int bytes) throws StoreProblem {
    int claimed = 0;
    for (Fields one : tries) {
      claimed += Lengths.of(one).bytes();
    }
    if (claimed != bytes) {
      throw StoreProblem.of("store.section", Section.TRIES_NUMBERS.file());
    }
  }

  private static Optional<RunRecord> tryToRead(Fields fields, Shared shared, ByteBuffer numbers) throws StoreProblem {
    int next = numbers.position() + Lengths.of(fields).bytes();
    try {
      return read(fields, shared, numbers);
    } catch (StoreProblem e) {
      return Optional.empty();
    } finally {
      numbers.position(next);
    }
  }

  private static Optional<RunRecord> read(Fields fields, Shared shared, ByteBuffer numbers) throws StoreProblem {
    Optional<Network> network = shared.networks.get(fields.whole("network", 0, shared.networks.size() - 1));
    if (network.isEmpty()) {
      return Optional.empty();
    }
    boolean own = fields.has("ownTable");
    DataSettings data = DataJson.read(fields.object("data")).withKept(kept(fields, shared.kept));
    Project supervised = new Project(network.get(), data, own ? shared.table : Optional.empty(),
        TrainingJson.read(fields.object("training")));
    Project project = fields.has("agent") ? supervised.withAssignment(AgentJson.read(data, fields)) : supervised;
    List<EpochRecord> folds = epochs(folds(fields), numbers);
    List<EpochRecord> epochs = greedy(fields, epochs(fields.whole("epochs", 0, RunRecord.MOST_EPOCHS), numbers));
    CurveColumns loss = CurveColumns.read(pair(fields, "loss")[1], pair(fields, "loss")[0], numbers);
    CurveColumns measure = CurveColumns.read(pair(fields, "measure")[1], pair(fields, "measure")[0], numbers);
    return Optional.of(new RunRecord(
        MessageJson.read(fields.object("name")), fields.text("project"), project, table(fields, project), adjustments(fields),
        Instant.ofEpochMilli(fields.whole("begun", 0, Long.MAX_VALUE)),
        fields.whole("steps", 0, Long.MAX_VALUE), fields.has("seconds") ? fields.real("seconds", 0, Double.MAX_VALUE) : Double.NaN,
        fields.choice("state", Ending.class), fields.has("reason") ? Optional.of(MessageJson.read(fields.object("reason")))
            : Optional.empty(),
        folds, epochs, loss, measure, fields.has("current")));
  }

  private static List<EpochRecord> greedy(Fields fields, List<EpochRecord> epochs) throws StoreProblem {
    double[] returns = fields.has("greedy") ? fields.reals("greedy", RunRecord.MOST_EPOCHS) : new double[0];
    int first = epochs.size() - returns.length;
    return first < 0 ? epochs : IntStream.range(0, epochs.size())
        .mapToObj(i -> i < first ? epochs.get(i) : epochs.get(i).withGreedy(returns[i - first])).toList();
  }

  private static List<KeptExample> kept(Fields fields, List<KeptExample> all) throws StoreProblem {
    int[] places = fields.has("kept") ? fields.wholes("kept", KeptExample.MOST) : new int[0];
    if (IntStream.of(places).anyMatch(place -> place < 0 || place >= all.size())) {
      throw StoreProblem.of("store.section", Section.TRIES.file());
    }
    return IntStream.of(places).mapToObj(all::get).toList();
  }

  /** Missing in files of earlier versions. */
  private static Optional<String> table(Fields fields, Project project) throws StoreProblem {
    return fields.has("tableSha256") ? Optional.of(fields.text("tableSha256")) : RunRecord.tableOf(project);
  }

  private static int folds(Fields fields) throws StoreProblem {
    return fields.has("folds") ? fields.whole("folds", 1, RunRecord.MOST_FOLDS) : 0;
  }

  private static List<EpochRecord> epochs(int count, ByteBuffer from) {
    List<EpochRecord> epochs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      epochs.add(epoch(from));
    }
    return epochs;
  }

  private static EpochRecord epoch(ByteBuffer from) {
    int epoch = (int) from.getDouble();
    long step = (long) from.getDouble();
    return EpochRecord.of(epoch, step, DoubleStream.generate(from::getDouble).limit(EpochRecord.KEPT.size()).toArray());
  }
}
