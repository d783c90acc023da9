package studio.backprop.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.backprop.data.KeptExample;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.search.space.Dimension;
import studio.backprop.search.space.Space;
import studio.backprop.search.trial.ManualDecision;
import studio.backprop.search.trial.SearchBudget;
import studio.backprop.search.trial.SearchGoal;
import studio.backprop.search.trial.SearchMethod;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.SearchRecord.Tested;
import studio.backprop.search.trial.SearchSettings;
import studio.backprop.search.trial.SeedRepeat;
import studio.backprop.search.trial.Trial;
import studio.backprop.search.trial.TrialResult;
import studio.backprop.text.Message;
import studio.backprop.train.metric.Metric;
import studio.backprop.train.metric.Metrics;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Hyperparameter search: space and results as JSON, epochs and weights of its trials as numbers. An unreadable search is omitted; the
 * project still opens.
 */
final class SearchSections {
  private static final int MOST_CHOICES = 1000;

  private SearchSections() {}

  // --- writing

  /** @param saved project of the file */
  static void write(SearchRecord search, Project saved, Map<Section, byte[]> sections) {
    SearchRecord fitting = search.within(Section.SEARCH_NUMBERS.most() / 2);
    ObjectNode root = Json.object();
    writeBase(fitting.base(), saved, root);
    root.set("settings", settings(fitting.settings()));
    TrialNumbers.Writer numbers = new TrialNumbers.Writer();
    ArrayNode trials = root.putArray("trials");
    fitting.trials().forEach(trial -> trials.add(TrialJson.write(trial, numbers)));
    ArrayNode reports = root.putArray("reports");
    fitting.reports().forEach(report -> reports.add(SettingsJson.write(report.trial(), report.epoch())));
    if (!fitting.open().isEmpty()) {
      ArrayNode open = root.putArray("open");
      fitting.open().forEach(open::add);
    }
    if (!fitting.orders().isEmpty()) {
      ArrayNode orders = root.putArray("orders");
      fitting.orders().forEach(order -> orders.addObject().put("kind", Values.name(order.kind())).put("trial", order.trial())
          .put("epoch", order.epoch()).put("reports", order.reports()).put("open", order.open()));
    }
    if (!fitting.axes().isEmpty()) {
      ArrayNode axes = root.putArray("axes");
      fitting.axes().forEach(axes::add);
    }
    ArrayNode repeats = root.putArray("repeats");
    fitting.repeats().forEach(one -> {
      ObjectNode object = repeats.addObject().put("trial", one.trial()).put("seed", one.seed()).put("epochs", one.epochs());
      object.set("validation", metrics(one.validation()));
      object.set("test", metrics(one.test()));
    });
    fitting.best().ifPresent(best -> root.putObject("best").put("trial", best.trial()).put("epoch", best.epoch())
        .set("test", metrics(best.test())));
    root.put("seconds", fitting.seconds());
    root.put("processor", fitting.processor());
    sections.put(Section.SEARCH, Json.write(root));
    if (!fitting.trials().isEmpty()) {
      sections.put(Section.SEARCH_NUMBERS, numbers.bytes());
    }
  }

  /** Writes the searched project, or a reference if it equals the saved one. */
  private static void writeBase(Project base, Project saved, ObjectNode root) {
    if (base.equals(saved)) {
      return;
    }
    ObjectNode object = root.putObject("base");
    object.set("network", NetworkJson.write(base.network()));
    object.set("data", DataJson.write(base.data()));
    DataJson.write(base.data().kept(), object);
    object.set("training", TrainingJson.write(base.training()));
    if (base.table().isPresent() && base.table().equals(saved.table())) {
      object.put("ownTable", true);
    }
  }

  private static ObjectNode settings(SearchSettings settings) {
    ObjectNode object = Json.object();
    object.put("method", settings.method().id());
    object.put("budget", settings.budget().amount());
    object.put("unit", Values.name(settings.budget().unit()));
    object.put("eta", settings.eta());
    object.put("longest", settings.longest());
    object.put("goal", settings.goal().id());
    object.put("seed", settings.seed());
    if (settings.parallel() > 1) {
      object.put("parallel", settings.parallel());
    }
    ArrayNode space = object.putArray("space");
    for (Dimension dimension : settings.space().dimensions()) {
      ObjectNode one = space.addObject().put("name", dimension.name());
      if (dimension.isChoice()) {
        ArrayNode choices = one.putArray("choices");
        dimension.choices().forEach(choices::add);
      } else {
        one.put("low", dimension.low()).put("high", dimension.high()).put("log", dimension.log()).put("whole", dimension.whole());
      }
    }
    return object;
  }

  private static ObjectNode metrics(Metrics metrics) {
    ObjectNode object = Json.object();
    for (Metric metric : Metric.values()) {
      if (Double.isFinite(metrics.value(metric))) {
        object.put(Values.name(metric), metrics.value(metric));
      }
    }
    return object;
  }

  // --- reading

  /** @param notes receive a message if it is omitted */
  static Optional<SearchRecord> read(Map<Section, byte[]> sections, Project project, List<Message> notes) {
    if (!sections.containsKey(Section.SEARCH)) {
      return Optional.empty();
    }
    try {
      Fields root = Json.read(Section.SEARCH, sections.get(Section.SEARCH));
      return Optional.of(read(root, sections.getOrDefault(Section.SEARCH_NUMBERS, new byte[0]), project));
    } catch (StoreProblem e) {
      notes.add(Message.of("store.note.no-search"));
      return Optional.empty();
    }
  }

  private static SearchRecord read(Fields root, byte[] bytes, Project project) throws StoreProblem {
    SearchSettings settings = readSettings(root.object("settings"));
    TrialNumbers.Reader numbers = new TrialNumbers.Reader(bytes);
    List<Trial> trials = new ArrayList<>();
    for (Fields one : root.objects("trials", SearchRecord.MOST_TRIALS)) {
      trials.add(TrialJson.read(one, trials.size() + 1, settings.space(), numbers));
    }
    numbers.checkEnd();
    List<TrialResult> reports = new ArrayList<>();
    for (int[] pair : pairs(root)) {
      reports.add(new TrialResult(pair[0], pair[1]));
    }
    List<SeedRepeat> repeats = new ArrayList<>();
    for (Fields one : root.objects("repeats", SearchRecord.MOST_TRIALS)) {
      repeats.add(new SeedRepeat(one.whole("trial", 1, trials.size()), one.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE),
          one.whole("epochs", 1, SearchSettings.MOST_LONGEST), metrics(one.object("validation")), metrics(one.object("test"))));
    }
    Optional<Tested> best = Optional.empty();
    if (root.has("best")) {
      Fields one = root.object("best");
      best = Optional.of(new Tested(one.whole("trial", 1, trials.size()), one.whole("epoch", 1, SearchSettings.MOST_LONGEST),
          metrics(one.object("test"))));
    }
    return new SearchRecord(readBase(root, project), settings, trials, reports, open(root, trials), orders(root), repeats, best,
        root.real("seconds", 0, Double.MAX_VALUE), root.real("processor", 0, Double.MAX_VALUE),
        root.has("axes") ? root.texts("axes", Space.MOST) : List.of());
  }

  private static List<ManualDecision> orders(Fields root) throws StoreProblem {
    List<ManualDecision> orders = new ArrayList<>();
    if (root.has("orders")) {
      for (Fields one : root.objects("orders", SearchRecord.MOST_TRIALS)) {
        orders.add(new ManualDecision(one.choice("kind", ManualDecision.Kind.class), one.whole("trial", 1, SearchRecord.MOST_TRIALS),
            one.whole("epoch", 0, SearchSettings.MOST_LONGEST), one.whole("reports", -1, 10 * SearchRecord.MOST_TRIALS),
            one.whole("open", 0, SearchSettings.MOST_PARALLEL)));
      }
    }
    return orders;
  }

  private static List<int[]> pairs(Fields root) throws StoreProblem {
    List<int[]> pairs = new ArrayList<>();
    for (JsonNode node : root.list("reports", 10 * SearchRecord.MOST_TRIALS)) {
      int[] pair = Values.wholes(root.path("reports"), node);
      if (pair.length != 2) {
        throw StoreProblem.of("store.section", Section.SEARCH.file());
      }
      pairs.add(pair);
    }
    return pairs;
  }

  private static List<Integer> open(Fields root, List<Trial> trials) throws StoreProblem {
    int[] kept = root.has("open") ? root.wholes("open", SearchSettings.MOST_PARALLEL) : new int[0];
    List<Integer> open = Arrays.stream(kept).boxed().distinct().toList();
    List<Integer> running = trials.stream().filter(trial -> trial.state() == Trial.State.RUNNING).map(Trial::number).toList();
    if (open.size() != running.size() || !open.containsAll(running)) {
      throw StoreProblem.of("store.section", Section.SEARCH.file());
    }
    return open;
  }

  private static Project readBase(Fields root, Project project) throws StoreProblem {
    if (!root.has("base")) {
      return project;
    }
    Fields base = root.object("base");
    TrainingSettings training = TrainingJson.read(base.object("training"));
    return new Project(NetworkJson.read(base.object("network")),
        DataJson.read(base.object("data")).withKept(DataJson.kept(base, KeptExample.MOST)),
        base.has("ownTable") ? project.table() : Optional.empty(), training);
  }

  private static SearchSettings readSettings(Fields fields) throws StoreProblem {
    List<Dimension> dimensions = new ArrayList<>();
    for (Fields one : fields.objects("space", Space.MOST)) {
      dimensions.add(dimension(one));
    }
    return new SearchSettings(
        new Space(dimensions),
        SearchMethod.find(fields.text("method")).orElseThrow(() -> unknown(fields, "method")),
        new SearchBudget(fields.choice("unit", SearchBudget.Unit.class), fields.whole("budget", 1, SearchBudget.MOST)),
        fields.whole("eta", SearchSettings.LEAST_ETA, SearchSettings.MOST_ETA),
        fields.whole("longest", 1, SearchSettings.MOST_LONGEST),
        SearchGoal.find(fields.text("goal")).orElseThrow(() -> unknown(fields, "goal")),
        fields.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE),
        fields.has("parallel") ? fields.whole("parallel", 1, SearchSettings.MOST_PARALLEL) : 1);
  }

  private static StoreProblem unknown(Fields fields, String name) {
    return StoreProblem.value("store.unknown", fields.path(name), name);
  }

  private static Dimension dimension(Fields one) throws StoreProblem {
    if (one.has("choices")) {
      List<String> choices = one.texts("choices", MOST_CHOICES);
      if (choices.isEmpty()) {
        throw StoreProblem.of("store.section", Section.SEARCH.file());
      }
      return Dimension.choice(one.text("name"), choices);
    }
    double low = one.real("low", -Double.MAX_VALUE, Double.MAX_VALUE);
    double high = one.real("high", low, Double.MAX_VALUE);
    boolean log = Values.yesOrNo(one.path("log"), one.get("log"));
    if (log && low <= 0) {
      throw StoreProblem.of("store.section", Section.SEARCH.file());
    }
    return Dimension.span(one.text("name"), low, high, log, Values.yesOrNo(one.path("whole"), one.get("whole")));
  }

  private static Metrics metrics(Fields fields) throws StoreProblem {
    double[] values = new double[Metric.values().length];
    for (Metric metric : Metric.values()) {
      values[metric.ordinal()] =
          fields.has(Values.name(metric)) ? fields.real(Values.name(metric), -Double.MAX_VALUE, Double.MAX_VALUE) : Double.NaN;
    }
    return Metrics.of(metric -> values[metric.ordinal()]);
  }
}
