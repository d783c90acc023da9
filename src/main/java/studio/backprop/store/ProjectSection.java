package studio.backprop.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import studio.backprop.data.CsvFile;
import studio.backprop.data.DataProblem;
import studio.backprop.data.DataSettings;
import studio.backprop.data.KeptExample;
import studio.backprop.data.Progress;
import studio.backprop.data.TableData;
import studio.backprop.project.Adversarial;
import studio.backprop.project.Agent;
import studio.backprop.project.Assignment;
import studio.backprop.project.Project;
import studio.backprop.project.Supervised;
import tools.jackson.databind.node.ObjectNode;

/** User settings: JSON with the format version, and the user's table, if any. */
final class ProjectSection {
  /** Version of this program, as in pom.xml; informative only. */
  static final String PROGRAM = "0.2.0";

  private static final String FORMAT = "backprop-project";

  /** Format version, raised for changes that older programs cannot read. */
  static final int VERSION = 3;
  /** Version with other kinds of training. */
  private static final int KINDS = 2;
  /** Version of supervised learning, readable by the first programs. */
  private static final int SUPERVISED = 1;
  private static final String ADVERSARIAL = "adversarial";
  private static final String AGENT = "agent";

  private ProjectSection() {}

  static void write(Project project, Map<Section, byte[]> sections) {
    ObjectNode root = Json.object();
    root.put("format", FORMAT);
    Optional<String> kind = kind(project.assignment());
    root.put("version", version(project.assignment()));
    root.put("program", PROGRAM);
    kind.ifPresent(name -> root.put("kind", name));
    AdversarialJson.write(project.assignment(), root);
    root.set("network", NetworkJson.write(project.network()));
    root.set("data", DataJson.write(project.data()));
    DataJson.write(project.data().kept(), root);
    if (project.assignment() instanceof Agent agent) {
      root.set("agent", AgentJson.write(agent));
    }
    root.set("training", TrainingJson.write(project.training()));
    ThresholdJson.write(project.threshold(), root);
    project.table().ifPresent(table -> {
      root.put("table", table.name());
      if (!table.written().isEmpty()) {
        root.set("written", DataJson.written(table.written()));
      }
      sections.put(Section.TABLE, CsvFile.write(table).getBytes(StandardCharsets.UTF_8));
    });
    sections.put(Section.PROJECT, Json.write(root));
  }

  private static int version(Assignment assignment) {
    if (assignment instanceof Supervised) {
      return SUPERVISED;
    }
    return assignment instanceof Adversarial own && !AdversarialJson.isUsual(own) ? VERSION : KINDS;
  }

  /** Kind of training in files; empty for supervised learning. */
  private static Optional<String> kind(Assignment assignment) {
    if (assignment instanceof Supervised) {
      return Optional.empty();
    } else if (assignment instanceof Adversarial) {
      return Optional.of(ADVERSARIAL);
    } else if (assignment instanceof Agent) {
      return Optional.of(AGENT);
    }
    throw new IllegalArgumentException("no name for " + assignment.getClass().getSimpleName());
  }

  static Project read(Map<Section, byte[]> sections) throws StoreProblem {
    Fields root = Json.read(Section.PROJECT, sections.get(Section.PROJECT));
    if (!root.has("format") || !root.text("format").equals(FORMAT)) {
      throw StoreProblem.of("store.foreign");
    }
    if (root.whole("version", 1, Integer.MAX_VALUE) > VERSION) {
      throw StoreProblem.of("store.newer", root.has("program") ? root.text("program") : "?");
    }
    return new Project(NetworkJson.read(root.object("network")), assignment(root, sections), TrainingJson.read(root.object("training")),
        ThresholdJson.read(root));
  }

  /** Without a kind, it is supervised learning. */
  private static Assignment assignment(Fields root, Map<Section, byte[]> sections) throws StoreProblem {
    DataSettings data = DataJson.read(root.object("data")).withKept(DataJson.kept(root, KeptExample.MOST));
    Optional<TableData> table = table(root, sections);
    if (!root.has("kind")) {
      return new Supervised(data, table);
    }
    if (root.text("kind").equals(AGENT)) {
      return AgentJson.read(data, root);
    }
    if (!root.text("kind").equals(ADVERSARIAL)) {
      throw StoreProblem.value("store.unknown", root.path("kind"), root.text("kind"));
    }
    return AdversarialJson.read(root, data, table);
  }

  private static Optional<TableData> table(Fields root, Map<Section, byte[]> sections) throws StoreProblem {
    if (!root.has("table")) {
      return Optional.empty();
    }
    if (!sections.containsKey(Section.TABLE)) {
      throw StoreProblem.of("store.no-section", Section.TABLE.file());
    }
    try {
      TableData table = CsvFile.read(root.text("table"), new ByteArrayInputStream(sections.get(Section.TABLE)), Progress.NONE);
      return Optional.of(root.has("written") ? table.withWritten(DataJson.written(root)) : table);
    } catch (DataProblem e) {
      throw e.isOfMemory() ? StoreProblem.of("store.memory") : StoreProblem.of("store.section", Section.TABLE.file());
    } catch (IOException e) {
      throw new UncheckedIOException("an array in memory can be read", e);
    }
  }
}
